import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { formatNumber } from "../ui/dutch.ts";
import { PrintNote } from "../ui/meta-line.tsx";
import { type FilterChoice, figureQuery, filterWords } from "./figure-filter.ts";
import { FigureFilters } from "./figure-filters.tsx";
import type { ShownInterpretation } from "./interpretation.ts";
import { InterpretationText } from "./interpretation-text.tsx";
import { hasNames, NamesPerOption } from "./names-per-option.tsx";
import { nobodyAnswered, Outcome } from "./outcome.tsx";
import { type Quote, Quotes } from "./quotes.tsx";
import { editionWords, roundWords, versionsCounted } from "./round-words.ts";
import { questionOf, type ShownFigure, type ShownRound } from "./shown-figure.ts";
import type { SimilarGroup } from "./similar.ts";
import { SimilarGroups } from "./similar-groups.tsx";

export interface ItemPageProps {
  frame: Frame;
  figure: ShownFigure;
  round: ShownRound;
  /** what the figure can be filtered by */
  choices: readonly FilterChoice[];
  /** groups that the viewer's own organisation belongs to */
  similar: readonly SimilarGroup[];
  /** texts that organisations opened to this viewer, with their names */
  quotes: readonly Quote[];
  /** the edition in the address; null for the newest */
  edition: number | null;
  /** permanent address of these very figures with its origin, to quote */
  address: string;
  /** what the learning group wrote of it, and whether this viewer may */
  interpreted: { shown: ShownInterpretation | null; mayWrite: boolean; isSaved: boolean };
}

function Themes({ figure }: { figure: ShownFigure }): JSX.Element | null {
  const themes = figure.view.rows.filter((row) => row.definition);
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

function Why({ figure, year }: { figure: ShownFigure; year: number }): JSX.Element {
  return (
    <Card title="Waarom we dit vragen" tone="sunken">
      <p>{figure.purpose}</p>
      <h3>Wat we ermee doen</h3>
      <p>{figure.use}</p>
      <h3>Wie ziet wat</h3>
      <p>
        {figure.audience === "members"
          ? `Dit feit is open voor alle leden.${hasNames(figure) ? " Je ziet ook welke organisatie wat antwoordde." : ""}`
          : "Dit antwoord is vertrouwelijk. We tonen alleen cijfers die samen veilig zijn."}
      </p>
      {figure.audience === "members" ? null : (
        <p>
          Een team kan zijn antwoord openen.{" "}
          <a href={paths.insightOpenedAnswers(year, figure.concept)}>Lees wat teams openden</a>
        </p>
      )}
      <p>
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
      {SHARES_THEMES_WITH_VISITS.includes(figure.concept) ? (
        <p>
          <a href={paths.lessons()}>Lees wat teams over deze thema's leerden</a>
        </p>
      ) : null}
    </Card>
  );
}

/** Questions that are coded with the themes of visits: from here to the lessons is one step. */
const SHARES_THEMES_WITH_VISITS = ["5A1", "5A2"];

/** Other editions of the same figure; the newest says that it is. */
function Editions({ figure, round }: { figure: ShownFigure; round: ShownRound }): JSX.Element | null {
  const { editions, edition, view } = figure;
  if (editions.length < 2 || !edition) return null;
  const newest = editions.at(-1);
  return (
    <nav aria-label="Versies van dit cijfer">
      <ul class="wt-chips">
        {editions.map((each) => (
          <li key={each}>
            <a
              class="wt-chip"
              href={`${paths.insightItem(round.year, figure.concept)}${figureQuery(view.filters, each)}`}
              aria-current={each === edition.number ? "true" : undefined}
            >
              Versie {each}
              {each === newest ? " (nieuwste)" : ""}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Citation({ frame, figure, round, address }: ItemPageProps): JSX.Element | null {
  if (figure.withheld) return null;
  const words = roundWords(round);
  const { view } = figure;
  return (
    <section aria-labelledby="verwijzen">
      <h2 id="verwijzen">Zo verwijs je hiernaar</h2>
      <p>
        {frame.association.name}, {words.title}, vraag {figure.concept},{" "}
        {view.filters.length === 0 ? "alle leden" : filterWords(view.filters)}. {editionWords(figure, round)}.{" "}
        {view.n === null
          ? ""
          : `n\u00a0=\u00a0${formatNumber(view.n)} ${view.n === 1 ? "organisatie" : "organisaties"}.`}{" "}
        <br />
        <span class="wt-address">{address}</span>
      </p>
    </section>
  );
}

/** One question with its outcome: sentence, chart, numbers, table, files, and how to quote it. */
export function ItemPage(props: ItemPageProps): JSX.Element {
  const { frame, figure, round, choices, edition, address, interpreted } = props;
  const words = roundWords(round);
  const { filters } = figure.view;
  const group = filters.length === 0 ? "" : `, ${filterWords(filters)}`;
  return (
    <Layout
      frame={frame}
      title={`${figure.shortName} in ${round.year}${group}`}
      heading={figure.shortName}
      lead={questionOf(figure)}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(round.year), label: String(round.year) },
      ]}
      help={<Why figure={figure} year={round.year} />}
      notice={interpreted.isSaved ? { kind: "ok", text: "De duiding is opgeslagen." } : undefined}
    >
      {filters.length === 0 ? null : (
        <p>
          <a href={`${paths.insightItem(round.year, figure.concept)}${figureQuery([], edition)}`}>
            Terug naar alle leden
          </a>
        </p>
      )}
      <Outcome figure={figure} round={round} edition={edition} />
      <Editions figure={figure} round={round} />
      {figure.withheld ? null : (
        <p class="wt-small">
          {versionsCounted(figure, round)} {edition === null ? words.waiting : ""}
        </p>
      )}
      <SimilarGroups
        action={paths.insightItem(round.year, figure.concept)}
        groups={props.similar}
        chosen={filters.length === 0 ? "alle" : figureQuery(filters).slice(1)}
        edition={edition}
      />
      <FigureFilters
        action={paths.insightItem(round.year, figure.concept)}
        choices={choices}
        chosen={filters}
        edition={edition}
        isReleased={figure.audience === "confidential"}
      />
      <InterpretationText
        shown={interpreted.shown}
        mayWrite={interpreted.mayWrite}
        year={round.year}
        concept={figure.concept}
      />
      <p>
        <a href={paths.trend(figure.concept)}>Bekijk deze vraag door de jaren</a>
      </p>
      <Quotes
        quotes={filters.length === 0 && !figure.withheld ? props.quotes : []}
        href={paths.insightOpenedAnswers(round.year, figure.concept)}
      />
      <Themes figure={figure} />
      {nobodyAnswered(figure) ? null : <NamesPerOption figure={figure} round={round} edition={edition} />}
      <Citation {...props} />
      <PrintNote>
        Peildatum {words.referenceDay}. {address}
      </PrintNote>
    </Layout>
  );
}
