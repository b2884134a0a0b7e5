import type { Condition } from "../../db/schema/values.ts";
import { OTHER } from "../../web/members/answer-shape.ts";
import { addQuestion, type LimeReading } from "./limesurvey-items.ts";
import { inOrder, plain, surveyOf } from "./limesurvey-tables.ts";
import { LIME_OTHER } from "./limesurvey-writing.ts";
import { type LimeRow, type LimeTables, readLimeXml } from "./limesurvey-xml.ts";
import { type Leaf, type Meaning, readConditions } from "./transfer-condition.ts";
import type { DraftSection, TransferRead } from "./transfer-shape.ts";

/** Reads a LimeSurvey structure file, as far as a questionnaire here can hold what it asks. */
export function readLimeSurvey(xml: string): TransferRead {
  const tables = readLimeXml(xml);
  if (!tables?.questions)
    return {
      ok: false,
      error: "Dit is geen LimeSurvey-bestand met vragen. Bewaar in LimeSurvey de structuur (.lss).",
    };
  const [{ language = "nl", additional_languages = "" } = {}] = tables.surveys ?? [];
  const settings = (tables.surveys_languagesettings ?? []).find((row) => row.surveyls_language === language);
  const reading: LimeReading = {
    survey: surveyOf(tables, language),
    draft: { title: plain(settings?.surveyls_title), sections: [], lists: [], remarks: [] },
    variables: new Map(),
    waiting: [],
  };
  const { draft } = reading;
  if (additional_languages.trim())
    draft.remarks.push({ at: "", text: `Alleen de teksten in de taal '${language}' zijn ingelezen.` });
  if (tables.questions.some(({ mandatory }) => mandatory === "Y"))
    draft.remarks.push({ at: "", text: "Verplichte vragen bestaan hier niet: iedereen mag iets openlaten." });
  if ([settings?.surveyls_welcometext, settings?.surveyls_endtext].some((text) => plain(text) !== ""))
    draft.remarks.push({ at: "", text: "Weggelaten: de tekst vooraf en de tekst na afloop." });
  if ((tables.defaultvalues ?? []).length > 0)
    draft.remarks.push({ at: "", text: "Weggelaten: vooringevulde antwoorden." });
  for (const group of inOrder(tables.groups ?? [], "group_order"))
    addSection(reading, group, tables, language);
  for (const { at, text, set } of reading.waiting) {
    const read = readConditions(text, (leaf) => meaningOf(leaf, reading));
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

function addSection(reading: LimeReading, group: LimeRow, tables: LimeTables, language: string): void {
  const { draft, survey, waiting } = reading;
  const spoken = (tables.group_l10ns ?? []).filter(({ gid }) => gid === group.gid);
  const said = spoken.find((row) => row.language === language) ?? spoken[0];
  const section: DraftSection = {
    title: plain(said?.group_name),
    intro: plain(said?.description),
    minutes: null,
    shownIf: null,
    items: [],
  };
  draft.sections.push(section);
  if (group.grelevance && group.grelevance !== "1")
    waiting.push({
      at: section.title,
      text: group.grelevance,
      set: (conditions: Condition[]) => {
        section.shownIf = conditions;
      },
    });
  const questions = (tables.questions ?? []).filter(({ gid }) => gid === group.gid);
  for (const row of inOrder(questions, "question_order")) {
    section.minutes ??= Number(survey.attribute(row.qid ?? "", "wt_minutes")) || null;
    addQuestion(reading, section, row);
  }
}

function meaningOf(leaf: Leaf, { variables }: LimeReading): Meaning | null {
  const called = leaf.kind === "call" ? (leaf.args[0] ?? "") : leaf.variable;
  const variable = variables.get(
    called.replace(/^that\./, "").replace(/\.(NAOK|code|value|valueNAOK)$/i, ""),
  );
  if (!variable) return null;
  const { name: concept, choice, codeOf } = variable;
  if (leaf.kind === "call") {
    if (leaf.name === "count") return choice === undefined ? { concept, given: true } : null;
    if (leaf.name !== "is_empty") return null;
    return choice === undefined ? { concept, given: false } : { concept, choices: [choice], isNot: true };
  }
  const { value, isEqual } = leaf;
  // An option of "more choices" is Y or nothing.
  if (choice !== undefined)
    return value === "Y" || value === ""
      ? { concept, choices: [choice], isNot: (value === "Y") !== isEqual }
      : null;
  if (value === "") return { concept, given: !isEqual };
  return codeOf && { concept, choices: [value === LIME_OTHER ? OTHER : codeOf(value)], isNot: !isEqual };
}
