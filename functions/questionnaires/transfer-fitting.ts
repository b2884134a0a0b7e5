import type { Condition } from "../../db/schema/values.ts";
import type { ItemKind } from "../../db/vocabulary.ts";
import { NOT_APPLICABLE, OTHER, UNKNOWN } from "../../web/members/answer-shape.ts";
import {
  type Draft,
  type DraftItem,
  fullText,
  type TransferItem,
  type TransferList,
  type TransferQuestionnaire,
  type TransferRemark,
} from "./transfer-shape.ts";

/** The longest texts that the editor takes; longer ones are cut, and that is told. */
const LONGEST = {
  stem: 300,
  wording: 500,
  shortName: 60,
  help: 500,
  definition: 1000,
  purpose: 500,
  use: 500,
  unit: 30,
} as const;
const NAMED: Record<keyof typeof LONGEST, string> = {
  stem: "Het begin van de vraag",
  wording: "De vraag",
  shortName: "De korte naam",
  help: "De uitleg",
  definition: "De definitie",
  purpose: "Het doel",
  use: "Het gebruik",
  unit: "De eenheid",
};
const TAKEN = new Set<string>([OTHER, UNKNOWN, NOT_APPLICABLE]);

/** What a draft becomes here: every code as ours, every condition looking back, every gap told. */
export function fitted(draft: Draft): { questionnaire: TransferQuestionnaire; remarks: TransferRemark[] } {
  const remarks = [...draft.remarks];
  const lists = draft.lists.map((list) => fittedList(list, remarks));
  const offered = new Set(draft.lists.flatMap(({ list, choices }) => (choices.length > 0 ? [list] : [])));
  const codeOf = new Map(lists.map(({ from, codes }) => [from, codes]));
  const drafted = draft.sections.flatMap(({ items }) => items);
  const concepts = conceptsOf(drafted, remarks);
  const before = new Map<string, DraftItem>();
  const conditions = (shownIf: Condition[] | null, at: string): Condition[] | null => {
    const kept = (shownIf ?? []).flatMap((condition) => {
      const item = before.get(condition.concept);
      const concept = concepts.get(condition.concept);
      if (!item || !concept) {
        remarks.push({ at, text: "Een voorwaarde over een latere vraag is weggelaten." });
        return [];
      }
      const codes = codeOf.get(item.choiceList ?? "");
      return [{ ...condition, concept, choices: condition.choices.map((code) => codes?.get(code) ?? code) }];
    });
    return kept.length > 0 ? kept : null;
  };
  const sections = draft.sections.map((section) => {
    const shownIf = conditions(section.shownIf, section.title);
    const items = section.items.map((item) => {
      const made = fittedItem(item, concepts.get(item.name) ?? "", remarks);
      if (lacksList(made, offered)) {
        const text = made.choiceList ? `De keuzes van '${made.choiceList}' ontbreken` : "De keuzes ontbreken";
        remarks.push({ at: made.concept, text: `${text} in het bestand. Kies zelf een keuzelijst.` });
        made.choiceList = null;
      }
      made.shownIf = conditions(item.shownIf, made.concept);
      before.set(item.name, item);
      return made;
    });
    if (items.length === 0)
      remarks.push({ at: section.title, text: "In deze sectie past geen vraag. Leden zien haar niet." });
    const minutes = section.minutes ?? Math.max(1, Math.ceil(items.length / 2));
    const shortened = (text: string, most: number, what: string): string => {
      if (text.length > most)
        remarks.push({ at: section.title, text: `${what} was te lang en is ingekort.` });
      return cut(text, most);
    };
    return {
      title: shortened(section.title || "Vragen", 100, "De titel van de sectie"),
      intro: shortened(section.intro, 500, "De inleiding"),
      minutes: Math.min(99, minutes),
      shownIf,
      items,
    };
  });
  const used = new Set(sections.flatMap(({ items }) => items.map(({ choiceList }) => choiceList)));
  if (draft.title.length > 150) remarks.push({ at: "", text: "De titel was te lang en is ingekort." });
  return {
    questionnaire: {
      title: cut(draft.title || "Ingelezen vragenlijst", 150),
      sections,
      lists: lists.flatMap(({ list }) => (used.has(list.list) ? [list] : [])),
    },
    remarks,
  };
}

const CHOOSING: readonly ItemKind[] = ["one", "many", "scale"];
/** A question with choices whose list the file does not hold. Stars have a list of their own here. */
const lacksList = ({ kind, display, choiceList }: TransferItem, offered: ReadonlySet<string>): boolean =>
  CHOOSING.includes(kind) && display !== "stars" && !offered.has(choiceList ?? "");

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** A code of its own for every question: the one of our own files, or the name, or a number. */
function conceptsOf(items: readonly DraftItem[], remarks: TransferRemark[]): Map<string, string> {
  const taken = new Set<string>();
  const concepts = new Map<string, string>();
  const fits = (code: string) => /^[0-9A-Z]{2,6}$/.test(code) && !taken.has(code);
  for (const { name, concept } of items) {
    const own = [concept, name.toUpperCase()].find(fits);
    let next = items.length;
    for (let at = 1; at <= items.length && !own; at++) if (fits(`Q${at}`) && at < next) next = at;
    const code = own ?? `Q${next}`;
    if (!own) remarks.push({ at: name, text: `De vraag kreeg de code ${code}.` });
    taken.add(code);
    concepts.set(name, code);
  }
  return concepts;
}

function fittedItem(item: DraftItem, concept: string, remarks: TransferRemark[]): TransferItem {
  const { name: _name, audience, ...rest } = item;
  const made: TransferItem = { ...rest, concept, audience: audience ?? "confidential" };
  made.shortName ||= cut(made.wording, LONGEST.shortName);
  for (const [key, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const text = made[key];
    if (!text || text.length <= most) continue;
    made[key] = cut(text, most);
    remarks.push({ at: concept, text: `${NAMED[key]} was te lang en is ingekort.` });
  }
  if (fullText(made) === "")
    remarks.push({ at: concept, text: "De vraag heeft geen tekst. Vul die nog in." });
  if (!item.purpose || !item.use) remarks.push({ at: concept, text: "Vul het doel en het gebruik nog in." });
  if (audience === null)
    remarks.push({ at: concept, text: "Wie het antwoord ziet, stond er niet. Wij kozen: alleen geteld." });
  return made;
}

/** A list with codes that ours takes; `codes` tells what each code of the file became. */
function fittedList({ list, choices }: TransferList, remarks: TransferRemark[]) {
  if (choices.some(({ label }) => label.length > 200))
    remarks.push({ at: "", text: `Een keuze van '${list}' was te lang en is ingekort.` });
  const codes = new Map<string, string>();
  const taken = new Set(TAKEN);
  const made = choices.map(({ code, label }, at) => {
    const plain = code
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .slice(0, 40);
    const own = [/^[\w-]{1,40}$/.test(code) ? code : "", plain, `keuze_${at + 1}`].find(
      (each) => each && !taken.has(each),
    );
    const fit = own ?? `keuze_${at + 1}_${list}`;
    taken.add(fit);
    codes.set(code, fit);
    return { code: fit, label: cut(label, 200) };
  });
  return { from: list, list: { list, choices: made }, codes };
}
