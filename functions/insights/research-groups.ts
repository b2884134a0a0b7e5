import type { DataValue, Variable } from "./sav/dataset.ts";

/** So many organisations must share every combination of group variables. */
export const SMALLEST_GROUP = 5;
/** A file of separate answers has at least so many organisations. */
export const SMALLEST_FILE = 10;

/** What is public of an organisation and goes along in groups; null where it is not known. */
export interface PublicTraits {
  size: string | null;
  part: string | null;
}

interface Trait {
  name: string;
  label: string;
  /** labels in order; `of` gives the index of an organisation's value, -1 when it has none */
  values: readonly string[];
  of(traits: PublicTraits): number;
}

const trait = (
  name: string,
  label: string,
  from: keyof PublicTraits,
  groups: readonly (readonly [label: string, ...keys: string[]])[],
): Trait => ({
  name,
  label,
  values: groups.map(([said]) => said),
  of: (traits) => groups.findIndex(([, ...keys]) => keys.includes(traits[from] ?? "")),
});

const SIZE = trait("grootte", "Grootteklasse", "size", [
  ["G4/G40 of meer dan 80.000 inwoners", "groot"],
  ["M50 of 30.000 tot 80.000 inwoners", "middel"],
  ["K80/P10 of minder dan 30.000 inwoners", "klein"],
]);
const SIZE_IN_TWO = trait("grootte", "Grootteklasse, in twee groepen", "size", [
  ["G4/G40 of meer dan 80.000 inwoners", "groot"],
  ["kleiner", "middel", "klein"],
]);
const PART = trait("landsdeel", "Landsdeel", "part", [
  ["noord", "noord"],
  ["oost", "oost"],
  ["west", "west"],
  ["zuid", "zuid"],
]);
const PART_IN_TWO = trait("landsdeel", "Landsdeel, in twee groepen", "part", [
  ["noord of oost", "noord", "oost"],
  ["west of zuid", "west", "zuid"],
]);

/** From fine to coarse; the first that is safe is taken. The order is fixed and never follows the answers. */
const LADDER: readonly (readonly Trait[])[] = [
  [SIZE, PART],
  [SIZE_IN_TWO, PART],
  [SIZE_IN_TWO, PART_IN_TWO],
  [SIZE_IN_TWO],
  [PART_IN_TWO],
  [],
];

export interface Grouping {
  variables: readonly Variable[];
  /** values of the group variables, per organisation */
  values: readonly (readonly DataValue[])[];
  /** organisations in the smallest combination */
  smallest: number;
  combinations: number;
}

/** The answers as far as a grouping looks at them. */
export interface ComparedAnswers {
  /** values of every answer variable, per organisation */
  rows: readonly (readonly DataValue[])[];
  /** per variable the value that tells nothing when all of a group have it; undefined when every value tells */
  silent: readonly (DataValue | undefined)[];
}

/**
 * The finest way of going along in groups with which nobody stands out: every combination has at least five
 * organisations (k-anonymity, Sweeney 2002), and in no combination do all give the same answer to a question
 * (l-diversity with l = 2, Machanavajjhala 2007). With public profiles few attributes identify: on 46
 * organisations of the demo, size class by part of the country already leaves three of them alone. That nobody
 * of a group names a theme is allowed: a text that is silent on something did not answer it.
 */
export function safeGrouping(traits: readonly PublicTraits[], answers: ComparedAnswers): Grouping {
  for (const rung of LADDER) {
    const values = traits.map((each) => rung.map((one) => one.of(each) + 1 || null));
    const groups = [...Map.groupBy(values.keys(), (at) => (values[at] ?? []).join()).values()];
    const smallest = Math.min(...groups.map(({ length }) => length));
    const isSafe = smallest >= SMALLEST_GROUP && groups.every((group) => isDiverse(group, answers));
    if (rung.length === 0 || isSafe)
      return { variables: rung.map(variableOf), values, smallest, combinations: groups.length };
  }
  throw new Error("the last rung has no traits, so it was taken");
}

/** Whether no question is answered alike by a whole group. */
function isDiverse(group: readonly number[], { rows, silent }: ComparedAnswers): boolean {
  const first = rows[group[0] ?? 0] ?? [];
  return first.every((value, at) => value === silent[at] || group.some((each) => rows[each]?.[at] !== value));
}

const variableOf = ({ name, label, values }: Trait): Variable => ({
  name,
  label,
  kind: "number",
  measure: "nominal",
  values: values.map((said, at) => ({ value: at + 1, label: said })),
  missing: [],
});
