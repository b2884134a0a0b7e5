import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, PlausibilityRule, ProfileField } from "../../db/vocabulary.ts";

/** An answer as far as these rules look at it. */
interface Said {
  state: AnswerState;
  value: AnswerValue | null;
}

/** A question with its present answer, and what else is known about the organisation. */
export interface JudgedItem {
  concept: string;
  profileField: ProfileField | null;
  answer: Said | null;
  /** what the organisation said last: in the last signed round of that year, or (null) in its profile */
  before: { year: number | null; said: Said } | null;
  /** how many people live where the organisation works; null: not known or of no use here */
  inhabitants: number | null;
}

/** Why an answer looks odd, with the numbers that show it. It never says that the answer is wrong. */
export interface Oddity {
  concept: string;
  rule: PlausibilityRule;
  before?: { year: number | null; number: number };
  inhabitants?: number;
}

/** A change of one or two is no halving, whatever the division says. */
const LEAST_CHANGE = 3;

/** The most and the fewest inhabitants that one of a field goes with. Far outside what any team reported. */
const INHABITANTS_EACH: Partial<Record<ProfileField, { fewest: number; most: number | null }>> = {
  fte: { fewest: 200, most: 40_000 },
  locations: { fewest: 500, most: null },
};

const numberIn = (said: Said | null | undefined): number | null =>
  said?.state === "given" ? (said.value?.number ?? null) : null;

const chosenIn = (said: Said | null | undefined): string[] =>
  said?.state === "given" ? [...(said.value?.choices ?? []), ...(said.value?.other ? ["other"] : [])] : [];

/** A choice that says "none of these": by agreement its code begins with "none". */
const isNone = (code: string): boolean => code === "none" || code.startsWith("none_");

type Rule = (item: JudgedItem, all: readonly JudgedItem[]) => Omit<Oddity, "concept">[];

/** Each looks at one question, and may look at the others. */
const RULES: readonly Rule[] = [
  ({ answer, before }) => {
    const [now, then] = [numberIn(answer), numberIn(before?.said)];
    if (now === null || then === null || !before || then === 0 || Math.abs(now - then) < LEAST_CHANGE)
      return [];
    const known = { before: { year: before.year, number: then } };
    if (now <= then / 2) return [{ rule: "halved", ...known }];
    return now >= then * 2 ? [{ rule: "doubled", ...known }] : [];
  },
  ({ profileField, answer, inhabitants }) => {
    const number = numberIn(answer);
    const bounds = profileField ? INHABITANTS_EACH[profileField] : undefined;
    if (!bounds || !inhabitants || !number) return [];
    const each = inhabitants / number;
    if (each < bounds.fewest) return [{ rule: "many_for_inhabitants", inhabitants }];
    return bounds.most !== null && each > bounds.most ? [{ rule: "few_for_inhabitants", inhabitants }] : [];
  },
  ({ answer }) => {
    const chosen = chosenIn(answer);
    return chosen.length > 1 && chosen.some(isNone) ? [{ rule: "none_beside_others" }] : [];
  },
  ({ profileField, answer }, all) => {
    if (profileField !== "location_uses" || chosenIn(answer).length === 0) return [];
    const locations = all.find((item) => item.profileField === "locations");
    return numberIn(locations?.answer) === 0 ? [{ rule: "uses_without_locations" }] : [];
  },
  ({ profileField, answer }) =>
    profileField === "laws" && answer?.state === "not_applicable" ? [{ rule: "no_law" }] : [],
];

/**
 * What looks odd in these answers, in the order of the questions. Pure, and about what is stored: a warning asks
 * for a reason and never stands in the way of saving or signing.
 */
export const odditiesIn = (items: readonly JudgedItem[]): Oddity[] =>
  items.flatMap((item) =>
    RULES.flatMap((rule) => rule(item, items).map((odd) => ({ concept: item.concept, ...odd }))),
  );
