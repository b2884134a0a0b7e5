import type { FactCounts, NumberMiddle } from "../../db/schema/insights.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { ItemKind } from "../../db/vocabulary.ts";
import type { Attribute } from "./gate/cells.ts";
import { cellKey, type Filter } from "./gate/cells.ts";
import { classAt, type Measured } from "./number-classes.ts";
import { yearOf } from "./release-support.ts";
import { meanOf, medianInterval, medianOf } from "./statistics/middle.ts";

/** The answer of one organisation that counts to one fact. */
export interface FactAnswer {
  memberId: string;
  /** `missing` without a row in the database, or when it was emptied */
  state: string;
  value: AnswerValue | null;
}

/** Per organisation every group that it is in: all, by one filter, and by two. */
export type GroupsOf = ReadonlyMap<string, readonly string[]>;

/** What each organisation can be filtered by, in the order of the report. */
export function filtersPerMember(memberIds: readonly string[], attributes: readonly Attribute[]) {
  return new Map(
    memberIds.map((id): [string, Filter[]] => [
      id,
      attributes.flatMap(({ key, of }) =>
        [...new Set(of[id] ?? [])].map((value) => ({ attribute: key, value })),
      ),
    ]),
  );
}

/** Keys of the groups, as in a release; pages may ask for any two values, also of one kind. */
export function groupsPerMember(filters: ReadonlyMap<string, readonly Filter[]>): GroupsOf {
  return new Map(
    [...filters].map(([id, own]) => [
      id,
      [
        cellKey([]),
        ...own.map((one) => cellKey([one])),
        ...own.flatMap((one, at) => own.slice(at + 1).map((other) => cellKey([one, other]))),
      ],
    ]),
  );
}

/**
 * Counts one fact in every group at once; the same numbers as `talliesOf` and `mediansOf` give for one group.
 * A test holds them equal.
 */
export function countFact(
  item: { kind: ItemKind } & Measured,
  answers: readonly FactAnswer[],
  groups: GroupsOf,
): Map<string, FactCounts> {
  const counts = new Map<string, FactCounts>();
  const numbers = new Map<string, number[]>();
  for (const answer of answers) {
    const state = ["given", "unknown", "not_applicable"].includes(answer.state) ? answer.state : "missing";
    const values = state === "given" ? valuesOf(item, answer.value) : [];
    const number = item.kind === "number" && state === "given" ? answer.value?.number : undefined;
    for (const key of groups.get(answer.memberId) ?? []) {
      const group = counts.get(key) ?? { states: {}, values: {} };
      counts.set(key, group);
      group.states[state] = (group.states[state] ?? 0) + 1;
      for (const value of values) group.values[value] = (group.values[value] ?? 0) + 1;
      if (number === undefined) continue;
      const others = numbers.get(key);
      if (others) others.push(number);
      else numbers.set(key, [number]);
    }
  }
  for (const [key, found] of numbers) {
    const group = counts.get(key);
    if (!group) continue;
    group.median = medianOf(found) ?? 0;
    group.middle = middleOf(found);
  }
  return counts;
}

function valuesOf(item: { kind: ItemKind } & Measured, value: AnswerValue | null) {
  const { kind } = item;
  if (!value) return [];
  if (kind === "number") return value.number === undefined ? [] : [String(classAt(value.number, item))];
  if (kind === "date") return value.date ? [yearOf(value.date)] : [];
  if (kind === "scale") return value.scale === undefined ? [] : [String(value.scale)];
  if (kind === "open") return [];
  return [...new Set(value.choices ?? []), ...(value.other?.trim() ? ["other"] : [])];
}

/** A median that a page counted itself, with what else is said of it; as the job stores it. */
export const withMiddle = ({
  concept,
  median,
  numbers,
}: {
  concept: string;
  median: number;
  numbers: string;
}) => ({
  concept,
  median,
  middle: middleOf(JSON.parse(numbers) as number[]),
});

function middleOf(values: readonly number[]): NumberMiddle {
  const { low, high, confidence } = medianInterval(values) ?? { low: null, high: null, confidence: null };
  // Added up in one order: sums of decimals depend on it.
  const mean = meanOf(values.toSorted((one, other) => one - other));
  return { n: values.length, low, high, confidence, mean };
}
