import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState } from "../../db/vocabulary.ts";
import { OTHER_VALUE, RELEASED_OPTION_LABELS } from "../../web/insights/filter-labels.ts";
import { questionOf } from "../../web/insights/shown-figure.ts";
import { classAt, classesOf } from "./number-classes.ts";
import type { ChoiceRow, ItemRow, ThemeRow } from "./queries.ts";
import { DATE_GIVEN, yearOf } from "./release-support.ts";
import type { DataValue, ResponseSet, ValueLabel, Variable } from "./sav/dataset.ts";

/** What one organisation said on one item. `closed`: it opened this answer to fewer people than this file is for. */
export interface Told {
  state: AnswerState | "missing" | "closed";
  value: AnswerValue | null;
  /** slugs of the themes that its text names */
  themes: readonly string[];
}

/** The variables of one item, and how an answer fills them. */
export interface ItemColumns {
  variables: readonly Variable[];
  set: ResponseSet | null;
  valuesOf(told: Told): readonly DataValue[];
}

export interface ResearchLists {
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
}

const CLOSED = -7;
const UNKNOWN = -8;
const NOT_APPLICABLE = -9;
const CHOSEN = 1;
/** An option that was not chosen, a theme that was not named. */
export const NOT_CHOSEN = 0;

/** Answers without a value, as numbers that no count or measure can be. */
const MISSING_LABELS: readonly ValueLabel[] = [
  { value: CLOSED, label: "niet opengesteld" },
  { value: UNKNOWN, label: "weet ik niet" },
  { value: NOT_APPLICABLE, label: "niet van toepassing" },
];
const MISSING = MISSING_LABELS.map(({ value }) => value);

/**
 * The variables of an item: one for a choice, a scale or a number; a 0/1 variable an option, with their set, for
 * more choices and for the themes of an open answer. Texts are not among them, except what stands behind "anders"
 * of a fact that members opened to each other. A confidential number comes as its class.
 */
export function itemColumns(item: ItemRow, lists: ResearchLists): ItemColumns {
  if (item.kind === "open") return optionColumns(item, themeOptions(item, lists), ({ themes }) => themes);
  if (item.kind === "many") return withOther(item, optionColumns(item, choiceOptions(item, lists), chosenIn));
  if (item.kind === "one") return withOther(item, oneColumn(item, choiceOptions(item, lists)));
  if (item.kind === "scale") return scaleColumn(item, lists);
  return item.kind === "date" ? dateColumn(item) : numberColumn(item);
}

interface Option {
  key: string;
  label: string;
}

const themeOptions = ({ concept }: ItemRow, { themes }: ResearchLists): Option[] =>
  themes.filter((theme) => theme.concept === concept);

const choiceOptions = ({ choiceList, allowsOther }: ItemRow, { choices }: ResearchLists): Option[] => [
  ...choices.filter(({ list }) => list === choiceList).map(({ code, label }) => ({ key: code, label })),
  ...(allowsOther ? [{ key: OTHER_VALUE, label: "Anders" }] : []),
];

const chosenIn = ({ value }: Told): string[] => [
  ...(value?.choices ?? []),
  ...(value?.other?.trim() ? [OTHER_VALUE] : []),
];

