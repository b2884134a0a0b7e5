import type { Condition } from "../../db/schema/values.ts";
import { OTHER } from "../../web/members/answer-shape.ts";
import { writeConditions } from "./transfer-condition.ts";
import {
  classesText,
  fullText,
  nameOf,
  type TransferItem,
  type TransferQuestionnaire,
  tablesOf,
} from "./transfer-shape.ts";

/** Columns of the sheet "survey". Those with wt_ are ours: other programs pass over columns that they do not know. */
const COLUMNS = [
  "type",
  "name",
  "label::Dutch (nl)",
  "hint::Dutch (nl)",
  "guidance_hint::Dutch (nl)",
  "relevant",
  "required",
  "appearance",
  "parameters",
  "constraint",
  "wt_part",
  "wt_concept",
  "wt_kind",
  "wt_display",
  "wt_list",
  "wt_stem",
  "wt_short_name",
  "wt_purpose",
  "wt_use",
  "wt_unit",
  "wt_classes",
  "wt_profile_field",
  "wt_audience",
  "wt_comparability",
  "wt_origins",
  "wt_minutes",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;
export interface TextSheet {
  name: string;
  rows: string[][];
}

const LABEL = "label::Dutch (nl)";
/** What XLSForm calls the choice that `or_other` adds. */
export const XLS_OTHER = "other";

/** A questionnaire as the three sheets of an XLSForm. */
export function xlsFormOf(questionnaire: TransferQuestionnaire, formId: string): TextSheet[] {
  const items = new Map(
    questionnaire.sections.flatMap((section) => section.items.map((item) => [item.concept, item] as const)),
  );
  const relevant = (conditions: readonly Condition[] | null): string =>
    writeConditions(
      conditions?.filter(({ concept }) => items.has(concept)) ?? null,
      (concept, choice) => {
        const code = choice === OTHER ? XLS_OTHER : choice;
        const variable = `\${${nameOf(concept)}}`;
        return items.get(concept)?.kind === "many"
          ? `selected(${variable}, '${code}')`
          : `${variable} = '${code}'`;
      },
      (concept) => `\${${nameOf(concept)}} != ''`,
    );
  const rows = questionnaire.sections.flatMap((section, at): Row[] => [
    {
      type: "begin_group",
      name: `s${at + 1}`,
      [LABEL]: section.title,
      relevant: relevant(section.shownIf),
      appearance: "field-list",
      wt_minutes: String(section.minutes),
    },
    ...(section.intro ? [{ type: "note", name: `s${at + 1}_uitleg`, [LABEL]: section.intro }] : []),
    ...tablesOf(section.items).flatMap((table, nth) => tableRows(table, `s${at + 1}_t${nth + 1}`, relevant)),
    { type: "end_group", name: `s${at + 1}` },
  ]);
  return [
    {
      name: "survey",
      rows: [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))],
    },
    {
      name: "choices",
      rows: [
        ["list_name", "name", LABEL],
        ...questionnaire.lists.flatMap(({ list, choices }) =>
          choices.map(({ code, label }) => [list, code, label]),
        ),
      ],
    },
    {
      name: "settings",
      rows: [
        ["form_title", "form_id", "default_language", "style"],
        [questionnaire.title, formId, "Dutch (nl)", "pages"],
      ],
    },
  ];
}

type Relevant = (conditions: readonly Condition[] | null) => string;

function tableRows(table: TransferItem[], name: string, relevant: Relevant): Row[] {
  const [first] = table;
  const rows = table.map((item) => itemRow(item, relevant));
  const explanations = table
    .filter((item) => item.allowsExplanation)
    .map((item) => explanationRow(item, relevant));
  if (first?.display !== "grid") return [...rows, ...explanations];
  return [
    { type: "begin_group", name, [LABEL]: first.stem, appearance: "table-list" },
    ...rows.map((row, at) => ({ ...row, [LABEL]: table[at]?.wording ?? "" })),
    { type: "end_group", name },
    ...explanations,
  ];
}

function typeOf(item: TransferItem): Row {
  const other = item.allowsOther ? " or_other" : "";
  switch (item.kind) {
    case "one":
      return { type: `select_one ${item.choiceList}${other}` };
    case "many":
      return { type: `select_multiple ${item.choiceList}${other}` };
    case "scale":
      return item.display === "stars"
        ? { type: "range", appearance: "rating", parameters: "start=1 end=5 step=1" }
        : { type: `select_one ${item.choiceList}` };
    case "number":
      return { type: "decimal", constraint: ". >= 0" };
    case "date":
      return { type: "date" };
    case "open":
      return { type: "text", appearance: "multiline" };
  }
}

const itemRow = (item: TransferItem, relevant: Relevant): Row => ({
  ...typeOf(item),
  name: nameOf(item.concept),
  [LABEL]: fullText(item),
  "hint::Dutch (nl)": item.help,
  "guidance_hint::Dutch (nl)": item.definition,
  relevant: relevant(item.shownIf),
  required: "no",
  wt_concept: item.concept,
  wt_kind: item.kind,
  wt_display: item.display,
  wt_list: item.choiceList ?? "",
  wt_stem: item.stem,
  wt_short_name: item.shortName,
  wt_purpose: item.purpose,
  wt_use: item.use,
  wt_unit: item.unit ?? "",
  wt_classes: classesText(item.classes),
  wt_profile_field: item.profileField ?? "",
  wt_audience: item.audience,
  wt_comparability: item.comparability ?? "",
  wt_origins: item.origins.join(" "),
});

const explanationRow = (item: TransferItem, relevant: Relevant): Row => ({
  type: "text",
  name: `${nameOf(item.concept)}_toelichting`,
  [LABEL]: `Toelichting bij: ${item.shortName}`,
  relevant: relevant(item.shownIf),
  required: "no",
  appearance: "multiline",
  wt_part: "explanation",
  wt_concept: item.concept,
});
