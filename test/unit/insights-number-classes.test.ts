import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countFact } from "../../functions/insights/fact-counts.ts";
import { classAt, classesOf, classInSql } from "../../functions/insights/number-classes.ts";
import { optionsOf, supportOf } from "../../functions/insights/release-support.ts";
import { openTemporaryDatabase } from "../support/temporary-database.ts";

test("a question's own classes go before those of its unit", () => {
  expect(classesOf({ unit: "fte", classes: "[0,2.5,1000]" })).toEqual([
    { from: 0, label: "minder dan 2,5" },
    { from: 2.5, label: "2,5 tot 1.000" },
    { from: 1000, label: "1.000 of meer" },
  ]);
  expect(classesOf({ unit: "fte", classes: null })).toEqual(classesOf({ unit: "fte" }));
  expect(classesOf({ unit: "fte", classes: "[0]" })).toEqual(classesOf({ unit: "fte" }));
});

test("the database and the code put a number in the same class, whatever the bounds", async () => {
  const { db, close } = await openTemporaryDatabase();
  const bounds = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 0, maxLength: 6 })
    .map((list) => list.toSorted((one, other) => one - other));
  await fc.assert(
    fc.asyncProperty(
      fc.option(bounds),
      fc.constantFrom("locaties", "fte", "uren", null),
      fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
      async (own, unit, value) => {
        const classes = own && JSON.stringify(own);
        const [row] = await db.all<{ at: number }>(
          sql`select ${classInSql(sql`v`, sql`u`, sql`c`)} as at from (select ${value} as v, ${unit} as u, ${classes} as c)`,
        );
        const at = classAt(value, { unit, classes });
        expect(row?.at).toBe(at);
        const all = classesOf({ unit, classes });
        if (at > 0) expect(value).toBeGreaterThanOrEqual(all[at]?.from ?? Number.NaN);
        expect(value).toBeLessThan(all[at + 1]?.from ?? Number.POSITIVE_INFINITY);
      },
    ),
  );
  await close();
});

test("a date is counted by its year when it is a fact, and as given or not when it is confidential", () => {
  const days = ["2019-05-01", "2019-12-31", "2024-01-01"];
  const answers = [
    ...days.map((date, at) => ({ memberId: String(at), state: "given", value: { date } })),
    { memberId: "3", state: "unknown", value: null },
  ];
  const groups = new Map(answers.map(({ memberId }) => [memberId, ["all"]]));
  const counted = countFact({ kind: "date", unit: null, classes: null }, answers, groups).get("all");
  expect(counted).toEqual({ states: { given: 3, unknown: 1 }, values: { "2019": 2, "2024": 1 } });

  const shape = { kind: "date" as const, unit: null, allowsOther: false, codes: [], themes: [] };
  const given = { state: "given" as const, value: { date: "2019-05-01" }, themes: [] };
  expect(optionsOf(shape, given)).toEqual(["ingevuld"]);
  expect(optionsOf(shape, { ...given, state: "cleared", value: null })).toEqual(["leeg"]);
  expect(supportOf(shape)).toEqual({ kind: "one", options: ["ingevuld", "weet-niet", "nvt", "leeg"] });
});