/** "v3a2" or "v3a2_jeugdwet": what SPSS, R and Stata all take as a name. */
const nameOf = (concept: string, part = ""): string =>
  `v${concept}${part && "_"}${part}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 60);

const STATES: Partial<Record<Told["state"], number>> = {
  closed: CLOSED,
  unknown: UNKNOWN,
  not_applicable: NOT_APPLICABLE,
};

/** The value of a given answer; else the number of its state, or nothing. */
const orState = (told: Told, value: (told: Told) => number | null): number | null =>
  told.state === "given" ? value(told) : (STATES[told.state] ?? null);

const numeric = (item: ItemRow, more: Partial<Variable>): Variable => ({
  name: nameOf(item.concept),
  label: `${item.concept} ${questionOf(item)}`,
  kind: "number",
  measure: "nominal",
  values: MISSING_LABELS,
  missing: MISSING,
  ...more,
});

function optionColumns(item: ItemRow, options: readonly Option[], named: (told: Told) => readonly string[]) {
  const variables = options.map(({ key, label }) =>
    numeric(item, {
      name: nameOf(item.concept, key),
      label: `${item.concept} ${label}`,
      values: [
        { value: NOT_CHOSEN, label: "niet genoemd" },
        { value: CHOSEN, label: "genoemd" },
        ...MISSING_LABELS,
      ],
    }),
  );
  const set: ResponseSet = {
    name: nameOf(item.concept),
    label: `${item.concept} ${questionOf(item)}`,
    counted: CHOSEN,
    variables: variables.map(({ name }) => name),
  };
  return {
    variables,
    // A set of fewer than two variables is not one.
    set: variables.length > 1 ? set : null,
    valuesOf: (told: Told) => {
      const own = named(told);
      return options.map(({ key }) => orState(told, () => (own.includes(key) ? CHOSEN : NOT_CHOSEN)));
    },
  };
}

function oneColumn(item: ItemRow, options: readonly Option[]): ItemColumns {
  const values = options.map(({ label }, at) => ({ value: at + 1, label }));
  const place = (told: Told) => options.findIndex(({ key }) => chosenIn(told).includes(key)) + 1 || null;
  return {
    variables: [numeric(item, { values: [...values, ...MISSING_LABELS] })],
    set: null,
    valuesOf: (told) => [orState(told, place)],
  };
}

function scaleColumn(item: ItemRow, { choices }: ResearchLists): ItemColumns {
  const steps = choices.filter(({ list }) => list === item.choiceList);
  const values = steps.map(({ label }, at) => ({ value: at + 1, label }));
  return {
    variables: [numeric(item, { measure: "ordinal", values: [...values, ...MISSING_LABELS] })],
    set: null,
    valuesOf: (told) => [orState(told, ({ value }) => value?.scale ?? null)],
  };
}

function numberColumn(item: ItemRow): ItemColumns {
  if (item.audience === "confidential") {
    const values = classesOf(item).map(({ label }, at) => ({ value: at + 1, label }));
    const place = ({ value }: Told) => (value?.number === undefined ? null : classAt(value.number, item) + 1);
    return {
      variables: [numeric(item, { measure: "ordinal", values: [...values, ...MISSING_LABELS] })],
      set: null,
      valuesOf: (told) => [orState(told, place)],
    };
  }
  return {
    variables: [numeric(item, { measure: "scale", decimals: item.unit === "fte" ? 2 : 0 })],
    set: null,
    valuesOf: (told) => [orState(told, ({ value }) => value?.number ?? null)],
  };
}

/** The year of a fact that is a date; of a confidential one only that it was given. */
function dateColumn(item: ItemRow): ItemColumns {
  const isFact = item.audience === "members";
  const given = { value: CHOSEN, label: RELEASED_OPTION_LABELS[DATE_GIVEN] };
  return {
    variables: [
      isFact
        ? numeric(item, { measure: "ordinal", label: `${item.concept} ${questionOf(item)} (jaar)` })
        : numeric(item, { values: [given, ...MISSING_LABELS] }),
    ],
    set: null,
    valuesOf: (told) => [
      orState(told, ({ value }) => (value?.date ? (isFact ? Number(yearOf(value.date)) : CHOSEN) : null)),
    ],
  };
}

/** What stands behind "anders, namelijk", as typed: only of a fact that members opened to each other. */
function withOther(item: ItemRow, columns: ItemColumns): ItemColumns {
  if (!item.allowsOther || item.audience === "confidential") return columns;
  const text: Variable = {
    name: nameOf(item.concept, "anders_tekst"),
    label: `${item.concept} Anders, namelijk`,
    kind: "text",
    measure: "nominal",
    values: [],
    missing: [],
  };
  return {
    ...columns,
    variables: [...columns.variables, text],
    valuesOf: (told) => [
      ...columns.valuesOf(told),
      told.state === "given" ? told.value?.other?.trim() || null : null,
    ],
  };
}
