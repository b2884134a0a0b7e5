import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIZE_CLASSES } from "../../db/vocabulary.ts";
import { likenessOf, type TeamFacts, teamsAlike } from "../../functions/members/alike.ts";
import { ALIKE_CRITERIA, ALIKE_WEIGHTS } from "../../web/members/alike-weights.ts";
import { alikeSentence, reasonsToTell } from "../../web/members/alike-words.ts";

const team = (id: string, facts: Partial<TeamFacts> = {}): TeamFacts => ({
  id,
  name: `Team ${id}`,
  inhabitants: 45_000,
  sizeClass: "middle",
  fte: 54,
  forms: ["foundation"],
  laws: ["wmo", "jeugdwet"],
  systems: ["zorgned"],
  provinces: ["Utrecht"],
  ...facts,
});

const codes = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
const anyTeam: fc.Arbitrary<TeamFacts> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  name: fc.constantFrom("Aap", "Noot", "Mies"),
  inhabitants: fc.option(fc.nat(1_000_000)),
  sizeClass: fc.option(fc.constantFrom(...SIZE_CLASSES)),
  fte: fc.option(fc.float({ min: 0, max: 2000, noNaN: true })),
  forms: codes,
  laws: codes,
  systems: codes,
  provinces: codes,
});

describe("likeness", () => {
  test("the weights add up to a hundred, and equal teams get them all", () => {
    expect(ALIKE_CRITERIA.reduce((sum, each) => sum + ALIKE_WEIGHTS[each].points, 0)).toBe(100);
    const { total, parts } = likenessOf(team("a"), team("b"));
    expect(total).toBe(100);
    expect(parts.map(({ criterion }) => criterion)).toEqual([
      "inhabitants",
      "size",
      "fte",
      "form",
      "laws",
      "systems",
      "province",
    ]);
  });

  test.each([
    [
      { inhabitants: 90_000, fte: 108 },
      { inhabitants: 2, fte: 15 },
    ],
    [
      { inhabitants: 200_000, fte: 240 },
      { inhabitants: undefined, fte: 15 },
    ],
    [{ inhabitants: null }, { inhabitants: undefined, fte: undefined }],
    [{ sizeClass: null }, { size: undefined }],
    [{ sizeClass: "small" as const }, { size: undefined }],
    [{ fte: 0 }, { fte: undefined }],
    [{ fte: 81 }, { fte: 7 }],
    [{ forms: [] }, { form: undefined }],
    [{ forms: ["cooperative"] }, { form: undefined }],
    [{ laws: ["wmo"] }, { laws: 8 }],
    [{ systems: ["zorgned", "mozard", "x"] }, { systems: 4 }],
    [{ provinces: ["Utrecht", "Gelderland"] }, { province: 4 }],
  ])("with %j the points are %j", (facts, expected) => {
    const { parts } = likenessOf(team("a"), team("b", facts));
    const points = Object.fromEntries(parts.map((part) => [part.criterion, part.points]));
    for (const [criterion, wanted] of Object.entries(expected))
      expect(points[criterion], criterion).toBe(wanted);
  });

  test("is the same from both sides, never over a hundred, and the sum of its parts", () => {
    fc.assert(
      fc.property(anyTeam, anyTeam, (one, other) => {
        const there = likenessOf(one, other);
        const back = likenessOf(other, one);
        expect(there.total).toBe(back.total);
        expect(there.parts.map(({ criterion, points }) => [criterion, points])).toEqual(
          back.parts.map(({ criterion, points }) => [criterion, points]),
        );
        expect(there.total).toBe(there.parts.reduce((sum, { points }) => sum + points, 0));
        expect(there.total).toBeGreaterThanOrEqual(0);
        expect(there.total).toBeLessThanOrEqual(100);
      }),
      { seed: 3 },
    );
  });
});

describe("the list", () => {
  test("never holds the team itself or one with nothing in common, and does not depend on the order given", () => {
    fc.assert(
      fc.property(
        anyTeam,
        fc.uniqueArray(anyTeam, { selector: ({ id }) => id }),
        fc.nat(),
        (own, others, turn) => {
          const list = teamsAlike(own, others, 5);
          const ids = list.map(({ team: each }) => each.id);
          expect(ids).not.toContain(own.id);
          expect(list.every(({ likeness }) => likeness.total > 0)).toBe(true);
          const at = others.length === 0 ? 0 : turn % others.length;
          const turned = [...others.slice(at), ...others.slice(0, at)].reverse();
          expect(teamsAlike(own, turned, 5).map(({ team: each }) => each.id)).toEqual(ids);
        },
      ),
      { seed: 4 },
    );
  });

  test("with equal points the name decides, then the id", () => {
    const others = [team("c", { name: "Zon" }), team("d", { name: "Maan" }), team("b", { name: "Maan" })];
    expect(teamsAlike(team("a"), others, 2).map(({ team: { id } }) => id)).toEqual(["b", "d"]);
  });
});

test("a reason is a sentence with the other's own fact", () => {
  const other = team("b", { inhabitants: 45_313, laws: ["wmo"], systems: ["zorgned", "x"] });
  const label = (list: string, code: string) => (code === "foundation" ? "Stichting" : `${list} ${code}`);
  const said = new Map(
    likenessOf(team("a"), other).parts.map(({ criterion, reason }) => [
      criterion,
      alikeSentence(reason, label),
    ]),
  );
  expect(Object.fromEntries(said)).toEqual({
    inhabitants: "Ongeveer 45.000 inwoners.",
    size: "Ook M50 of 30.000 tot 80.000 inwoners.",
    fte: "Ongeveer 11,9 fte per 10.000 inwoners.",
    form: "Ook deze organisatievorm: Stichting.",
    laws: "Voert ook deze wetten uit: laws wmo.",
    systems: "Werkt ook met process_systems zorgned.",
    province: "Werkt ook in Utrecht.",
  });
});

test("three reasons are told, the size only when the inhabitants are not", () => {
  const told = (facts: Partial<TeamFacts>) =>
    reasonsToTell(likenessOf(team("a"), team("b", facts)).parts).map(({ about }) => about);
  expect(told({})).toEqual(["inhabitants", "fte", "form"]);
  expect(told({ inhabitants: null })).toEqual(["size", "form", "laws"]);
  expect(told({ fte: null, forms: [], laws: [], systems: [], provinces: [] })).toEqual([
    "inhabitants",
    "size",
  ]);
});
