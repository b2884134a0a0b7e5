import type { Condition } from "../../db/schema/values.ts";
import type { Audience, Comparability, ItemDisplay, ItemKind, ProfileField } from "../../db/vocabulary.ts";

/** A question as it travels to and from other programs; what an organisation answered never does. */
export interface TransferItem {
  concept: string;
  kind: ItemKind;
  display: ItemDisplay;
  stem: string;
  wording: string;
  shortName: string;
  help: string;
  definition: string;
  purpose: string;
  use: string;
  unit: string | null;
  classes: number[] | null;
  choiceList: string | null;
  allowsOther: boolean;
  allowsExplanation: boolean;
  profileField: ProfileField | null;
  audience: Audience;
  comparability: Comparability | null;
  /** codes of the questions before, out of which this one was split or merged */
  origins: string[];
  shownIf: Condition[] | null;
}

export interface TransferSection {
  title: string;
  intro: string;
  minutes: number;
  shownIf: Condition[] | null;
  items: TransferItem[];
}

export interface TransferList {
  list: string;
  choices: { code: string; label: string }[];
}

/** A whole questionnaire: what is asked now, with the lists that its questions use. */
export interface TransferQuestionnaire {
  title: string;
  sections: TransferSection[];
  lists: TransferList[];
}

/** Something that could not be carried as it was: at which question or section, and what became of it. */
export interface TransferRemark {
  /** code or name of a question, title of a section; "" for the questionnaire as a whole */
  at: string;
  text: string;
}

/** A file as its reader understood it, before it is made to fit: names are those of the file. */
export interface Draft {
  title: string;
  sections: DraftSection[];
  lists: TransferList[];
  remarks: TransferRemark[];
}
export interface DraftSection extends Omit<TransferSection, "items" | "minutes"> {
  /** null: the file does not say */
  minutes: number | null;
  items: DraftItem[];
}
export interface DraftItem extends Omit<TransferItem, "concept" | "audience"> {
  name: string;
  /** empty: the file does not say */
  concept: string;
  audience: Audience | null;
}

/** A question of a file of another program: nothing is known but what every program has. */
export const draftItem = (
  name: string,
  kind: ItemKind,
  wording: string,
  more: Partial<DraftItem> = {},
): DraftItem => ({
  name,
  concept: "",
  kind,
  display: "list",
  stem: "",
  wording,
  shortName: "",
  help: "",
  definition: "",
  purpose: "",
  use: "",
  unit: null,
  classes: null,
  choiceList: null,
  allowsOther: false,
  allowsExplanation: false,
  profileField: null,
  audience: null,
  comparability: null,
  origins: [],
  shownIf: null,
  ...more,
});

/** The first of these names that no question of the file has; else the last with a number. Each refers to one. */
export function freeName({ sections }: Pick<Draft, "sections">, names: readonly string[]): string {
  const taken = new Set(sections.flatMap(({ items }) => items.map(({ name }) => name)));
  const free = names.find((name) => !taken.has(name));
  for (let nth = 2; free === undefined; nth++) {
    const numbered = `${names.at(-1)} (${nth})`;
    if (!taken.has(numbered)) return numbered;
  }
  return free;
}

/** Remarks with the same words as one, with everything that it is about. */
export function grouped(remarks: readonly TransferRemark[]): TransferRemark[] {
  const about = Map.groupBy(remarks, ({ text }) => text);
  return [...about].map(([text, all]) => ({
    at: [...new Set(all.map(({ at }) => at))].filter(Boolean).join(", "),
    text,
  }));
}

export type TransferRead = { ok: true; draft: Draft } | { ok: false; error: string };

/** The name of a question in other programs: theirs may not begin with a digit. */
export const nameOf = (concept: string): string => `v${concept}`;

/** Questions that stand in one table: rows of a grid that follow each other with the same opening and list. */
export function tablesOf(items: readonly TransferItem[]): TransferItem[][] {
  const tables: TransferItem[][] = [];
  for (const item of items) {
    const [first] = tables.at(-1) ?? [];
    const isNext =
      item.display === "grid" &&
      first?.display === "grid" &&
      first.stem === item.stem &&
      first.choiceList === item.choiceList;
    if (isNext) tables.at(-1)?.push(item);
    else tables.push([item]);
  }
  return tables;
}

/** A question as one sentence, and back. */
export const fullText = ({ stem, wording }: { stem: string; wording: string }): string =>
  [stem, wording].filter(Boolean).join(" ");
export const withoutStem = (text: string, stem: string): string =>
  stem && text.startsWith(`${stem} `) ? text.slice(stem.length + 1) : text;

/** Codes of questions as they stand in one cell: "4A1 4A2"; what is no code is passed over. */
export const readOrigins = (text: string): string[] => text.match(/\b[0-9A-Z]{2,6}\b/g) ?? [];

/** Classes as they stand in one cell: "0 2.5 10". */
export const classesText = (classes: readonly number[] | null): string => (classes ?? []).join(" ");
export function readClassesText(text: string): number[] | null {
  const bounds = text.split(/\s+/).filter(Boolean).map(Number);
  const rises = bounds.every(
    (bound, at) => Number.isFinite(bound) && (at === 0 || bound > (bounds[at - 1] ?? 0)),
  );
  return bounds.length > 1 && rises ? bounds : null;
}

/** The word if it is one of these; null for any other. */
export const oneOf = <W extends string>(words: readonly W[], word: string | undefined): W | null =>
  words.find((each) => each === word) ?? null;
