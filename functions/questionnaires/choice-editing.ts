import type { ItemKind } from "../../db/vocabulary.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { OwnListRow } from "../members/choice-list-queries.ts";

interface ListUse {
  concept: string;
  kind: ItemKind;
  title: string;
  /** given answers to the question; of a confidential one only whether there are any, 1 or 0 */
  answers: number;
  isTold: boolean;
  published: boolean;
  /** codes that conditions of others name */
  conditions: readonly string[];
}

/** A list with what is offered now and by which questions. */
export interface OwnList {
  list: string;
  title: string;
  revision: number;
  /** the highest number that was ever a code here */
  highest: number;
  choices: readonly { code: string; label: string }[];
  uses: readonly ListUse[];
}

/** How many answers hold the list; `some` when one of its questions is confidential. */
export const answersIn = ({ uses }: OwnList): number | "some" => {
  const isSecret = uses.some(({ isTold, answers }) => !isTold && answers > 0);
  return isSecret ? "some" : uses.reduce((sum, { answers }) => sum + answers, 0);
};

export const ownListOf = ({ choices, uses, ...row }: OwnListRow): OwnList => ({
  ...row,
  choices: JSON.parse(choices) as OwnList["choices"],
  uses: (
    JSON.parse(uses) as (Omit<ListUse, "published" | "isTold"> & { published: number; isTold: number })[]
  ).map((use) => ({
    ...use,
    published: use.published === 1,
    isTold: use.isTold === 1,
  })),
});

/** Why a list cannot change any more; null while it can. */
export function listLock({ uses }: OwnList): string | null {
  const use = uses.find(({ published }) => published);
  return use
    ? `Een gepubliceerde ronde gebruikt deze lijst bij vraag ${use.concept}. Maak een nieuwe lijst.`
    : null;
}

export interface ListPlan {
  kept: { code: string; label: string; position: number }[];
  ended: string[];
}

/** New lines beside lines that went: which of them is which must be told by a person. */
export interface ListDoubt {
  added: readonly { at: number; label: string }[];
  gone: readonly { code: string; label: string }[];
}

const MOST = 60;
const folded = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** Lines of the form as choices: without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * What a list becomes. A line that was there keeps its code; a new one gets the next number; `renamed` tells
 * which old code a new line is the new text of ("" for none). Steps of a scale are numbered from the top, so a
 * scale that was answered keeps its steps.
 */
export function planList(
  before: OwnList,
  lines: readonly string[],
  renamed: ReadonlyMap<number, string>,
): ListPlan | { errors: FieldErrors; doubt?: ListDoubt } {
  if (lines.length < 2 || lines.length > MOST)
    return { errors: { keuzes: `Vul 2 tot ${MOST} keuzes in, elke keuze op een eigen regel.` } };
  if (lines.some((line) => line.length > 150))
    return { errors: { keuzes: "Maak elke keuze korter: hooguit 150 tekens." } };
  if (new Set(lines.map(folded)).size < lines.length)
    return { errors: { keuzes: "Elke keuze mag één keer voorkomen." } };
  const codeOf = (line: string, at: number) =>
    before.choices.find(({ label }) => folded(label) === folded(line))?.code ?? renamed.get(at) ?? null;
  const codes = lines.map(codeOf);
  const gone = before.choices.filter(({ code }) => !codes.includes(code));
  const added = lines.flatMap((label, at) => (codes[at] === null ? [{ at, label }] : []));
  if (added.length > 0 && gone.length > 0)
    return {
      errors: { keuzes: "Zeg bij elke nieuwe regel of het een oude keuze is." },
      doubt: { added, gone },
    };
  const given = codes.filter((code): code is string => Boolean(code));
  if (new Set(given).size < given.length)
    return { errors: { keuzes: "Twee regels kunnen niet dezelfde oude keuze zijn." } };
  return placed(before, lines, codes);
}

function placed(
  before: OwnList,
  lines: readonly string[],
  codes: readonly (string | null)[],
): ListPlan | { errors: FieldErrors } {
  const isScale = before.uses.some(({ kind }) => kind === "scale");
  const named = before.uses.flatMap(({ conditions }) => conditions);
  const gone = before.choices.filter(({ code }) => !codes.includes(code));
  if (isScale) {
    const same = codes.length === before.choices.length && codes.every((code, at) => code === String(at + 1));
    if (!same && (named.length > 0 || before.uses.some(({ answers }) => answers > 0)))
      return { errors: { keuzes: "Deze schaal is in gebruik. Verander alleen de tekst van een trede." } };
    const kept = lines.map((label, at) => ({ code: String(at + 1), label, position: at + 1 }));
    return { kept, ended: before.choices.slice(lines.length).map((_, at) => String(lines.length + at + 1)) };
  }
  const needed = gone.find(({ code }) => named.includes(code));
  if (needed) return { errors: { keuzes: `'${needed.label}' staat in een voorwaarde. Haal die eerst weg.` } };
  return { kept: numbered(before, lines, codes), ended: gone.map(({ code }) => code) };
}

/** A code for every line; a new one gets a number that was never used here. */
function numbered(before: OwnList, lines: readonly string[], codes: readonly (string | null)[]) {
  let next = before.highest;
  return lines.map((label, at) => {
    const held = codes[at];
    if (!held) next += 1;
    return { code: held || String(next), label, position: at + 1 };
  });
}
