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
import type { LimeSurvey } from "./limesurvey-tables.ts";
import type { LimeRow } from "./limesurvey-xml.ts";
import {
  type Draft,
  type DraftItem,
  type DraftSection,
  draftItem,
  freeName,
  oneOf,
  readClassesText,
  readOrigins,
  withoutStem,
} from "./transfer-shape.ts";

/** What a name in an expression stands for: a question, or one option of a question with more choices. */
interface LimeVariable {
  name: string;
  choice?: string;
  /** the code here of a code there; null: the question has no choices */
  codeOf: ((code: string) => string) | null;
}

/** A file while it is read. */
export interface LimeReading {
  survey: LimeSurvey;
  draft: Draft;
  variables: Map<string, LimeVariable>;
  /** expressions, read once all questions are known */
  waiting: { at: string; text: string; set: (conditions: Condition[]) => void }[];
}

const KINDS: Partial<Record<string, ItemKind>> = {
  L: "one",
  "!": "one",
  O: "one",
  Y: "one",
  M: "many",
  P: "many",
  N: "number",
  K: "number",
  S: "open",
  T: "open",
  U: "open",
  Q: "open",
  D: "date",
  "5": "scale",
  F: "scale",
  A: "scale",
};
const FIVE = ["1", "2", "3", "4", "5"].map((code) => ({ code, label: code }));
const YES_NO = [
  { code: "Y", label: "Ja" },
  { code: "N", label: "Nee" },
];
/** Settings of a question that ours has no place for; "0" and "" are none. */
const LOST: Record<string, string> = {
  em_validation_q: "een controle op het antwoord",
  min_answers: "een grens aan het aantal keuzes",
  max_answers: "een grens aan het aantal keuzes",
  array_filter: "een filter op de keuzes",
  hidden: "de vraag was verborgen",
};
const CHANGED: Partial<Record<string, string>> = {
  O: "Het commentaar bij de keuze is weggelaten.",
  P: "Het commentaar bij elke keuze is weggelaten.",
  K: "Elk getal is een losse vraag geworden.",
  Q: "Elk tekstvak is een losse vraag geworden.",
};

/** Adds what one question of the file asks: one question here, or one a row. */
export function addQuestion(reading: LimeReading, section: DraftSection, row: LimeRow): void {
  const { survey, draft } = reading;
  const { qid = "", type = "", title = "", other } = row;
  const { question, help } = survey.text(qid);
  if (survey.attribute(qid, "wt_part") === "explanation") {
    const concept = survey.attribute(qid, "wt_concept");
    const item = section.items.find((each) => each.concept === concept);
    if (item) item.allowsExplanation = true;
    return;
  }
  if (type === "X") {
    section.intro = [section.intro, question].filter(Boolean).join(" ");
    return;
  }
  const kind = KINDS[type];
  if (!kind) {
    const text = `Een vraag van LimeSurvey-soort '${type}' kan hier niet. Zij is weggelaten.`;
    draft.remarks.push({ at: title, text });
    return;
  }
  const changed = CHANGED[type];
  if (changed) draft.remarks.push({ at: title, text: changed });
  if (row.preg) draft.remarks.push({ at: title, text: "Weggelaten: een controle op het antwoord." });
  const lost = Object.entries(LOST).filter(([name]) => !/^0?$/.test(survey.attribute(qid, name)));
  for (const what of new Set(lost.map(([, words]) => words)))
    draft.remarks.push({ at: title, text: `Weggelaten: ${what}.` });
  if ("FAKQ".includes(type)) {
    addRows(reading, section, row, kind);
    return;
  }
  const list = listOf(reading, row);
  const item = itemOf(
    reading,
    qid,
    draftItem(freeName(draft, [title]), kind, question, {
      help,
      choiceList: list?.name ?? null,
      display: type === "5" ? "stars" : "list",
      allowsOther: other === "Y",
    }),
  );
  place(reading, section, item, row, list?.codeOf ?? null, [title, sgqa(row)]);
  if (kind !== "many" || !list) return;
  for (const { title: code = "" } of survey.children(qid))
    for (const name of [`${title}_${code}`, `${sgqa(row)}${code}`])
      reading.variables.set(name, { name: item.name, choice: list.codeOf(code), codeOf: null });
  for (const name of [`${title}_other`, `${sgqa(row)}other`])
    reading.variables.set(name, { name: item.name, choice: OTHER, codeOf: null });
}

/** How old expressions name a question: survey, group and question by number. */
const sgqa = ({ sid, gid, qid }: LimeRow): string => `${sid}X${gid}X${qid}`;

