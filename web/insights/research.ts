import { dayInAmsterdam, formatDay } from "../ui/dutch.ts";

/** A file of separate answers: which data, in which shape. */
export interface ResearchFile {
  file: string;
  data: "answers" | "facts";
  shape: "sav" | "csv" | "codebook-csv" | "codebook-text";
  label: string;
}

const shapes = (data: ResearchFile["data"], name: string): ResearchFile[] => [
  { file: `${name}.sav`, data, shape: "sav", label: "SPSS (.sav)" },
  { file: `${name}.csv`, data, shape: "csv", label: "CSV" },
  { file: `${name}-codeboek.csv`, data, shape: "codebook-csv", label: "codeboek als CSV" },
  { file: `${name}-codeboek.md`, data, shape: "codebook-text", label: "codeboek als tekst" },
];

/** Every file that a use statement opens. */
export const RESEARCH_FILES: readonly ResearchFile[] = [
  ...shapes("answers", "antwoorden"),
  ...shapes("facts", "feiten"),
];

export const RESEARCH_DATA_LABELS: Record<ResearchFile["data"], string> = {
  answers: "Vertrouwelijke antwoorden onder code",
  facts: "Feiten onder code",
};

/** Beyond this many organisations a file is made by a command, not by a page. */
export const MOST_IN_A_FILE = 400;

/** Released figures come in files of so many: more costs a page at the edge the processor time it may use. */
export const CELLS_IN_A_FILE = 300;

/** A use statement as the page lists it: never with its secret. */
export interface ShownStatement {
  id: string;
  name: string;
  purpose: string;
  recipients: string;
  /** last day, "2026-12-01" */
  validUntil: string;
  signedAt: number;
  endedAt: number | null;
  isMine: number;
}

/** Whether the files of a statement can still be had on this day. */
export const isValid = (
  { validUntil, endedAt }: Pick<ShownStatement, "validUntil" | "endedAt">,
  today: string,
) => endedAt === null && validUntil >= today;

/** "loopt tot 1 december 2026" */
export function standingOf(statement: ShownStatement, today: string): string {
  if (statement.endedAt !== null) return `beëindigd op ${formatDay(dayInAmsterdam(statement.endedAt))}`;
  return statement.validUntil >= today
    ? `loopt tot en met ${formatDay(statement.validUntil)}`
    : `liep tot en met ${formatDay(statement.validUntil)}`;
}

const NOTICES: Record<string, string> = {
  ondertekend: "Je verklaring staat er. Je kunt de bestanden nu downloaden.",
  beeindigd: "De verklaring is beëindigd. Je kunt de bestanden niet meer downloaden.",
};

/** The notice of ?melding=…; undefined for a word that we do not know. */
export const researchNotice = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : NOTICES[word];
