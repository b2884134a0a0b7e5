import { describe, expect, test } from "vitest";
import { learnedFrom } from "../../functions/visits/after/learned.ts";
import { dueCheck } from "../../functions/visits/after/policy.ts";

const themes = ["a", "b", "c"].map((themeId) => ({ themeId, slug: themeId, name: themeId, visits: 4 }));
const outcome = (themeId: string, word: "applied" | "not_applied" | null, actions: number) => ({
  themeId,
  outcome: word,
  actions,
  organisations: actions,
});

describe("what was learned", () => {
  test("adds up visits, lessons and actions", () => {
    const { total, themes: rows } = learnedFrom({
      themes,
      lessons: [{ themeId: "b", lessons: 2 }],
      outcomes: [outcome("a", "applied", 6), outcome("a", null, 1)],
      actors: [
        { themeId: "a", organisations: 7 },
        { themeId: null, organisations: 7 },
      ],
    });
    expect(total).toEqual({
      visits: 12,
      lessons: 2,
      actions: 7,
      outcomes: { applied: 6, partly: 0, not: 0, unknown: 1 },
    });
    expect(rows.map(({ actions }) => actions)).toEqual([7, 0, 0]);
  });

  test("hides outcomes of fewer than five organisations, and a total that would give one theme away", () => {
    const rows = (small: number, other: number) =>
      learnedFrom({
        themes,
        lessons: [],
        outcomes: [
          outcome("a", "applied", 6),
          outcome("b", "not_applied", small),
          outcome("c", "not_applied", other),
        ],
        actors: [
          { themeId: "a", organisations: 6 },
          { themeId: "b", organisations: small },
          { themeId: "c", organisations: other },
          { themeId: null, organisations: 6 + small + other },
        ],
      });
    const one = rows(2, 0);
    expect(one.themes.map(({ outcomes }) => outcomes === null)).toEqual([false, true, true]);
    expect(one.total.outcomes).toBeNull();
    const two = rows(2, 3);
    expect(two.total.outcomes).toMatchObject({ applied: 6, not: 5 });
  });
});

describe("the check that is due", () => {
  const DAY = 86_400_000;
  test.each([
    [89, [], null],
    [90, [], 90],
    [90, [90], null],
    [269, [90], null],
    [270, [90], 270],
    [300, [], 270],
    [300, [90, 270], null],
  ] as const)("%i days later, after %j, is %s", (days, done, due) => {
    expect(
      dueCheck(
        0,
        true,
        done.map((afterDays) => ({ afterDays })),
        days * DAY,
      ),
    ).toBe(due);
  });
  test("is none without an action or a day", () => {
    expect(dueCheck(0, false, [], 100 * DAY)).toBeNull();
    expect(dueCheck(null, true, [], 100 * DAY)).toBeNull();
  });
});
