import { type Comparability, ITEM_KINDS, type ProfileField } from "../../db/vocabulary.ts";
import type { ItemForm } from "../../web/questionnaires/item-editing-contract.ts";
import { formatNumber, parseDutchNumber } from "../../web/ui/dutch.ts";
import { type FieldErrors, hasErrors } from "../../web/ui/field-errors.ts";
import type { Typed } from "../http/form.ts";
import type { EarlierItem, ItemRow } from "./editing-queries.ts";
import { asksReason, REASON_MISSING, refusedChanges, type Underway } from "./impact.ts";
import { gradeByWords } from "./item-editing-grade.ts";

/** The columns of a question that its form fills. */
export type ItemColumns = Pick<
  ItemRow,
  | "sectionId"
  | "stem"
  | "wording"
  | "shortName"
  | "help"
  | "definition"
  | "kind"
  | "choiceList"
  | "display"
  | "unit"
  | "classes"
  | "allowsOther"
  | "allowsExplanation"
  | "purpose"
  | "use"
  | "audience"
  | "comparability"
>;

/** What the form is judged by. */
export interface ItemSurroundings {
  /** null: a new question */
  before:
    | (ItemColumns & { concept: string; profileField: ProfileField | null; origins: string | null })
    | null;
  /** concepts that this questionnaire has already */
  concepts: ReadonlySet<string>;
  sectionIds: ReadonlySet<string>;
  /** codes of every list with choices that are offered now */
  lists: ReadonlyMap<string, readonly string[]>;
  /** the questions of the questionnaire before, by concept */
  earlier: ReadonlyMap<string, EarlierItem>;
  underway: Underway;
}

export type ReadItem =
  | { ok: true; concept: string; columns: ItemColumns; origins: string[] }
  | { ok: false; errors: FieldErrors };

/** Judges a question as a whole: what its kind needs, what earlier years ask, what given answers allow. */
export function readItem(form: ItemForm, around: ItemSurroundings): ReadItem {
  const errors: FieldErrors = {};
  const concept = around.before?.concept ?? form.code;
  const columns = columnsOf(form);
  const classes = form.soort === "number" ? readClasses(form.klassen) : null;
  if (classes === "invalid") errors.klassen = "Vul grenzen in van laag naar hoog, bijvoorbeeld 0; 5; 10.";
  else columns.classes = classes;
  if (!around.before) judgeCode(concept, around, errors);
  if (!around.sectionIds.has(form.sectie)) errors.sectie = "Kies een sectie.";
  judgeKind(columns, around, errors);
  const origins = judgeGrade(form, concept, columns, around, errors);
  if (around.before) {
    const { before } = around;
    Object.assign(errors, refusedChanges(before, columns, around.underway));
    if (before.profileField && (before.kind !== columns.kind || before.choiceList !== columns.choiceList))
      errors.soort = "Dit is ook een profielgegeven. Soort en keuzelijst liggen vast.";
  }
  if (asksReason(around.underway) && form.reden === "") errors.reden = REASON_MISSING;
  return hasErrors(errors) ? { ok: false, errors } : { ok: true, concept, columns, origins };
}

function columnsOf(form: ItemForm): ItemColumns {
  const hasList = form.soort === "one" || form.soort === "many" || form.soort === "scale";
  return {
    sectionId: form.sectie,
    stem: form.begin,
    wording: form.vraag,
    shortName: form.naam,
    help: form.uitleg,
    definition: form.definitie,
    kind: form.soort,
    choiceList: hasList ? form.lijst || null : null,
    display: form.soort === "scale" ? form.weergave : "list",
    unit: form.soort === "number" ? form.eenheid || null : null,
    classes: null,
    allowsOther: form.anders && (form.soort === "one" || form.soort === "many"),
    allowsExplanation: form.toelichting,
    purpose: form.doel,
    use: form.gebruik,
    audience: form.lezers,
    comparability: null,
  };
}

function judgeCode(concept: string, { concepts }: ItemSurroundings, errors: FieldErrors): void {
  if (!/^[0-9A-Z]{2,6}$/.test(concept))
    errors.code = "Vul een code in van 2 tot 6 letters en cijfers, zoals 3A3.";
  else if (concepts.has(concept))
    errors.code = `Vraag ${concept} bestaat al in deze vragenlijst. Kies een andere code.`;
}

