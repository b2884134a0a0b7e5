import { OTHER } from "../../web/members/answer-shape.ts";
import { html } from "./limesurvey-tables.ts";
import { type LimeRow, type LimeTables, limeXmlOf } from "./limesurvey-xml.ts";
import { writeConditions } from "./transfer-condition.ts";
import {
  classesText,
  nameOf,
  type TransferItem,
  type TransferQuestionnaire,
  tablesOf,
} from "./transfer-shape.ts";

const LANGUAGE = "nl";
/** Of LimeSurvey 5.3; newer ones read files of older ones. */
const VERSION = 479;
/** LimeSurvey's own number for the survey; it gives another when it is taken. */
const SID = "100001";
/** What LimeSurvey calls the choice "anders" of a list. */
export const LIME_OTHER = "-oth-";

/** The codes of a list as LimeSurvey takes them: five letters and digits for an answer. */
const limeCodes = (codes: readonly string[]): string[] =>
  codes.every((code) => /^[A-Za-z0-9]{1,5}$/.test(code)) ? [...codes] : codes.map((_, at) => `A${at + 1}`);

const isYes = (yes: boolean): string => (yes ? "Y" : "N");

/** A questionnaire as a LimeSurvey structure file (.lss). */
export function limeSurveyOf(questionnaire: TransferQuestionnaire): string {
  const codesOf = new Map(
    questionnaire.lists.map(({ list, choices }) => [list, choices.map(({ code }) => code)] as const),
  );
  const items = new Map<string, TransferItem>();
  /** what a question is called in expressions; a row of a table has the name of its table before its own */
  const variables = new Map<string, string>();
  const tables: LimeTables = {};
  const add = (table: string, row: LimeRow) => {
    const rows = tables[table] ?? [];
    tables[table] = rows;
    rows.push(row);
  };
  let lastId = 0;
  const newId = () => String(++lastId);

  const chosen = (concept: string, choice: string): string => {
    const item = items.get(concept);
    const variable = variables.get(concept) ?? "";
    const codes = codesOf.get(item?.choiceList ?? "") ?? [];
    const code = limeCodes(codes)[codes.indexOf(choice)] ?? choice;
    if (item?.kind !== "many") return `${variable}.NAOK == "${choice === OTHER ? LIME_OTHER : code}"`;
    return choice === OTHER ? `!is_empty(${variable}_other.NAOK)` : `${variable}_${code}.NAOK == "Y"`;
  };
  const given = (concept: string): string => {
    const variable = variables.get(concept);
    return items.get(concept)?.kind === "many"
      ? `count(that.${variable}.NAOK) > 0`
      : `!is_empty(${variable}.NAOK)`;
  };
  const relevance = ({ shownIf }: Pick<TransferItem, "shownIf">): string =>
    writeConditions(shownIf?.filter(({ concept }) => items.has(concept)) ?? null, chosen, given) || "1";

  const attributes = (qid: string, said: Record<string, string | null>) => {
    for (const [attribute, value] of Object.entries(said))
      if (value) add("question_attributes", { qid, attribute, value, language: "" });
  };
  const question = (
    table: "questions" | "subquestions",
    texts: { text: string; help?: string },
    row: LimeRow,
  ) => {
    const qid = newId();
    add(table, {
      qid,
      parent_qid: "0",
      sid: SID,
      gid: "",
      type: "T",
      title: "",
      preg: "",
      other: "N",
      mandatory: "N",
      encrypted: "N",
      question_order: "",
      scale_id: "0",
      same_default: "0",
      relevance: "1",
      modulename: "",
      ...row,
    });
    add("question_l10ns", {
      id: newId(),
      qid,
      question: html(texts.text),
      help: html(texts.help ?? ""),
      script: "",
      language: LANGUAGE,
    });
    return qid;
  };
  const answers = (qid: string, list: string | null) => {
    const choices = questionnaire.lists.find((each) => each.list === list)?.choices ?? [];
    const codes = limeCodes(choices.map(({ code }) => code));
    choices.forEach(({ label }, at) => {
      const aid = newId();
      const order = String(at + 1);
      add("answers", {
        aid,
        qid,
        code: codes[at] ?? "",
        sortorder: order,
        assessment_value: "0",
        scale_id: "0",
      });
      add("answer_l10ns", { id: newId(), aid, answer: html(label), language: LANGUAGE });
    });
  };
  /** what only we know of a question; LimeSurvey keeps attributes that it does not know */
  const ours = (item: TransferItem) => {
    const codes = codesOf.get(item.choiceList ?? "") ?? [];
    return {
      wt_concept: item.concept,
      wt_kind: item.kind,
      wt_display: item.display,
      wt_list: item.choiceList,
      wt_codes: limeCodes(codes).some((code, at) => code !== codes[at]) ? codes.join(" ") : null,
      wt_stem: item.stem,
      wt_short_name: item.shortName,
      wt_definition: item.definition,
      wt_purpose: item.purpose,
      wt_use: item.use,
      wt_unit: item.unit,
      wt_classes: classesText(item.classes),
      wt_profile_field: item.profileField,
      wt_audience: item.audience,
      wt_comparability: item.comparability,
      wt_origins: item.origins.join(" "),
    };
  };

  const single = (item: TransferItem, place: LimeRow) => {
    const title = nameOf(item.concept);
    const types = { one: "L", many: "M", scale: "L", number: "N", date: "D", open: "T" } as const;
    const choices = questionnaire.lists.find(({ list }) => list === item.choiceList)?.choices ?? [];
    const isStars = item.display === "stars" && choices.map(({ code }) => code).join() === "1,2,3,4,5";
    const text = [item.stem, item.wording].filter(Boolean).join(" ");
    const row = {
      ...place,
      type: isStars ? "5" : types[item.kind],
      title,
      other: isYes(item.allowsOther),
      relevance: relevance(item),
    };
    const qid = question("questions", { text, help: item.help }, row);
    attributes(qid, {
      ...ours(item),
      ...(item.kind === "number" ? { suffix: item.unit, min_num_value_n: "0" } : {}),
      ...(isStars ? { slider_rating: "1", wt_labels: choices.map(({ label }) => label).join("\n") } : {}),
    });
    if (item.kind === "one" || (item.kind === "scale" && !isStars)) answers(qid, item.choiceList);
    if (item.kind === "many") {
      const codes = limeCodes(choices.map(({ code }) => code));
      choices.forEach(({ label }, at) => {
        const own = { ...place, parent_qid: qid, title: codes[at] ?? "", question_order: String(at + 1) };
        question("subquestions", { text: label }, own);
      });
    }
    return title;
  };
  const table = (rows: readonly TransferItem[], place: LimeRow) => {
    const [first] = rows;
    if (!first) return;
    const title = `t${nameOf(first.concept)}`;
    const qid = question("questions", { text: first.stem }, { ...place, type: "F", title });
    answers(qid, first.choiceList);
    attributes(qid, { wt_list: first.choiceList, wt_codes: ours(first).wt_codes });
    rows.forEach((item, at) => {
      const sub = nameOf(item.concept);
      const order = String(at + 1);
      const row = {
        ...place,
        parent_qid: qid,
        title: sub,
        question_order: order,
        relevance: relevance(item),
      };
      attributes(question("subquestions", { text: item.wording, help: item.help }, row), ours(item));
      variables.set(item.concept, `${title}_${sub}`);
      items.set(item.concept, item);
    });
  };

  questionnaire.sections.forEach((section, nth) => {
    const gid = newId();
    const grelevance = section.shownIf ? relevance(section) : "";
    add("groups", { gid, sid: SID, group_order: String(nth + 1), randomization_group: "", grelevance });
    add("group_l10ns", {
      id: newId(),
      gid,
      group_name: html(section.title),
      description: html(section.intro),
      language: LANGUAGE,
    });
    let order = 0;
    const place = () => ({ gid, question_order: String(++order) });
    for (const rows of tablesOf(section.items)) {
      const [first] = rows;
      if (first?.display === "grid") table(rows, place());
      else if (first) {
        variables.set(first.concept, single(first, place()));
        items.set(first.concept, first);
      }
      for (const item of rows.filter(({ allowsExplanation }) => allowsExplanation)) {
        const text = { text: `Toelichting bij: ${item.shortName}` };
        const row = { ...place(), title: `${nameOf(item.concept)}t`, relevance: relevance(item) };
        attributes(question("questions", text, row), { wt_part: "explanation", wt_concept: item.concept });
      }
    }
    // LimeSurvey has no place for it: the minutes stand at the first question of their group
    const minutesAt = tables.questions?.find((row) => row.gid === gid)?.qid;
    if (minutesAt) attributes(minutesAt, { wt_minutes: String(section.minutes) });
  });
  add("surveys", {
    sid: SID,
    active: "N",
    anonymized: "N",
    format: "G",
    language: LANGUAGE,
    additional_languages: "",
  });
  add("surveys_languagesettings", {
    surveyls_survey_id: SID,
    surveyls_language: LANGUAGE,
    surveyls_title: html(questionnaire.title),
  });
  return limeXmlOf(tables, LANGUAGE, VERSION);
}
