import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { Figure } from "../ui/figure.tsx";
import { PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { CELL_WORDS, type Cell, countIn } from "./cell.ts";
import { tableOf } from "./figure-columns.tsx";
import { linesOf, reasonsOf } from "./figure-table.ts";
import { NamesPerOption } from "./names-per-option.tsx";
import { OutcomeChart } from "./outcome-chart.tsx";
import { outcomeSentence, WITHHELD_REASON } from "./outcome-sentence.ts";
import { roundWords } from "./round-words.ts";
import { questionOf, type ShownFigure, type ShownRound } from "./shown-figure.ts";

export interface ItemPageProps {
  frame: Frame;
  figure: ShownFigure;
  round: ShownRound;
  /** address of this page with its origin, to quote */
  address: string;
}

const said = (cell: Cell): string =>
  cell.kind === "exact" ? formatNumber(cell.count) : CELL_WORDS[cell.kind];

function metaOf({ given, unknown, notApplicable, missing }: ShownFigure, round: ShownRound): string[] {
  const words = roundWords(round);
  return [
    `n = ${formatNumber(round.counted)} (${words.coverage})`,
    given.kind === "hidden" ? "" : `antwoord gegeven: ${said(given)}`,
    `weet ik niet: ${said(unknown)}`,
    `n.v.t.: ${said(notApplicable)}`,
    `niet ingevuld: ${said(missing)}`,
    `peildatum ${words.referenceDay}`,
    words.version,
  ];
}

function Outcome({ figure, round }: { figure: ShownFigure; round: ShownRound }): JSX.Element {
  if (figure.withheld)
    return (
      <Notice kind="info" title={outcomeSentence(figure)}>
        <p>{WITHHELD_REASON[figure.withheld]}</p>
      </Notice>
    );
  const { year } = round;
  return (
    <div class="wt-item">
      <Figure
        id="uitkomst"
        title="Uitkomst"
        conclusion={outcomeSentence(figure)}
        chart={<OutcomeChart figure={figure} />}
        meta={metaOf(figure, round)}
        table={tableOf(figure)}
        downloads={{
          csv: paths.insightExport(year, figure.concept, "csv"),
          excel: paths.insightExport(year, figure.concept, "xlsx"),
        }}
      >
        <Reasons figure={figure} />
      </Figure>
    </div>
  );
}

function Reasons({ figure }: { figure: ShownFigure }): JSX.Element | null {
  const reasons = reasonsOf(linesOf(figure));
  if (reasons.length === 0) return null;
  return (
    <ul class="wt-small">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Themes({ figure }: { figure: ShownFigure }): JSX.Element | null {
  const themes = figure.rows.filter((row) => row.definition);
  if (themes.length === 0) return null;
  return (
    <Disclosure summary="Wat elk thema betekent">
      <dl>
        {themes.map((theme) => (
          <div key={theme.key}>
            <dt>
              <strong>{theme.label}</strong>
            </dt>
            <dd>{theme.definition}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Why({ figure }: { figure: ShownFigure }): JSX.Element {
  return (
    <Card title="Waarom we dit vragen" tone="sunken">
      <p>{figure.purpose}</p>
      <h3>Wat we ermee doen</h3>
      <p>{figure.use}</p>
      <h3>Wie ziet wat</h3>
      <p>
        {figure.audience === "members"
          ? "Dit feit is open voor alle leden. Je ziet ook welke organisaties wat antwoordden."
          : "Dit antwoord is vertrouwelijk. We tellen het alleen, voor alle leden samen."}
      </p>
    </Card>
  );
}

/** One question with its outcome: sentence, chart, numbers, table, files, and how to quote it. */
export function ItemPage({ frame, figure, round, address }: ItemPageProps): JSX.Element {
  const words = roundWords(round);
  const unnamed = countIn(figure.given) === 0;
  return (
    <Layout
      frame={frame}
      title={`${figure.shortName} in ${round.year}`}
      heading={figure.shortName}
      lead={questionOf(figure)}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(round.year), label: String(round.year) },
      ]}
      help={<Why figure={figure} />}
    >
      <Outcome figure={figure} round={round} />
      {words.waiting ? <p class="wt-small">{words.waiting}</p> : null}
      <Themes figure={figure} />
      {unnamed ? null : <NamesPerOption figure={figure} />}
      <section aria-labelledby="verwijzen">
        <h2 id="verwijzen">Zo verwijs je hiernaar</h2>
        <p>
          {frame.association.name}, {words.title}, vraag {figure.concept}. {words.version}. n ={" "}
          {countOf(round.counted, "organisatie", "organisaties")}. <br />
          <span class="wt-address">{address}</span>
        </p>
      </section>
      <PrintNote>
        Peildatum {words.referenceDay}. {address}
      </PrintNote>
    </Layout>
  );
}
