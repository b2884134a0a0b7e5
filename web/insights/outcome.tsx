import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { formatNumber } from "../ui/dutch.ts";
import { Figure } from "../ui/figure.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Cell, countIn, wordsIn } from "./cell.ts";
import { tableOf } from "./figure-columns.tsx";
import { figureQuery, keyQuery } from "./figure-filter.ts";
import { explanationsOf, linesOf } from "./figure-table.ts";
import { OutcomeChart } from "./outcome-chart.tsx";
import { outcomeSentence, sizeSentence, WITHHELD_REASON } from "./outcome-sentence.ts";
import { editionWords, roundWords } from "./round-words.ts";
import type { ShownFigure, ShownRound, ShownView } from "./shown-figure.ts";
import { finiteNote, middleSentence } from "./statistic-words.ts";

const said = (cell: Cell): string =>
  cell.kind === "exact" ? formatNumber(cell.count) : (wordsIn(cell) ?? "");

function metaOf(figure: ShownFigure, round: ShownRound): string[] {
  const words = roundWords(round);
  const { view } = figure;
  return [
    view.n === null ? "" : `n = ${formatNumber(view.n)}`,
    view.filters.length === 0 ? words.coverage : "",
    ...view.states.map(({ label, organisations }) => `${label.toLowerCase()}: ${said(organisations)}`),
    `peildatum ${words.referenceDay}`,
    editionWords(figure, round),
  ];
}

/** One question's outcome: sentence, chart of the group and of all members, n, table, files. */
export function Outcome({
  figure,
  round,
  edition,
}: {
  figure: ShownFigure;
  round: ShownRound;
  /** the edition in the address; links to other views keep it */
  edition: number | null;
}): JSX.Element {
  if (figure.withheld)
    return (
      <Notice kind="info" title={outcomeSentence(figure)}>
        <p>{WITHHELD_REASON[figure.withheld]}</p>
        <p>
          <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
        </p>
      </Notice>
    );
  const { year } = round;
  const query = figureQuery(figure.view.filters, edition);
  return (
    <div class="wt-item">
      <Figure
        id="uitkomst"
        title={figure.view.filters.length === 0 ? "Uitkomst" : `Uitkomst – ${figure.view.label}`}
        conclusion={outcomeSentence(figure)}
        chart={<Charts figure={figure} />}
        meta={metaOf(figure, round)}
        table={tableOf(
          figure,
          (key) => `${paths.insightItem(year, figure.concept)}${keyQuery(key, edition)}`,
        )}
        downloads={{
          csv: `${paths.insightExport(year, figure.concept, "csv")}${query}`,
          excel: `${paths.insightExport(year, figure.concept, "xlsx")}${query}`,
        }}
      >
        {figure.size ? <p>{sizeSentence(figure)}</p> : null}
        {figure.median?.middle ? (
          <p class="wt-small">
            {middleSentence(figure.median.middle, figure.unit)}{" "}
            {finiteNote(figure.median.middle, figure.view.filters.length === 0 ? round.members : null)}
          </p>
        ) : null}
        <Explanations figure={figure} round={round} edition={edition} />
      </Figure>
    </div>
  );
}

/** Parts of facts are parts of who gave an answer: "n = 31, waarvan 30 antwoord gaven". */
function sizeOf({ audience }: ShownFigure, { n, whole }: ShownView): string {
  if (n === null) return "";
  const given =
    audience === "members" && whole !== null && whole !== n
      ? `, waarvan ${formatNumber(whole)} antwoord ${whole === 1 ? "gaf" : "gaven"}`
      : "";
  return `n = ${formatNumber(n)}${given}`;
}

function Charts({ figure }: { figure: ShownFigure }): JSX.Element {
  if (!figure.compared) return <OutcomeChart figure={figure} view={figure.view} />;
  return (
    <div class="wt-compared">
      {[figure.view, figure.compared].map((view) => (
        <section key={view.label} aria-label={view.label}>
          <h3 class="wt-compared__group">
            {view.label} <span class="wt-small">{sizeOf(figure, view)}</span>
          </h3>
          <OutcomeChart figure={figure} view={view} />
        </section>
      ))}
    </div>
  );
}

/** What words and gaps mean; from a gap to the nearest view that is shown. */
function Explanations({
  figure,
  round,
  edition,
}: {
  figure: ShownFigure;
  round: ShownRound;
  edition: number | null;
}): JSX.Element | null {
  const explanations = explanationsOf(linesOf(figure));
  if (explanations.length === 0) return null;
  const nearest = nearestOf(figure.view);
  return (
    <ul class="wt-small">
      {explanations.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {nearest === null ? null : (
        <li>
          <a href={`${paths.insightItem(round.year, figure.concept)}${keyQuery(nearest, edition)}`}>
            Bekijk de dichtstbijzijnde groep waarvan dit cijfer er is
          </a>
        </li>
      )}
      <li>
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </li>
    </ul>
  );
}

/** Where the first withheld cell of a view is shown; null when nowhere or when nothing is withheld. */
function nearestOf({ rows, merged }: ShownView): string | null {
  const gaps = [...(merged ? [merged] : []), ...rows].flatMap(({ organisations: cell }) =>
    cell.kind === "withheld" ? [cell.nearest] : [],
  );
  return gaps.find((nearest) => nearest !== null) ?? null;
}

/** How many gave an answer with content, where that is exact. */
export const nobodyAnswered = ({ view }: ShownFigure): boolean =>
  view.rows.length > 0 && view.rows.every(({ organisations }) => countIn(organisations) === 0);
