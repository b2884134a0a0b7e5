import { describe, expect, test } from "vitest";
import type { OpenedTo } from "../../functions/insights/gate/known.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { supplemented } from "../../functions/insights/gate/supplement.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { attackShown, type Opened, playedOf } from "../support/attacker-matched.ts";
import { drawTwoRounds, type TwoRounds } from "../support/two-rounds.ts";

/**
 * Two rounds as one, in the hands of who knows more than the figures: the learning group, members and visitors with
 * the answers that were opened to them in each round, and an organisation that took over another.
 */
const PATIENCE = 300_000;
const solver = await loadSolver();
const SAFE = { outsider: [], insiders: [], undecided: 0 };

/** Some answers are open in both rounds, some in one of them only, and some to another reader than before. */
function openedIn({ before, after }: TwoRounds): [Opened, Opened] {
  const both = before.organisations.filter((id) => after.organisations.includes(id));
  const left = before.organisations.filter((id) => !both.includes(id));
  const open = (...pairs: [string | undefined, OpenedTo][]): Opened =>
    Object.fromEntries(pairs.flatMap(([id, to]) => (id ? [[id, to]] : [])));
  return [
    open(
      [both[1], "learning_group"],
      [both[6], "learning_group"],
      [left[0], "learning_group"],
      [both[9], "members"],
    ),
    open([both[1], "learning_group"], [both[9], "learning_group"], [both[13], "public"]),
  ];
}

describe("what was opened in two rounds", { timeout: PATIENCE }, () => {
  const rounds = drawTwoRounds(12, "regional", 0.3, 1);
  const opened = openedIn(rounds);
  const { played, made, before, after } = playedOf(rounds, opened, solver);

  test.each(["public", "members", "learning_group"] as const)(
    "and %s read: nobody else is determined",
    (reader) => {
      expect(attackShown(played, { reader, merged: [] })).toMatchObject(SAFE);
    },
  );

  test("would tell the learning group about others, were it not taken for known", () => {
    const careless = playedOf(rounds, [{}, {}], solver).played;
    const told = careless.map((round, nth) => ({ ...round, opened: opened[nth]! }));
    const found = attackShown(told, { reader: "learning_group", merged: [] });
    expect(found.insiders.length).toBeGreaterThan(0);
  });

  test("is reckoned with in a comparison that holds by addition for every reader", () => {
    const shown = [made.before, made.after].flatMap(({ strands }) =>
      strands[0]!.cells.map((cell) => cell.shown),
    );
    expect(shown.some(Boolean)).toBe(true);
    expect(recheck(supplemented(before.release, [made.before]))).toEqual([]);
    expect(recheck(supplemented(after.release, [made.after]))).toEqual([]);
  });
});

describe("organisations that went on as one", { timeout: PATIENCE }, () => {
  const rounds = drawTwoRounds(8, "correlated", 0.3, 2);
  const { played, made, before } = playedOf(rounds, [{}, {}], solver);
  const took = rounds.after.organisations;
  const both = rounds.before.organisations.filter((id) => took.includes(id));
  const gone = rounds.before.organisations.filter((id) => !both.includes(id));
  const born = took.filter((id) => !both.includes(id));

  test("are in the comparison by who stays: who went up in another is one that stayed away", () => {
    const [strand] = made.before.strands;
    const members = strand!.members.map((at) => before.release.organisations[at]);
    expect(members).toEqual([...both].sort());
    expect(members.filter((id) => gone.includes(id!))).toEqual([]);
    expect(made.before.strands[0]?.cells[0]?.shown).not.toBeNull();
  });

  // Two that put together what they know are not covered by the rules, and a merger is two of them. So this is no
  // promise; it is what was measured of one that took over another, and of one that is new and made of two.
  test("know two answers of the first round, and still determine no other on this association", () => {
    const merged = [
      [both[20]!, gone[0]!],
      [born[0]!, gone[1]!],
      [born[0]!, gone[2]!],
    ] as const;
    expect(attackShown(played, { reader: null, merged })).toMatchObject(SAFE);
  });
});
