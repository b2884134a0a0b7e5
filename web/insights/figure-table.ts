import { CELL_WORDS, type Cell, countIn } from "./cell.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** One line of the table below a figure; the page, CSV and Excel are all made from these. */
export interface FigureLine {
  label: string;
  organisations: Cell;
  mentions: Cell | null;
  /** part of who gave an answer, between 0 and 1; only where nothing is kept back */
  share: number | null;
  /** why there is no number, or "" */
  remark: string;
  /** an answer with content, or one of the other states */
  isAnswer: boolean;
}

/** Why a cell carries no number, per kind. */
const CELL_REASONS = {
  few: "Hooguit 2: bij zulke kleine aantallen kun je een organisatie herkennen.",
  nearly_all: "Vrijwel alle: het precieze aantal zou kunnen tonen wie anders koos.",
  hidden: "Niet getoond: met dit getal kun je een ander klein aantal uitrekenen.",
} as const;

const remarkOn = (cell: Cell): string => (cell.kind === "exact" ? "" : CELL_WORDS[cell.kind]);

/** The lines of a figure: its answers, then who gave none. Empty when the outcome is withheld. */
export function linesOf(figure: ShownFigure): FigureLine[] {
  if (figure.withheld) return [];
  const given = countIn(figure.given);
  const isFact = figure.audience === "members";
  const answers = figure.rows.map((row): FigureLine => {
    const count = countIn(row.organisations);
    return {
      label: row.label,
      organisations: row.organisations,
      mentions: row.mentions ?? null,
      share: isFact && given && count !== null ? count / given : null,
      remark: remarkOn(row.organisations),
      isAnswer: true,
    };
  });
  const without = (
    [
      ["Weet ik niet", figure.unknown],
      ["Niet van toepassing", figure.notApplicable],
      ["Niet ingevuld", figure.missing],
    ] as const
  ).map(
    ([label, cell]): FigureLine => ({
      label,
      organisations: cell,
      mentions: null,
      share: null,
      remark: remarkOn(cell),
      isAnswer: false,
    }),
  );
  return [...answers, ...without];
}

/** The different reasons why cells of these lines carry no number. */
export function reasonsOf(lines: readonly FigureLine[]): string[] {
  const kinds = new Set(lines.flatMap(({ organisations: { kind } }) => (kind === "exact" ? [] : [kind])));
  return [...kinds].map((kind) => CELL_REASONS[kind]);
}
