import type { FactCounts } from "../../db/schema/insights.ts";
import type { MatchedCounts, StoredChange } from "../../db/schema/insights-trends.ts";
import type { ItemKind } from "../../db/vocabulary.ts";
import { countFact, type FactAnswer } from "./fact-counts.ts";
import type { Measured } from "./number-classes.ts";
import { medianOf } from "./statistics/middle.ts";
import { wilcoxon } from "./statistics/wilcoxon.ts";

const BOTH = "both";

/**
 * How one fact changed, of the organisations that took part in both rounds. Facts only: members opened them to
 * each other, so there is nothing to protect.
 *
 * @param before the answer of everybody who counts in the earlier round
 * @param after the same of the later round
 */
export function changeOf(
  item: { kind: ItemKind } & Measured,
  before: readonly FactAnswer[],
  after: readonly FactAnswer[],
): StoredChange {
  const then = new Map(before.map((answer) => [answer.memberId, answer]));
  const stayed = after.filter(({ memberId }) => then.has(memberId));
  const pairs = stayed.flatMap((now) => {
    const [first, second] = [numberIn(then.get(now.memberId)), numberIn(now)];
    return first === null || second === null ? [] : [[first, second] as const];
  });
  const was = stayed.flatMap(({ memberId }) => then.get(memberId) ?? []);
  const [firsts, seconds] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
  const tested = wilcoxon(firsts, seconds);
  return {
    both: stayed.length,
    joined: after.length - stayed.length,
    left: before.length - stayed.length,
    before: matched(item, was, firsts),
    after: matched(item, stayed, seconds),
    test:
      item.kind === "number"
        ? { n: tested.n, pairs: pairs.length, p: tested.p, method: tested.method }
        : null,
  };
}

/** @param numbers of who gave a number both times: their middles can be compared */
function matched(
  item: { kind: ItemKind } & Measured,
  answers: readonly FactAnswer[],
  numbers: readonly number[],
): MatchedCounts {
  const groups = new Map(answers.map(({ memberId }) => [memberId, [BOTH]]));
  const counts: FactCounts = countFact(item, answers, groups).get(BOTH) ?? { states: {}, values: {} };
  return { given: counts.states.given ?? 0, values: counts.values, median: medianOf(numbers) };
}

const numberIn = (answer: FactAnswer | undefined): number | null =>
  answer?.state === "given" ? (answer.value?.number ?? null) : null;
