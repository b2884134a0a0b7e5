import type { ProfileField } from "../../db/vocabulary.ts";
import { PROFILE_FIELD_LABELS } from "../members/labels.ts";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { type BoardLine, countsOf } from "./board.ts";
import { type Cell, countIn, wordsIn } from "./cell.ts";

/** A number is an outlier when it is so many times larger or smaller than before, and differs by so much. */
export const FURTHEST_TIMES = 2;
export const LEAST_DIFFERENCE = 3;

/** How one item was left open: facts as counted, confidential ones as released; null as long as they are not. */
export interface QualityItem {
  concept: string;
  shortName: string;
  audience: "members" | "confidential";
  n: number | null;
  unknown: Cell | null;
  notApplicable: Cell | null;
  missing: Cell | null;
}

export interface FieldAge {
  field: ProfileField;
  members: number;
  empty: number;
  unconfirmed: number;
  old: number;
  confirmed: number;
  changed: number;
  skipped: number;
}

export interface Outlier {
  concept: string;
  shortName: string;
  unit: string | null;
  name: string;
  slug: string;
  earlierYear: number;
  earlier: number;
  present: number;
  all: number;
}

export interface OtherText {
  concept: string;
  shortName: string;
  text: string;
  name: string;
  slug: string;
  all: number;
}

/** All that the page on the quality of data says. */
export interface Quality {
  items: readonly QualityItem[];
  board: readonly BoardLine[];
  fields: readonly FieldAge[];
  outliers: readonly Outlier[];
  /** null when there is no round before this one */
  earlierYear: number | null;
  others: readonly OtherText[];
}

/** A cell as text: a number, a word, or why there is none. */
export const cellText = (cell: Cell | null): string => {
  if (cell === null) return "niet vrijgegeven";
  const count = countIn(cell);
  return count === null ? (wordsIn(cell) ?? "") : formatNumber(count);
};

/** One line of the table that the page, CSV and Excel share. */
export interface QualityLine {
  part: string;
  subject: string;
  what: string;
  /** null where there is no exact count */
  count: number | null;
  /** instead of a number, or "" */
  remark: string;
  /** of how many; null when that is not shown */
  of: number | null;
}

const STATES = [
  ["unknown", "Weet ik niet"],
  ["notApplicable", "Niet van toepassing"],
  ["missing", "Niet ingevuld"],
] as const;

export const PARTS = {
  items: "Vragen zonder inhoudelijk antwoord",
  responses: "Inzendingen",
  fields: "Profielgegevens",
  outliers: "Getallen die sterk veranderden",
  others: "Eigen woorden bij anders",
} as const;

function responseLines(board: readonly BoardLine[]): QualityLine[] {
  const line = (what: string, count: number): QualityLine => ({
    part: PARTS.responses,
    subject: "Alle leden",
    what,
    count,
    remark: "",
    of: board.length,
  });
  const counts = countsOf(board);
  return [
    line("Niet begonnen", counts.not_begun),
    line("Begonnen en niet ondertekend", counts.in_progress + counts.ready),
    line("Meer dan één inzending", board.filter(({ responses }) => responses > 1).length),
    line("Ondertekend na de sluitdatum", board.filter(({ isLate }) => isLate).length),
    line("Ondertekend, en nu in bewerking", board.filter(({ isReopened }) => isReopened).length),
  ];
}

/** Every count of the page as one list: what CSV and Excel hold, and of which the page makes its tables. */
export function qualityLines({ items, board, fields, outliers, others }: Quality): QualityLine[] {
  const perItem = (
    rows: readonly { concept: string; shortName: string; all: number }[],
    part: string,
    what: string,
  ) =>
    [...new Map(rows.map((row) => [row.concept, row])).values()].map(
      ({ concept, shortName, all }): QualityLine => ({
        part,
        subject: `${concept} ${shortName}`,
        what,
        count: all,
        remark: "",
        of: null,
      }),
    );
  return [
    ...items.flatMap((item) =>
      STATES.map(([key, what]): QualityLine => {
        const cell = item[key];
        const count = cell && countIn(cell);
        const remark = count === null ? cellText(cell) : "";
        return {
          part: PARTS.items,
          subject: `${item.concept} ${item.shortName}`,
          what,
          count,
          remark,
          of: item.n,
        };
      }),
    ),
    ...responseLines(board),
    ...fields.flatMap(({ field, members, empty, unconfirmed, old, confirmed, changed, skipped }) =>
      [
        ["Geen waarde", empty],
        ["Niet bevestigd sinds de ronde opende", unconfirmed],
        ["Ouder dan een jaar", old],
        ["Bevestigd in de vragenlijst", confirmed],
        ["Gewijzigd in de vragenlijst", changed],
        ["Overgeslagen in de vragenlijst", skipped],
      ].map(
        ([what, count]): QualityLine => ({
          part: PARTS.fields,
          subject: PROFILE_FIELD_LABELS[field].name,
          what: String(what),
          count: Number(count),
          remark: "",
          of: members,
        }),
      ),
    ),
    ...perItem(outliers, PARTS.outliers, "Organisaties met een sterk ander getal"),
    ...perItem(others, PARTS.others, "Organisaties met eigen woorden"),
  ];
}

/** "3 leden zonder inzending, 2 dubbele inzendingen, …": what asks for attention first. */
export function qualitySentence({ board, outliers, others }: Quality): string {
  const unsigned = board.filter(({ state }) => state !== "signed").length;
  const twice = board.filter(({ responses }) => responses > 1).length;
  const own = new Set(others.map(({ text }) => text.toLowerCase())).size;
  return [
    unsigned === 0
      ? "Alle leden hebben ondertekend."
      : `${countOf(unsigned, "lid heeft", "leden hebben")} niet ondertekend.`,
    `${twice === 0 ? "Niemand diende" : countOf(twice, "lid diende", "leden dienden")} meer dan één keer in.`,
    outliers.length > 0
      ? `${countOf(outliers.length, "getal veranderde", "getallen veranderden")} sterk.`
      : "",
    own > 0 ? `Bij anders staan ${countOf(own, "verschillende tekst", "verschillende teksten")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