function judgeKind(columns: ItemColumns, { lists }: ItemSurroundings, errors: FieldErrors): void {
  const { kind, choiceList, display, stem } = columns;
  if (kind !== "one" && kind !== "many" && kind !== "scale") return;
  const codes = choiceList === null ? undefined : lists.get(choiceList);
  if (!codes) errors.lijst = "Kies een keuzelijst. Bij deze soort vraag hoort er een.";
  else if (kind === "scale" && !isScale(codes))
    errors.lijst = "Deze lijst is geen schaal: de treden lopen niet van 1 omhoog.";
  if (display === "stars" && choiceList !== "stars")
    errors.lijst = "Sterren horen bij de keuzelijst met sterren.";
  if (display === "grid" && stem === "")
    errors.begin = "Vul het begin van de vraag in. Dat staat boven de tabel.";
}

/** The steps of a scale are stored as numbers: 1 is the lowest. */
const isScale = (codes: readonly string[]): boolean =>
  codes.length >= 2 && codes.every((code, at) => code === String(at + 1));

/** Bounds of classes from low to high; null for none. */
function readClasses(text: string): number[] | null | "invalid" {
  const parts = text.split(/[;\s]+/).filter(Boolean);
  const bounds = parts.map(parseDutchNumber);
  const rising = bounds.every((bound, at) => bound !== null && (at === 0 || bound > Number(bounds[at - 1])));
  if (!rising || bounds.length === 1) return "invalid";
  return bounds.length > 0 ? (bounds as number[]) : null;
}
const classesInWords = (classes: readonly number[] | null): string =>
  (classes ?? []).map((bound) => formatNumber(bound)).join("; ");

/** Fills in the grade; answers the concepts that the question comes from. */
function judgeGrade(
  form: ItemForm,
  concept: string,
  columns: ItemColumns,
  { earlier }: ItemSurroundings,
  errors: FieldErrors,
): string[] {
  const before = earlier.get(concept);
  const grade: Comparability | "" = form.vergelijking;
  const suggested = before ? gradeByWords(before, columns) : null;
  if (before && suggested !== "same" && grade === "")
    errors.vergelijking = "De vraag is anders dan vorige keer. Kies hoe goed zij te vergelijken is.";
  if (suggested === "scale_changed" && (grade === "same" || grade === "reworded"))
    errors.vergelijking = "Soort, keuzelijst, eenheid of klassen zijn anders. Kies Schaal gewijzigd.";
  if (!before && grade !== "" && grade !== "split" && grade !== "merged")
    errors.vergelijking = "Deze code is nieuw. Kies Gesplitst, Samengevoegd of niets.";
  columns.comparability = grade === "" || (grade === "same" && suggested === "same") ? null : grade;
  if (grade !== "split" && grade !== "merged") return [];
  const origins = [
    ...new Set(
      form.uit
        .toUpperCase()
        .split(/[,;\s]+/)
        .filter(Boolean),
    ),
  ];
  if (origins.length < (grade === "merged" ? 2 : 1))
    errors.uit =
      grade === "merged"
        ? "Vul minstens twee codes in van vragen die zijn samengevoegd."
        : "Vul de code in van de vraag die is gesplitst.";
  const unknown = origins.find((origin) => !earlier.has(origin));
  if (unknown) errors.uit = `Vraag ${unknown} staat niet in de vorige vragenlijst.`;
  return origins;
}

/** What the form is filled in with. */
export function fieldsOfItem(item: ItemColumns & { concept: string; origins: string | null }): Typed {
  const fields: Record<string, string> = {
    sectie: item.sectionId,
    code: item.concept,
    begin: item.stem,
    vraag: item.wording,
    naam: item.shortName,
    uitleg: item.help,
    definitie: item.definition,
    soort: item.kind,
    lijst: item.choiceList ?? "",
    weergave: item.display,
    eenheid: item.unit ?? "",
    klassen: classesInWords(item.classes),
    anders: item.allowsOther ? "ja" : "",
    toelichting: item.allowsExplanation ? "ja" : "",
    doel: item.purpose,
    gebruik: item.use,
    lezers: item.audience,
    vergelijking: item.comparability ?? "",
    uit: item.origins ?? "",
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

/** The next free code of a section: after 3B2 comes 3B3. */
export function nextConcept(inSection: readonly string[], all: ReadonlySet<string>): string {
  const last = inSection.at(-1) ?? "";
  const stem = last.replace(/\d+$/, "");
  if (stem === "" || stem === last) return "";
  for (let at = Number(last.slice(stem.length)) + 1; ; at += 1)
    if (!all.has(`${stem}${at}`)) return `${stem}${at}`;
}

/** Empty form of a new question. */
export const emptyItem = (sectionId: string, code: string): Typed => ({
  sectie: [sectionId],
  code: [code],
  soort: [ITEM_KINDS[0]],
  weergave: ["list"],
  lezers: ["confidential"],
});
