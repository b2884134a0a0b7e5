import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerValue } from "../../db/schema/values.ts";
import { PLAUSIBILITY_RULES, type ProfileField } from "../../db/vocabulary.ts";
import { type JudgedItem, odditiesIn } from "../../functions/questionnaires/plausibility.ts";
import { oddWords } from "../../web/questionnaires/warning-words.ts";

const given = (value: AnswerValue) => ({ state: "given" as const, value });

const item = (
  concept: string,
  value: AnswerValue | null,
  more: Partial<JudgedItem> & { field?: ProfileField } = {},
): JudgedItem => ({
  concept,
  profileField: more.field ?? null,
  answer: value && given(value),
  before: null,
  inhabitants: null,
  ...more,
});

const rulesOf = (items: JudgedItem[]) => odditiesIn(items).map(({ concept, rule }) => `${concept} ${rule}`);

describe("a number beside what was said before", () => {
  const compared = (now: number, then: number, year: number | null = 2024) =>
    rulesOf([
      item("3C2", { number: now }, { field: "fte", before: { year, said: given({ number: then }) } }),
    ]);

  test.each([
    [40, 84, ["3C2 halved"]],
    [42, 84, ["3C2 halved"]],
    [42.1, 84, []],
    [84, 84, []],
    [167.9, 84, []],
    [168, 84, ["3C2 doubled"]],
    [0, 84, ["3C2 halved"]],
    // From one to two is twice as much, and nothing to ask about.
    [2, 1, []],
    [1, 3, []],
    [5, 0, []],
  ])("%d after %d gives %o", (now, then, expected) => {
    expect(compared(now, then)).toEqual(expected);
  });

  test("holds for the profile as well as for an earlier round, and says which", () => {
    expect(compared(40, 84, null)).toEqual(["3C2 halved"]);
    const [fromRound, fromProfile] = [2024, null].map((year) =>
      oddWords({ rule: "halved", before: { year, number: 84.5 } }, "fte"),
    );
    expect(fromRound).toBe("Dit is de helft of minder van eerder. In 2024 stond hier 84,5 fte.");
    expect(fromProfile).toContain("In het profiel staat 84,5 fte.");
  });

  test("says nothing without a number on both sides", () => {
    const before = { year: 2024, said: { state: "unknown" as const, value: null } };
    expect(rulesOf([item("3C2", { number: 1 }, { before })])).toEqual([]);
    expect(rulesOf([item("3C2", null, { before: { year: 2024, said: given({ number: 9 }) } })])).toEqual([]);
  });
});

describe("impossible together", () => {
  test.each([
    [["none", "sociaal_werk"], undefined, ["3E1 none_beside_others"]],
    [["none_explicit", "zorg"], undefined, ["3E1 none_beside_others"]],
    [["none"], "Eigen regeling", ["3E1 none_beside_others"]],
    [["none"], undefined, []],
    [["sociaal_werk", "jeugdzorg"], undefined, []],
    [["nonesuch", "zorg"], undefined, []],
  ])("the choices %o and other %s give %o", (choices, other, expected) => {
    expect(rulesOf([item("3E1", { choices, ...(other ? { other } : {}) }, { field: "cao" })])).toEqual(
      expected,
    );
  });

  const locations = (number: number) => item("3B1", { number }, { field: "locations" });
  const uses = (choices: string[]) => item("3B2", { choices }, { field: "location_uses" });

  test("uses of no location at all are asked about, and only those", () => {
    expect(rulesOf([locations(0), uses(["walk_in"])])).toEqual(["3B2 uses_without_locations"]);
    expect(rulesOf([locations(1), uses(["walk_in"])])).toEqual([]);
    expect(rulesOf([locations(0), uses([])])).toEqual([]);
    expect(rulesOf([uses(["walk_in"])])).toEqual([]);
  });

  test("no law at all is asked about; not knowing is an answer", () => {
    const laws = (state: "not_applicable" | "unknown") =>
      rulesOf([item("3A2", null, { field: "laws", answer: { state, value: null } })]);
    expect(laws("not_applicable")).toEqual(["3A2 no_law"]);
    expect(laws("unknown")).toEqual([]);
  });
});

test.each([
  ["fte", 50, 100_000, []],
  ["fte", 501, 100_000, ["x many_for_inhabitants"]],
  ["fte", 2, 100_000, ["x few_for_inhabitants"]],
  ["locations", 201, 100_000, ["x many_for_inhabitants"]],
  ["locations", 1, 900_000, []],
  ["fte", 0, 100_000, []],
  ["fte", 501, null, []],
] as const)("%s %d among %s inhabitants gives %o", (field, number, inhabitants, expected) => {
  expect(rulesOf([item("x", { number }, { field, inhabitants })])).toEqual(expected);
});

test("whatever the answers, the same ones are never odd beside themselves, and nothing is said twice", () => {
  const value = fc.record(
    { number: fc.double({ min: 0, max: 1e6, noNaN: true }), choices: fc.array(fc.constantFrom("a", "none")) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      const items = values.map((each, at) =>
        item(`c${at}`, each, { before: { year: 2024, said: given(each) } }),
      );
      const rules = rulesOf(items);
      expect(rules.filter((rule) => /halved|doubled/.test(rule))).toEqual([]);
      expect(new Set(rules).size).toBe(rules.length);
    }),
  );
});

test("every rule has words that do not call the answer wrong", () => {
  for (const rule of PLAUSIBILITY_RULES) {
    const words = oddWords({ rule, before: { year: 2024, number: 12 }, inhabitants: 40_000 }, "fte");
    expect(words).toMatch(/\.$/);
    expect(words).not.toMatch(/fout|klopt niet|onmogelijk/i);
  }
});
