import { describe, expect, test } from "vitest";
import { Audit } from "../../functions/insights/gate/audit.ts";
import { seededRandom } from "../../functions/insights/gate/random.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { release } from "../../functions/insights/gate/release.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import type { Row } from "../../functions/insights/gate/sheet.ts";
import { type Support, strandsOf } from "../../functions/insights/gate/support.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { drawAssociation, weighted } from "../support/associations.ts";

const PATIENCE = 180_000;
const solver = await loadSolver();

/** Every sheet there is, for a small number of organisations: the audit's question answered by counting. */
function isSafeByEnumeration(n: number, options: number, rows: readonly Row[]): boolean {
  const seen = new Set<string>();
  for (let number = 0; number < options ** n; number++) {
    const sheet = Array.from({ length: n }, (_, at) => Math.floor(number / options ** at) % options);
    const holds = rows.every(({ members, options: bits, low, high }) => {
      const count = members.filter((member) => (bits >> sheet[member]!) & 1).length;
      return count >= low && count <= high;
    });
    if (!holds) continue;
    for (let one = 0; one < n; one++)
      for (let other = 0; other < one; other++) seen.add([one, sheet[one], other, sheet[other]].join());
  }
  return seen.size === ((n * (n - 1)) / 2) * options ** 2;
}

describe("the audit is exact", { timeout: PATIENCE }, () => {
  test.each([
    [2, 9, 60],
    [3, 6, 60],
  ])(
    "with %i options and %i organisations it agrees with an enumeration of all sheets",
    (options, n, times) => {
      const random = seededRandom(31 * options);
      const tally = { safe: 0, unsafe: 0 };
      for (let time = 0; time < times; time++) {
        const audit = new Audit({ n, options, solver, seed: time });
        const taken: Row[] = [];
        const truth = Array.from({ length: n }, () => Math.floor(random() * options));
        for (let offer = 0; offer < 6; offer++) {
          const members = truth.flatMap((_, at) => (random() < 0.6 ? [at] : []));
          const bits = options === 2 ? 2 : 1 + Math.floor(random() * 6);
          const count = members.filter((member) => (bits >> truth[member]!) & 1).length;
          const slack = Math.floor(random() * 3);
          const row = { members, options: bits, low: Math.max(0, count - slack), high: count + slack };
          const isSafe = isSafeByEnumeration(n, options, [...taken, row]);
          expect(audit.offer([row])).toBe(isSafe ? "safe" : "unsafe");
          if (isSafe) taken.push(row);
          tally[isSafe ? "safe" : "unsafe"] += 1;
        }
      }
      expect(Math.min(tally.safe, tally.unsafe)).toBeGreaterThan(50);
    },
  );
});

describe("items with more options", { timeout: PATIENCE }, () => {
  const association = drawAssociation(15, "correlated", 0.3);
  const random = seededRandom(4);
  const options = ["oneens", "neutraal", "eens"];
  const answers = Object.fromEntries(
    association.organisations.map((id) => [id, [options[weighted([0.2, 0.3, 0.5], random)]!]]),
  );
  const made = (support: Support): Release =>
    release({
      item: "stelling",
      support,
      answers,
      attributes: association.attributes,
      secretSeed: "s",
      solver,
      chance: 0,
    });
  const shownAt = (release: Release, depth: number) => {
    const cells = release.strands.flatMap((strand) => strand.cells.filter((cell) => cell.depth === depth));
    return cells.filter(({ shown }) => shown).length / cells.length;
  };

  test("all options of a set are shown, or none", () => {
    const whole = made({ kind: "one", options });
    expect(recheck(whole)).toEqual([]);
    const sets = Map.groupBy(whole.strands[0]!.cells, ({ key }) => key);
    for (const cells of sets.values()) {
      expect(cells.map(({ option }) => option)).toEqual(options);
      expect(new Set(cells.map(({ shown }) => shown === null)).size).toBe(1);
    }
  });

  test("a merger for the filters keeps the total of every option and more crossings", () => {
    const whole = made({ kind: "one", options });
    const merged = made({ kind: "one", options, merged: { option: "eens", of: ["eens"] } });
    expect(recheck(merged)).toEqual([]);
    expect(merged.strands[0]!.cells.filter(({ depth }) => depth === 0).map(({ option }) => option)).toEqual(
      options,
    );
    expect(shownAt(merged, 2)).toBeGreaterThan(shownAt(whole, 2));
  });

  test("where exact counts of a total would tell, words take their place", () => {
    const few = Object.fromEntries(
      association.organisations.map((id, at) => [id, [at < 20 ? "oneens" : "eens"]]),
    );
    const release_ = release({
      item: "stelling",
      support: { kind: "one", options },
      answers: few,
      attributes: [],
      secretSeed: "s",
      solver,
      chance: 0,
    });
    const kinds = release_.strands[0]!.cells.map(({ shown }) => shown?.kind);
    // Nobody chose "neutraal": 46 minus the two exact counts would say so.
    expect(kinds).toEqual(["word", "word", "word"]);
    expect(recheck(release_)).toEqual([]);
  });

  test("each option of a free choice is a yes/no item of its own", () => {
    const many = release({
      item: "wetten",
      support: {
        kind: "many",
        options: ["wmo", "jeugd", "geen"],
        exclusive: ["geen"],
        atLeastOne: true,
        atMost: null,
      },
      answers: Object.fromEntries(
        association.organisations.map((id) => [id, ["wmo", "jeugd"].filter(() => random() < 0.5)]),
      ),
      attributes: association.attributes,
      secretSeed: "s",
      solver,
    });
    expect(many.strands.map(({ name, options: count }) => [name, count])).toEqual([
      ["wmo", 2],
      ["jeugd", 2],
    ]);
    expect(many.tied).toEqual(["geen"]);
    expect(recheck(many)).toEqual([]);
  });
});

describe("options that the questionnaire ties together", () => {
  const many = (settings: Partial<Extract<Support, { kind: "many" }>>) => {
    const { strands, tied } = strandsOf({
      kind: "many",
      options: ["a", "b", "c", "d"],
      exclusive: [],
      atLeastOne: false,
      atMost: null,
      ...settings,
    });
    return [strands.map(({ name }) => name).join(""), tied.join("")];
  };
  test.each([
    ["free", {}, "abcd", ""],
    ["an exclusive one", { exclusive: ["d"] }, "abc", "d"],
    ["at least one", { atLeastOne: true }, "abc", "d"],
    ["at least one, with an exclusive one", { atLeastOne: true, exclusive: ["a"] }, "bcd", "a"],
    ["at most two", { atMost: 2 }, "ab", "cd"],
    ["at most two and at least one", { atMost: 2, atLeastOne: true }, "ab", "cd"],
  ])("%s: what is left can be chosen in every way", (_, settings, released, tied) => {
    expect(many(settings)).toEqual([released, tied]);
  });
});
