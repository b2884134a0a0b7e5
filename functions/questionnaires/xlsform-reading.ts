import type { Condition } from "../../db/schema/values.ts";
import {
  AUDIENCES,
  COMPARABILITIES,
  ITEM_DISPLAYS,
  ITEM_KINDS,
  type ItemKind,
  PROFILE_FIELDS,
} from "../../db/vocabulary.ts";
import { OTHER } from "../../web/members/answer-shape.ts";
import type { ReadSheet } from "../http/table-reading.ts";
import { type Leaf, type Meaning, readConditions } from "./transfer-condition.ts";
import {
  type Draft,
  type DraftItem,
  type DraftSection,
  draftItem,
  freeName,
  oneOf,
  readClassesText,
  readOrigins,
  type TransferRead,
  type TransferRemark,
  withoutStem,
} from "./transfer-shape.ts";
import { lostAt, lostInForm } from "./xlsform-lost.ts";
import { hasColumn, listsOf, type Row, rowsOf } from "./xlsform-sheets.ts";
import { XLS_OTHER } from "./xlsform-writing.ts";

/** Rows that only record how a form was filled in. */
const TECHNICAL =
  /^(start|end|today|deviceid|subscriberid|simserial|phonenumber|username|email|audit|start-geopoint)$/;
const NO_FORM = "Dit is geen XLSForm: het blad 'survey' met de kolom 'type' ontbreekt.";
const NO_QUESTIONS = "Op het blad 'survey' staan geen vragen.";

interface Reading extends Draft {
  /** the expression at a question or section, read once all questions are known */
  waiting: { at: string; text: string; set: (conditions: Condition[]) => void }[];
}

/** Reads the sheets of an XLSForm, as far as a questionnaire here can hold what they ask. */
export function readXlsForm(sheets: readonly ReadSheet[]): TransferRead {
  const [settings = {}] = rowsOf(sheets, "settings", "") ?? [];
  const language = (settings.default_language ?? "").toLowerCase();
  const survey = rowsOf(sheets, "survey", language);
  if (!survey?.some(({ type }) => type))
    return { ok: false, error: survey && hasColumn(sheets, "survey", "type") ? NO_QUESTIONS : NO_FORM };
  const lists = listsOf(rowsOf(sheets, "choices", language) ?? []);
  const reading: Reading = {
    title: settings.form_title ?? "",
    sections: [],
    lists,
    remarks: lostInForm(sheets, survey),
    waiting: [],
  };
  readSurvey(survey, reading);
  const { waiting, ...draft } = reading;
  const asked = new Map(
    draft.sections.flatMap(({ items }) => items.map((item) => [item.name, item] as const)),
  );
  for (const { at, text, set } of waiting) {
    const read = readConditions(text, (leaf) => meaningOf(leaf, asked));
    if (read) set(read.conditions);
    else
      draft.remarks.push({
        at,
        text: `De voorwaarde '${text}' kennen wij niet. De vraag staat er nu altijd.`,
      });
    if (read?.isStricter)
      draft.remarks.push({ at, text: "De voorwaarde geldt bij ons pas als de andere vraag is beantwoord." });
  }
  return { ok: true, draft };
}

function meaningOf(leaf: Leaf, asked: ReadonlyMap<string, DraftItem>): Meaning | null {
  const [variable = "", value = ""] = leaf.kind === "call" ? leaf.args : [leaf.variable, leaf.value];
  const item = asked.get(variable);
  if (!item) return null;
  const concept = item.name;
  if (leaf.kind === "call" && leaf.name === "count-selected") return { concept, given: true };
  if (leaf.kind === "call" && leaf.name !== "selected") return null;
  if (item.kind === "open" || item.kind === "number" || item.kind === "date") return null;
  const isNot = leaf.kind === "compare" && !leaf.isEqual;
  if (value === "") return { concept, given: isNot };
  return { concept, choices: [item.allowsOther && value === XLS_OTHER ? OTHER : value], isNot };
}

function readSurvey(rows: readonly Row[], reading: Reading): void {
  const { sections, remarks, waiting } = reading;
  const groups: Row[] = [];
  let section: DraftSection | undefined;
  const openSection = (title: string, minutes: number | null = null): DraftSection => {
    const opened: DraftSection = { title, intro: "", minutes, shownIf: null, items: [] };
    sections.push(opened);
    return opened;
  };
  for (const row of rows) {
    const type = (row.type ?? "").replace(/^(begin|end) /, "$1_");
    const at = row.name || row.label || type;
    if (!type || TECHNICAL.test(type)) continue;
    if (type === "begin_group" || type === "begin_repeat") {
      if (type === "begin_repeat")
        remarks.push({ at, text: "Een herhaling kan hier niet. De vragen staan er één keer." });
      if (groups.length === 0) {
        const opened = openSection(row.label || at, Number(row.wt_minutes) || null);
        section = opened;
        if (row.relevant)
          waiting.push({ at: opened.title, text: row.relevant, set: (all) => (opened.shownIf = all) });
      } else {
        if (row.relevant)
          remarks.push({ at, text: "De voorwaarde van een groep in een groep is weggelaten." });
        if (!isTable(row))
          remarks.push({ at, text: "Een groep in een groep kan hier niet. De vragen staan in de sectie." });
      }
      groups.push(row);
      continue;
    }
    if (type === "end_group" || type === "end_repeat") {
      groups.pop();
      if (groups.length === 0) section = undefined;
      continue;
    }
    section ??= openSection(reading.title || "Vragen");
    if (type === "note") addNote(row, at, section, remarks);
    else if (row.wt_part === "explanation") explain(section, row);
    else addItem(row, type, section, groups.at(-1), reading);
  }
}

