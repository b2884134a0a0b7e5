import { expect, it } from "vitest";
import { type ItemInput, releaseItem } from "../../functions/insights/release-item.ts";
import { loadSolver } from "../../functions/insights/solver.ts";

/** A scale of twenty organisations, and the same with five that came late. */
const upTo = (n: number) => Array.from({ length: n }, (_, at) => `team-${String(at).padStart(2, "0")}`);
const STEPS = [4, 4, 4, 4, 5, 5, 5, 1, 2, 1, 2, 3, 3, 2, 1, 4, 5, 3, 2, 1];

async function inputOf(n: number): Promise<ItemInput> {
  return {
    concept: "4A1",
    shape: {
      kind: "scale",
      unit: null,
      classes: null,
      allowsOther: false,
      codes: ["1", "2", "3", "4", "5"],
      themes: [],
    },
    given: new Map(
      upTo(n).map((id, at) => [
        id,
        {
          state: "given" as const,
          value: { scale: STEPS[at % STEPS.length] ?? 1 },
          themes: [],
          consent: at === 3 && n > 20 ? ("members" as const) : ("counted_only" as const),
          response: `response-${at}`,
        },
      ]),
    ),
    entered: upTo(n),
    attributes: [],
    earlier: [],
    secret: "geheim-1",
    solver: await loadSolver(),
    progress: () => undefined,
  };
}

it("a later edition that must be silent shows and opens nothing, and passes the check by addition", async () => {
  const first = releaseItem(await inputOf(20));
  if (!first.ok) throw new Error(first.problems.join());
  expect(first.cells.some(({ shown }) => shown)).toBe(true);
  const later = { ...(await inputOf(25)), earlier: [first.proof] };
  const loud = releaseItem(later);
  const silent = releaseItem({ ...later, isSilent: true });
  if (!loud.ok || !silent.ok) throw new Error("refused");
  expect(loud.cells.some(({ shown }) => shown)).toBe(true);
  expect(Object.keys(loud.proof.openings ?? {})).toEqual(["team-03"]);
  expect(silent.cells.map(({ filterKey, option }) => [filterKey, option])).toEqual(
    loud.cells.map(({ filterKey, option }) => [filterKey, option]),
  );
  expect(silent.cells.filter(({ shown, size }) => shown !== null || size !== null)).toEqual([]);
  expect(silent.proof.openings).toEqual({});
  // Who came late counts from now on, so that its answer stands still as well.
  expect(Object.keys(silent.proof.answers)).toHaveLength(25);
});
