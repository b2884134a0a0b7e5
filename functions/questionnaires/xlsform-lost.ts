import type { ReadSheet } from "../http/table-reading.ts";
import type { TransferRemark } from "./transfer-shape.ts";
import type { Row } from "./xlsform-sheets.ts";

/** Columns of a question that ours has no place for. */
const LOST: Record<string, string> = {
  constraint: "een controle op het antwoord",
  calculation: "een berekening",
  default: "een vooringevuld antwoord",
  choice_filter: "een filter op de keuzes",
  read_only: "alleen lezen",
  readonly: "alleen lezen",
};

/** Columns that are read, told of at each question, or without meaning once a question is here. */
const KNOWN = new Set([
  ...Object.keys(LOST),
  ...["type", "name", "label", "hint", "guidance_hint", "relevant", "required", "appearance", "parameters"],
  ...["constraint_message", "required_message", "repeat_count"],
]);
/** What may be translated, or belongs to a text that may be. */
const LANGUAGE = /^(label|hint|guidance_hint)::/;

/** What one question of another program brings that has no place here. */
export const lostAt = (row: Row): string[] =>
  Object.entries(LOST).flatMap(([column, what]) => (row[column] ? [`Weggelaten: ${what}.`] : []));

/** What a whole form brings that has no place here: required questions, other languages, columns unknown here. */
export function lostInForm(sheets: readonly ReadSheet[], survey: readonly Row[]): TransferRemark[] {
  if (survey.some(({ wt_concept }) => wt_concept)) return [];
  const [head = [], ...rows] = sheets.find(({ name }) => name.trim().toLowerCase() === "survey")?.rows ?? [];
  const isFilled = (at: number) => rows.some((row) => (row[at] ?? "").trim() !== "");
  const filled = head.flatMap((cell, at) => (cell.trim() && isFilled(at) ? [cell.trim()] : []));
  const labels = filled.filter((column) => /^label(::|$)/i.test(column));
  const unknown = filled.filter((column) => {
    const key = column.toLowerCase();
    return !KNOWN.has(key) && !LANGUAGE.test(key) && !key.startsWith("wt_") && !/_message::/.test(key);
  });
  const isAsked = survey.some(({ required = "" }) => /^(yes|true|1|ja)\b/i.test(required));
  return [
    ...(isAsked
      ? [{ at: "", text: "Verplichte vragen bestaan hier niet: iedereen mag iets openlaten." }]
      : []),
    ...(labels.length > 1 ? [{ at: "", text: "Van elke tekst is één taal ingelezen." }] : []),
    ...(unknown.length > 0
      ? [{ at: "", text: `Weggelaten kolommen van het blad 'survey': ${unknown.join(", ")}.` }]
      : []),
  ];
}
