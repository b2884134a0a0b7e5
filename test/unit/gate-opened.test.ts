import { describe, expect, test } from "vitest";
import { totalAlwaysFits } from "../../functions/insights/gate/free-total.ts";
import { knownFrom, knownText, type OpenedTo, readersOf } from "../../functions/insights/gate/known.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { drawAssociation, type Mix, type Prevalence } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";
import { type OpenedEncounter, openedEncounter } from "../support/attacker-opened.ts";

const solver = await loadSolver();
const MIXES: readonly Mix[] = ["independent", "correlated", "regional", "multi-valued"];
const PREVALENCES: readonly Prevalence[] = [0.1, 0.3, 0.5, 0.8];

describe("answers that were opened protect nobody else", () => {
  const met: OpenedEncounter[] = [];

  test.each(MIXES)(
    "%s attributes: visitor, member and learning group determine nothing that was not opened to them",
    { timeout: 300_000 },
    (mix) => {
      for (const prevalence of PREVALENCES) {
        const counts = [{ members: 12 }, { public: 2, members: 6, learning_group: 4 }];
        for (const [nth, count] of counts.entries()) {
          const seed = 2_000 + MIXES.indexOf(mix) * 100 + prevalence * 10 + nth;
          const one = openedEncounter(seed, mix, prevalence, count, solver);
          expect(one.problems, one.name).toEqual([]);
          for (const attack of one.gate)
            expect({ name: one.name, ...attack }).toMatchObject({ outsider: 0, insiders: 0, undecided: 0 });
          expect(one.figures.gate, one.name).toBeGreaterThan(10);
          met.push(one);
        }
      }
    },
  );

  test("the same attackers determine others on a release that ignores what was opened", () => {
    expect(met).toHaveLength(MIXES.length * PREVALENCES.length * 2);
    const foundAs = (reader: OpenedTo) =>
      met.flatMap(({ ignoring }) => ignoring.filter((attack) => attack.reader === reader));
    for (const reader of ["members", "learning_group"] as const) {
      const found = foundAs(reader);
      expect(found.filter(({ outsider }) => outsider > 0).length).toBeGreaterThan(found.length / 4);
      expect(found.reduce((sum, { outsider }) => sum + outsider, 0)).toBeGreaterThan(30);
    }
  });

  test("a group has at least five answers that stayed closed", () => {
    const association = drawAssociation(3, "independent", 0.5);
    const opened = Object.fromEntries(
      association.organisations.slice(0, 20).map((id) => [id, "members" as const]),
    );
    const made = releaseOf(association, solver, { chance: 0, opened });
    const sizes = made.strands[0]?.cells.map(
      ({ members }) => members.filter((at) => !opened[made.organisations[at] ?? ""]).length,
    );
    expect(Math.min(...(sizes ?? []))).toBeGreaterThanOrEqual(5);
  });

  test("a stored release is refused when a scenario or a known answer was left out", () => {
    const association = drawAssociation(5, "regional", 0.5);
    const opened = Object.fromEntries(
      association.organisations
        .map((id, at): [string, OpenedTo] => [id, at < 6 ? "members" : "learning_group"])
        .slice(0, 9),
    );
    const made = releaseOf(association, solver, { chance: 0, opened });
    expect(recheck(made)).toEqual([]);
    const changed = (change: (strand: (typeof made.strands)[number]) => object) => ({
      ...made,
      strands: made.strands.map((strand) => ({ ...strand, ...change(strand) })),
    });
    expect(recheck(changed(({ readers = [] }) => ({ readers: readers.slice(0, -1) }))).join()).toContain(
      "lack",
    );
    const closed = changed(({ readers = [] }) => ({
      readers: readers.map((reader) => ({ ...reader, known: reader.known.replace(/[01]/, ".") })),
    }));
    expect(recheck(closed).join()).toContain("no witness");
  });
});

describe("the total of a first edition with opened answers", () => {
  test("is there whatever the count, where its words always leave room", () => {
    expect(totalAlwaysFits(46, [1, 0, 1, 0, 0, 1, 1, 0], 3)).toBe(true);
    // Fourteen known no's: "de meeste" (32 and more) would leave one closed no at most.
    expect(totalAlwaysFits(46, Array<number>(14).fill(0), 0)).toBe(false);
    expect(totalAlwaysFits(46, Array<number>(14).fill(1), 0)).toBe(false);
    expect(totalAlwaysFits(9, [], 3)).toBe(false);
  });

  test.each([0, 1, 2, 3, 9, 23, 44, 45, 46])("with %d yes of 46: never a gap", (count) => {
    const drawn = drawAssociation(11, "independent", 0.5);
    const association = { ...drawn, attributes: [], yes: new Set(drawn.organisations.slice(0, count)) };
    const who = drawn.organisations.filter((_, at) => at % 9 === 4);
    const opened = Object.fromEntries(
      who.map((id, at) => [id, at < 2 ? "learning_group" : "members"] as const),
    );
    for (let seed = 0; seed < 40; seed++) {
      const made = releaseOf(association, solver, { opened, secretSeed: `geheim ${seed}` });
      expect(
        made.strands[0]?.cells.map(({ shown }) => shown === null),
        `seed ${seed}`,
      ).toEqual([false]);
    }
  });
});

describe("what readers know", () => {
  const answers = [1, 0, 1, 1, 0, 0, 1, 0];
  const tiers: (OpenedTo | null)[] = [
    "public",
    "members",
    "learning_group",
    null,
    null,
    "learning_group",
    "learning_group",
    null,
  ];

  test("a visitor the public ones, a member those of members too", () => {
    const [visitor, member] =
      readersOf(
        answers,
        tiers.map((tier) => (tier === "learning_group" ? null : tier)),
        2,
      ) ?? [];
    expect(knownText(visitor ?? [])).toBe("1.......");
    expect(knownText(member ?? [])).toBe("10......");
    expect(knownFrom("10.z")).toEqual([1, 0, -1, 35]);
  });

  test("of the learning group's answers every pair in all combinations, whichever is true", () => {
    const family = (given: number[]) => (readersOf(given, tiers, 2) ?? []).slice(1).map(knownText);
    const scenarios = family(answers);
    expect(scenarios).toContain("101..01.");
    for (const [one, other] of [
      [2, 5],
      [2, 6],
      [5, 6],
    ] as const)
      expect(new Set(scenarios.map((known) => `${known[one]}${known[other]}`)).size).toBe(4);
    for (const scenario of scenarios) {
      const other = answers.map((answer, at) => (scenario[at] === "." ? answer : Number(scenario[at])));
      expect(family(other).toSorted()).toEqual(scenarios.toSorted());
    }
  });

  test("what cannot be kept from members is not released", () => {
    expect(readersOf(answers, tiers, 3)).toBeNull();
    const many = Array.from({ length: 64 }, () => 1);
    expect(
      readersOf(
        many,
        many.map(() => "learning_group" as const),
        2,
      ),
    ).toBeNull();
  });
});
