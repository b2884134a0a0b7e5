import { formatNumber } from "../ui/dutch.ts";
import { type Cell, countIn, WITHHELD_SENTENCE, wordsIn } from "./cell.ts";
import type { ShownFigure, ShownView } from "./shown-figure.ts";

/** One line of the table below a figure; the page, CSV and Excel are all made from these. */
export interface FigureLine {
  group: string;
  /** organisations in the group; null when nothing of it is shown */
  n: number | null;
  /** what its shares are a part of: who gave an answer (facts), or the group; null when there are no shares */
  whole: number | null;
  label: string;
  organisations: Cell;
  /** of a theme: how often it was named; null where that is not shown */
  mentions: number | null;
  /** part of `whole`, between 0 and 1; only beside an exact count */
  share: number | null;
  /** words instead of a number, or "" */
  remark: string;
}

/** What stands below a figure about counts that are not exact, each once. */
const EXPLAINED = {
  few: "Hooguit 2: 0, 1 of 2 organisaties. Zo herken je niemand.",
  nearly_all: "Vrijwel alle: iedereen, of 1 of 2 minder. Zo herken je niemand.",
  word: "Weinig, ongeveer de helft of de meeste: hier tonen we een woord, geen getal.",
  withheld: WITHHELD_SENTENCE,
} as const;

/** The lines of a figure: its group, then all members beside it. Empty when there is no outcome yet. */
export function linesOf(figure: ShownFigure): FigureLine[] {
  if (figure.withheld) return [];
  return [figure.view, ...(figure.compared ? [figure.compared] : [])].flatMap(viewLines);
}

function viewLines({ label: group, n, whole, rows, merged, states }: ShownView): FigureLine[] {
  const line = (label: string, organisations: Cell, isAnswer: boolean, mentions?: number): FigureLine => {
    const count = countIn(organisations);
    return {
      group,
      n,
      whole,
      label,
      organisations,
      mentions: mentions ?? null,
      share: isAnswer && whole && count !== null ? count / whole : null,
      remark: wordsIn(organisations) ?? "",
    };
  };
  return [
    ...[...(merged ? [merged] : []), ...rows].map((row) =>
      line(row.label, row.organisations, true, row.mentions),
    ),
    ...states.map((state) => line(state.label, state.organisations, false)),
  ];
}

/** What the words in these lines mean. */
export function explanationsOf(lines: readonly FigureLine[]): string[] {
  const kinds = new Set(lines.flatMap(({ organisations: { kind } }) => (kind === "exact" ? [] : [kind])));
  return [...kinds].map((kind) =>
    kind === "word" ? `${EXPLAINED.word} ${rangesOf(lines)}` : EXPLAINED[kind],
  );
}

/** Between which counts each word lies, for every size of group: "Bij 24 organisaties is ‘weinig’ 0 tot en met 7." */
function rangesOf(lines: readonly FigureLine[]): string {
  const sentences = lines.flatMap(({ n, organisations: cell }) =>
    cell.kind === "word" && n !== null
      ? [`Bij ${formatNumber(n)} organisaties is ‘${wordsIn(cell)}’ ${cell.low} tot en met ${cell.high}.`]
      : [],
  );
  return [...new Set(sentences)].join(" ");
}
