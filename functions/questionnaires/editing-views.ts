import type { Condition } from "../../db/schema/values.ts";
import { OTHER } from "../../web/members/answer-shape.ts";
import { conditionInWords } from "../../web/questionnaires/condition-words.ts";
import {
  DISPLAY_LABELS,
  GRADE_LABELS,
  KIND_LABELS,
  kindInWords,
  READER_LABELS,
} from "../../web/questionnaires/editing.ts";
import type { HistoryLine, TheirValue } from "../../web/questionnaires/editing-parts.tsx";
import { countOf } from "../../web/ui/dutch.ts";
import type { Typed } from "../http/form.ts";
import type { ItemRow } from "./editing-queries.ts";
import { type EditingRead, labelsOf, type OpenedEditing, orderedItems } from "./editing-reading.ts";
import type { ItemSurroundings } from "./item-editing.ts";
import { type ConditionFault, conditionFault } from "./item-editing-conditions.ts";

/** What the pages of the editor say, out of the rows that they read. */

const FAULT_WORDS: Record<ConditionFault, string> = {
  later: "Let op: die vraag komt later.",
  withdrawn: "Let op: die vraag is ingetrokken. Haal deze voorwaarde weg.",
  gone: "Let op: die vraag bestaat niet meer. Haal deze voorwaarde weg.",
  kind: "Let op: die vraag heeft geen keuzes meer.",
};

type Rows = Pick<EditingRead, "sections" | "items" | "choices">;

/** The choices of a question that a condition can name. */
export function choicesOf(
  { choices }: Pick<Rows, "choices">,
  item: { choiceList: string | null; allowsOther: boolean },
) {
  const own = choices
    .filter(({ list, validTo }) => list === item.choiceList && validTo === null)
    .map(({ code, label }) => ({ value: code, label }));
  return item.allowsOther ? [...own, { value: OTHER, label: "Anders" }] : own;
}

/** The conditions of a question or section, a sentence each, with a warning behind those that cannot hold. */
export function conditionLines(
  rows: Rows,
  subjectId: string,
  conditions: readonly Condition[] | null,
): string[] {
  const asked = (concept: string) => rows.items.find((item) => item.concept === concept);
  return (conditions ?? []).map((condition) => {
    const words = conditionInWords(condition, {
      question: (concept) => asked(concept)?.shortName ?? concept,
      choice: (concept, code) => {
        const item = asked(concept);
        return (item && choicesOf(rows, item).find(({ value }) => value === code)?.label) ?? code;
      },
    });
    const fault = conditionFault(orderedItems(rows), subjectId, condition);
    return fault ? `${words} ${FAULT_WORDS[fault]}` : words;
  });
}

/** "Schaal: Helemaal niet – Volledig", "Getal in locaties". */
export function shapeInWords(
  rows: Pick<Rows, "choices">,
  item: Pick<ItemRow, "kind" | "display" | "choiceList" | "unit">,
): string {
  const labels = labelsOf(rows, item.choiceList);
  const list =
    labels.length > 0
      ? `: ${labels[0]} tot ${labels.at(-1)}, ${countOf(labels.length, "keuze", "keuzes")}`
      : "";
  return `${kindInWords(item)}${item.kind === "scale" ? list : labels.length > 0 ? `: ${labels.join(", ")}` : ""}${item.unit ? ` in ${item.unit}` : ""}`;
}

export const sectionOptions = ({ sections }: Pick<EditingRead, "sections">) =>
  sections
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, title }) => ({ value: id, label: title }));

/** Every list that offers something, by its first choices: names of lists are for programs. */
export function listOptions(read: Pick<EditingRead, "choices" | "lists">) {
  const lists = [...new Set(read.choices.map(({ list }) => list))];
  return lists
    .filter((list) => labelsOf(read, list).length > 0)
    .map((list) => {
      const labels = labelsOf(read, list);
      const title = read.lists.find((own) => own.list === list)?.title;
      const some = labels.slice(0, 3).join(", ").slice(0, 90);
      return { value: list, label: `${title ? `${title}: ` : ""}${some}${labels.length > 3 ? " …" : ""}` };
    });
}

/** Names of the fields of the editor, as its pages and its history say them. */
const FIELD_LABELS: Record<string, string> = {
  sectie: "Sectie",
  begin: "Begin van de vraag",
  vraag: "Vraag",
  naam: "Korte naam",
  uitleg: "Uitleg",
  definitie: "Definitie",
  soort: "Soort vraag",
  lijst: "Keuzelijst",
  weergave: "Hoe een schaal eruitziet",
  eenheid: "Eenheid",
  klassen: "Klassen",
  anders: "Met 'Anders, namelijk'",
  toelichting: "Met toelichting",
  doel: "Doel",
  gebruik: "Gebruik",
  lezers: "Wie het antwoord ziet",
  vergelijking: "Vergelijking",
  uit: "Komt uit",
  titel: "Titel",
  inleiding: "Inleiding",
  minuten: "Minuten",
  voorwaarden: "Wanneer gevraagd",
  ingetrokken: "Ingetrokken",
};

const STORED_WORDS: Record<string, Record<string, string>> = {
  soort: KIND_LABELS,
  weergave: DISPLAY_LABELS,
  vergelijking: GRADE_LABELS,
  lezers: READER_LABELS,
};

const textOf = (value: unknown): string => {
  const [first] = Array.isArray(value) ? value : [value];
  return first === undefined || first === null ? "" : String(first);
};

/** Fields of which one set of values differs from another, with what the first says. */
function differing(first: Record<string, unknown>, second: Record<string, unknown>): TheirValue[] {
  return Object.keys(FIELD_LABELS).flatMap((name) =>
    name in first && textOf(first[name]) !== textOf(second[name])
      ? [
          {
            label: FIELD_LABELS[name] ?? name,
            text: STORED_WORDS[name]?.[textOf(first[name])] ?? textOf(first[name]),
          },
        ]
      : [],
  );
}

/** What stands now in the fields that this person typed something else in. */
export const theirValues = (stored: Typed, typed: Typed): TheirValue[] => differing(stored, typed);

/** The history of the part that was read, with what each edit replaced. */
export const historyLines = ({ history }: Pick<OpenedEditing, "history">): HistoryLine[] =>
  history.map(({ before, after, ...line }) => ({
    ...line,
    before: before
      ? differing(
          JSON.parse(before) as Record<string, unknown>,
          after ? (JSON.parse(after) as Record<string, unknown>) : {},
        )
      : [],
  }));

/** What a question's form is judged by. */
export function itemSurroundings(read: OpenedEditing, item: ItemRow | null): ItemSurroundings {
  const lists = [...new Set(read.choices.map(({ list }) => list))];
  const codes = (list: string) =>
    read.choices.filter((choice) => choice.list === list && choice.validTo === null).map(({ code }) => code);
  return {
    before: item,
    concepts: new Set(read.items.map(({ concept }) => concept)),
    sectionIds: new Set(sectionOptions(read).map(({ value }) => value)),
    lists: new Map(lists.map((list) => [list, codes(list)])),
    earlier: new Map(read.earlier.map((each) => [each.concept, each])),
    underway: {
      began: read.questionnaire.began,
      signed: read.questionnaire.signed,
      answered: item?.answered ?? 0,
    },
  };
}