/** A table of scales, or several numbers or texts in one question: a question here for each row. */
function addRows(reading: LimeReading, section: DraftSection, row: LimeRow, kind: ItemKind): void {
  const { survey } = reading;
  const { qid = "", title = "" } = row;
  const list = kind === "scale" ? listOf(reading, row) : null;
  const stem = survey.text(qid).question;
  const isAlways = !row.relevance || row.relevance === "1";
  for (const child of survey.children(qid)) {
    const { question, help } = survey.text(child.qid ?? "");
    const code = child.title ?? "";
    const more = {
      help,
      stem,
      choiceList: list?.name ?? null,
      display: list ? ("grid" as const) : ("list" as const),
    };
    // Every table may have a row with the same code.
    const name = freeName(reading.draft, [list ? code : `${title}${code}`, `${title}_${code}`]);
    const own = draftItem(name, kind, question, more);
    const item = itemOf(reading, child.qid ?? "", own);
    const relevance = isAlways ? child.relevance : row.relevance;
    const names = [`${title}_${code}`, `${sgqa(row)}${code}`];
    place(reading, section, item, { ...child, relevance: relevance ?? "" }, list?.codeOf ?? null, names);
  }
}

function place(
  { waiting, variables }: LimeReading,
  section: DraftSection,
  item: DraftItem,
  { relevance = "" }: LimeRow,
  codeOf: LimeVariable["codeOf"],
  names: readonly string[],
): void {
  section.items.push(item);
  for (const name of names) variables.set(name, { name: item.name, codeOf });
  if (relevance.trim() === "" || relevance.trim() === "1") return;
  waiting.push({
    at: item.name,
    text: relevance,
    set: (conditions) => {
      item.shownIf = conditions;
    },
  });
}

/** What only our own files say of a question, over what every file says. */
function itemOf({ survey }: LimeReading, qid: string, item: DraftItem): DraftItem {
  const own = (name: string) => survey.attribute(qid, `wt_${name}`);
  const concept = own("concept");
  if (!concept) return { ...item, unit: survey.attribute(qid, "suffix") || null };
  const stem = own("stem");
  const display = oneOf(ITEM_DISPLAYS, own("display")) ?? item.display;
  return {
    ...item,
    concept,
    kind: oneOf(ITEM_KINDS, own("kind")) ?? item.kind,
    display,
    stem,
    wording: display === "grid" ? item.wording : withoutStem(item.wording, stem),
    shortName: own("short_name"),
    definition: own("definition"),
    purpose: own("purpose"),
    use: own("use"),
    unit: own("unit") || null,
    classes: readClassesText(own("classes")),
    profileField: oneOf(PROFILE_FIELDS, own("profile_field")),
    audience: oneOf(AUDIENCES, own("audience")),
    comparability: oneOf(COMPARABILITIES, own("comparability")),
    origins: readOrigins(own("origins")),
  };
}

/** The list of a question: there every question has its own, here equal ones are one. */
function listOf(
  { survey, draft }: LimeReading,
  { qid = "", type = "", title = "" }: LimeRow,
): { name: string; codeOf: (code: string) => string } | null {
  const kind = KINDS[type];
  if (kind !== "one" && kind !== "many" && kind !== "scale") return null;
  const own = survey.attribute(qid, "wt_codes").split(" ").filter(Boolean);
  const labels = survey.attribute(qid, "wt_labels").split("\n").filter(Boolean);
  const found =
    type === "Y"
      ? YES_NO
      : type === "5" || type === "A"
        ? FIVE.map(({ code, label }, at) => ({ code, label: labels[at] ?? label }))
        : kind === "many"
          ? survey
              .children(qid)
              .map((child) => ({ code: child.title ?? "", label: survey.text(child.qid ?? "").question }))
          : survey.answers(qid);
  const isOurs = survey.attribute(qid, "wt_list") !== "";
  const codeOf = (code: string): string => {
    if (own.length > 0) return own[Number(/^A(\d+)$/.exec(code)?.[1] ?? 0) - 1] ?? code;
    const step = found.findIndex((each) => each.code === code) + 1;
    return kind === "scale" && !isOurs && step > 0 ? String(step) : code;
  };
  const choices = found.map(({ code, label }) => ({ code: codeOf(code), label }));
  const same = draft.lists.find((each) => JSON.stringify(each.choices) === JSON.stringify(choices));
  const wanted = survey.attribute(qid, "wt_list") || (type === "5" ? "stars" : title.toLowerCase());
  if (same && (!isOurs || same.list === wanted)) return { name: same.list, codeOf };
  const name = draft.lists.some(({ list }) => list === wanted) ? `${wanted}_${title.toLowerCase()}` : wanted;
  draft.lists.push({ list: name, choices });
  return { name, codeOf };
}
