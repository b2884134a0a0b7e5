import { describe, expect, test } from "vitest";
import { entering } from "../../functions/insights/gate/editions.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { drawAssociation } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";

const PATIENCE = 180_000;
const solver = await loadSolver();

describe("who enters an edition", () => {
  const before = ["a", "b", "c"];
  test.each([
    [[], ["b", "a"], ["a", "b"]],
    [before, [...before, "d", "e", "f", "g"], before],
    [before, [...before, "d", "e", "f", "g", "h"], [...before, "d", "e", "f", "g", "h"]],
    [before, ["a", "c", "d"], ["a", "c"]],
  ])("after %j, with %j answered: %j", (last, answered, expected) => {
    expect(entering(last, answered)).toEqual(expected);
  });
});

describe("editions count as one", { timeout: PATIENCE }, () => {
  const association = drawAssociation(21, "regional", 0.5);
  const { organisations } = association;
  const late = (count: number) => ({ ...association, organisations: organisations.slice(0, -count) });

  test("one late answer alone would be laid open, so the next total is a word", () => {
    const first = releaseOf(late(1), solver, { chance: 0 });
    const second = releaseOf(association, solver, { chance: 0, previous: [first] });
    expect(recheck(second)).toEqual([]);
    const total = (made: typeof first) => made.strands[0]!.cells.find(({ key }) => key === "alle");
    expect(total(first)?.shown?.kind).toBe("exact");
    expect(total(second)).toMatchObject({ shown: { kind: "word" }, reason: null });
    expect(releaseOf(association, solver, { chance: 0 }).strands[0]!.cells[0]?.shown?.kind).toBe("exact");
  });

  test("a group can enter, and the release carries what the first one published", () => {
    const first = releaseOf(late(6), solver, { chance: 0 });
    const second = releaseOf(association, solver, { chance: 0, previous: [first] });
    expect(second.edition).toBe(2);
    expect(second.organisations).toEqual(organisations);
    const published = first.strands[0]!.cells.filter(({ shown }) => shown).length;
    expect(second.strands[0]!.carried).toHaveLength(published);
    expect(second.strands[0]!.cost.kept).toBeGreaterThan(0);
    expect(recheck(second)).toEqual([]);
    const forgotten = { ...second, strands: second.strands.map((strand) => ({ ...strand, carried: [] })) };
    const tampered = { ...second, strands: second.strands.map((strand) => ({ ...strand, witnesses: [] })) };
    expect(recheck(forgotten)).toEqual([]);
    expect(recheck(tampered)).not.toEqual([]);
  });

  test("what was a gap stays a gap, and what was a word never becomes a count", () => {
    const first = releaseOf(late(6), solver, { chance: 0 });
    const second = releaseOf(association, solver, { chance: 0, previous: [first] });
    const kindsOf = (made: typeof first) =>
      new Map(made.strands[0]!.cells.map(({ key, shown }) => [key, shown?.kind ?? "gap"]));
    const before = kindsOf(first);
    const gaps = [...before].filter(([, kind]) => kind === "gap");
    expect(gaps.length).toBeGreaterThan(3);
    for (const [key, kind] of kindsOf(second)) {
      if (before.get(key) === "gap") expect(kind, key).toBe("gap");
      if (before.get(key) === "word") expect(["word", "gap"], key).toContain(kind);
    }
  });

  test("who leaves stays part of the sums of then", () => {
    const first = releaseOf(association, solver, { chance: 0 });
    const second = releaseOf(late(7), solver, { chance: 0, previous: [first] });
    expect(second.organisations).toEqual(organisations);
    expect(recheck(second)).toEqual([]);
    for (const { members } of second.strands[0]!.cells) expect(Math.max(...members)).toBeLessThan(39);
  });
});
