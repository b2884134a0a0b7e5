import { describe, expect, test } from "vitest";
import { takesAnswers } from "../../functions/questionnaires/round-window.ts";
import { planSave, type SaveItem, sameAnswer } from "../../functions/questionnaires/section-save.ts";
import type { StoredAnswer } from "../../web/members/answer-shape.ts";

const given = (text: string): StoredAnswer => ({ state: "given", value: { text }, explanation: "" });

const item = (more: Partial<SaveItem> = {}): SaveItem => ({
  id: "item-4c1",
  concept: "4C1",
  kind: "open",
  audience: "confidential",
  choices: [],
  allowsOther: false,
  allowsExplanation: false,
  profileField: null,
  current: null,
  seen: undefined,
  offered: null,
  earlier: null,
  profile: { known: null, outcome: null, choice: null },
  ...more,
});
const stored = (text: string, revision: number) => ({ ...given(text), revision });
const plan = (of: SaveItem, typed: string, seen: number, kind: "confirm" | "keep" = "keep") =>
  planSave([of], { "4C1-versie": [`${seen}`], "4C1": [typed] }, { kind });

describe("what one question's save does", () => {
  test.each([
    ["nothing typed, nothing there", item(), "", 0, 0, 0],
    ["typed for the first time", item(), "nieuw", 0, 1, 0],
    ["left as it was", item({ current: stored("a", 1), seen: given("a") }), "a", 1, 0, 0],
    ["changed", item({ current: stored("a", 1), seen: given("a") }), "b", 1, 1, 0],
    ["left, while a colleague changed it", item({ current: stored("b", 2), seen: given("a") }), "a", 1, 0, 0],
    ["changed by both, to the same", item({ current: stored("b", 2), seen: given("a") }), "b", 1, 0, 0],
    ["changed by both, differently", item({ current: stored("b", 2), seen: given("a") }), "c", 1, 0, 1],
    ["first answers of two colleagues", item({ current: stored("b", 1) }), "c", 0, 0, 1],
    [
      "emptied, while a colleague changed it",
      item({ current: stored("b", 2), seen: given("a") }),
      "",
      1,
      0,
      1,
    ],
    ["drawn from a revision that never was", item({ current: stored("b", 2) }), "c", 7, 0, 1],
  ])("%s", (_, of, typed, seen, changes, conflicts) => {
    const outcome = plan(of, typed, seen);
    expect([outcome.changes.length, outcome.conflicts.length]).toEqual([changes, conflicts]);
  });

  test("a value of the profile is stored by confirming, not by stopping halfway", () => {
    const offered = item({ offered: given("uit profiel") });
    expect(plan(offered, "uit profiel", 0, "keep").changes).toEqual([]);
    expect(plan(offered, "uit profiel", 0, "confirm").changes).toMatchObject([{ source: "profile" }]);
  });

  test("a question that was not on the page is left alone", () => {
    expect(planSave([item({ current: stored("a", 1) })], {}, { kind: "confirm" })).toMatchObject({
      changes: [],
      conflicts: [],
      isComplete: true,
    });
  });
});

test("the order of ticks and the space around a text say nothing", () => {
  const ticks = (...choices: string[]): StoredAnswer => ({
    state: "given",
    value: { choices },
    explanation: "",
  });
  expect(sameAnswer(ticks("a", "b"), ticks("b", "a"))).toBe(true);
  expect(sameAnswer(given(" a\n"), given("a"))).toBe(true);
  expect(sameAnswer(given("a"), { ...given("a"), explanation: "want" })).toBe(false);
});

describe("when a round takes answers", () => {
  const round = { state: "open", opensOn: "2026-11-02", closesOn: "2026-12-15", acceptsLate: false } as const;
  test.each([
    ["before it opens", round, "2026-11-01", false],
    ["on its first day", round, "2026-11-02", true],
    ["on its last day", round, "2026-12-15", true],
    ["a day later", round, "2026-12-16", false],
    ["a day later, when late is allowed", { ...round, acceptsLate: true }, "2026-12-16", true],
    [
      "published, when late is allowed",
      { ...round, state: "published", acceptsLate: true } as const,
      "2027-03-01",
      true,
    ],
    ["published", { ...round, state: "published" } as const, "2026-12-01", false],
    ["still a concept", { ...round, state: "concept", acceptsLate: true } as const, "2026-12-01", false],
  ])("%s", (_, of, day, takes) => {
    expect(takesAnswers(of, day)).toBe(takes);
  });
});