/** A text between the questions: here all texts of a section stand above them. */
function addNote(row: Row, at: string, section: DraftSection, remarks: TransferRemark[]): void {
  section.intro = [section.intro, row.label].filter(Boolean).join(" ");
  if (row.relevant) remarks.push({ at, text: "De voorwaarde van een losse tekst is weggelaten." });
  if (section.items.length > 0)
    remarks.push({ at, text: "Deze losse tekst staat nu in de inleiding van de sectie." });
}

function explain({ items }: DraftSection, { wt_concept }: Row): void {
  const item = items.find(({ concept }) => concept === wt_concept);
  if (item) item.allowsExplanation = true;
}

interface Typed {
  kind: ItemKind;
  list?: string;
  allowsOther?: boolean;
  isStars?: boolean;
  remark?: string;
}

function typeOf(type: string, row: Row): Typed | null {
  const select = /^select[_ ](one|multiple)\s+(\S+)(\s+or[_ ](?:other|specify other))?$/.exec(type);
  if (select)
    return {
      kind: select[1] === "one" ? "one" : "many",
      list: select[2] ?? "",
      allowsOther: Boolean(select[3]),
    };
  switch (type) {
    case "text":
      return { kind: "open" };
    case "date":
      return { kind: "date" };
    case "decimal":
      return { kind: "number" };
    case "integer":
      return { kind: "number", remark: "Bij een heel getal mag hier ook een komma." };
    case "range":
      return /rating/.test(row.appearance ?? "") && !/end=(?!5\b)/.test(row.parameters ?? "")
        ? { kind: "scale", list: "stars", isStars: true }
        : { kind: "number", remark: "De schuif is een getal geworden, zonder grenzen." };
    default:
      return null;
  }
}

const isTable = (row: Row | undefined): boolean => /table-list|likert/.test(row?.appearance ?? "");

const isScale = (codes: readonly string[]): boolean =>
  codes.length > 1 && codes.every((code, at) => code === String(at + 1));

function addItem(
  row: Row,
  type: string,
  section: DraftSection,
  group: Row | undefined,
  reading: Reading,
): void {
  const { remarks, waiting, lists } = reading;
  const named = row.name || `vraag${reading.sections.flatMap(({ items }) => items).length + 1}`;
  // In another group a name may come back; whoever refers to it means the first.
  const name = freeName(reading, [named]);
  const typed = typeOf(type, row);
  if (!typed)
    return void remarks.push({
      at: name,
      text: `Een vraag van de soort '${type}' kan hier niet. Zij is weggelaten.`,
    });
  if (typed.remark) remarks.push({ at: name, text: typed.remark });
  if (!row.wt_concept) remarks.push(...lostAt(row).map((text) => ({ at: name, text })));
  const inTable = isTable(group) || isTable(row);
  const codes = lists.find(({ list }) => list === typed.list)?.choices.map(({ code }) => code) ?? [];
  const isRow = inTable && typed.kind === "one" && isScale(codes);
  if (inTable && !isRow && !row.wt_concept)
    remarks.push({
      at: name,
      text: "De keuzes zijn niet genummerd vanaf 1. De vraag is geen rij van een tabel geworden.",
    });
  const kind = oneOf(ITEM_KINDS, row.wt_kind) ?? (isRow ? "scale" : typed.kind);
  const stem = row.wt_stem ?? (isRow ? (group?.label ?? "") : "");
  const item = draftItem(name, kind, inTable ? (row.label ?? "") : withoutStem(row.label ?? "", stem), {
    concept: row.wt_concept ?? "",
    display: oneOf(ITEM_DISPLAYS, row.wt_display) ?? (typed.isStars ? "stars" : isRow ? "grid" : "list"),
    stem,
    shortName: row.wt_short_name ?? "",
    help: row.hint ?? "",
    definition: row.guidance_hint ?? "",
    purpose: row.wt_purpose ?? "",
    use: row.wt_use ?? "",
    unit: row.wt_unit || null,
    classes: readClassesText(row.wt_classes ?? ""),
    choiceList: typed.list || row.wt_list || null,
    allowsOther: typed.allowsOther ?? false,
    profileField: oneOf(PROFILE_FIELDS, row.wt_profile_field),
    audience: oneOf(AUDIENCES, row.wt_audience),
    comparability: oneOf(COMPARABILITIES, row.wt_comparability),
    origins: readOrigins(row.wt_origins ?? ""),
  });
  section.items.push(item);
  if (row.relevant) waiting.push({ at: name, text: row.relevant, set: (all) => (item.shownIf = all) });
}
