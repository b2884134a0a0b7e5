import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountedInhabitants,
  type DividedMunicipality,
  inhabitantsOn,
  partsOf,
  placesOn,
} from "../../functions/members/division.ts";

/** A country of which parts merge over the years: into a new municipality, or into one that stays. */
const country = fc
  .record({
    size: fc.integer({ min: 3, max: 9 }),
    mergers: fc.array(
      fc.record({
        picks: fc.array(fc.nat(), { minLength: 2, maxLength: 3 }),
        intoNew: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    counts: fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ size, mergers, counts }) => {
    const division: DividedMunicipality[] = Array.from({ length: size }, (_, at) => ({
      code: `GM${at}`,
      validFrom: "2023-01-01",
      validTo: null,
      successorCode: null,
    }));
    for (const [at, { picks, intoNew }] of mergers.entries()) {
      const day = `${2027 + at}-01-01`;
      const standing = division.filter(({ validTo }) => validTo === null);
      const chosen = [...new Set(picks.map((pick) => standing[pick % standing.length]))].filter(
        (each) => !!each,
      );
      if (chosen.length < 2) continue;
      const code = intoNew ? `GM9${at}` : (chosen[0]?.code ?? "");
      for (const each of chosen)
        if (each.code !== code) Object.assign(each, { validTo: day, successorCode: code });
      if (intoNew) division.push({ code, validFrom: day, validTo: null, successorCode: null });
    }
    const counted: CountedInhabitants[] = division
      .filter(({ validFrom }) => validFrom === "2023-01-01")
      .map(({ code }, at) => ({ code, referenceOn: "2026-01-01", inhabitants: counts[at] ?? 1 }));
    return { division, counted };
  });

const day = fc.integer({ min: 2026, max: 2033 }).map((year) => `${year}-06-01`);
const codesOn = (division: readonly DividedMunicipality[], at: string) =>
  division
    .filter((each) => each.validFrom <= at && (each.validTo === null || each.validTo > at))
    .map(({ code }) => code);
const sum = (counted: readonly CountedInhabitants[]) =>
  counted.reduce((total, { inhabitants }) => total + inhabitants, 0);

describe("the division of municipalities over the years", () => {
  test("a merger loses and doubles no inhabitant, on any day", () => {
    fc.assert(
      fc.property(country, day, ({ division, counted }, at) => {
        expect(inhabitantsOn(division, counted, codesOn(division, at), at)).toBe(sum(counted));
        const apart = codesOn(division, at).map((code) => inhabitantsOn(division, counted, [code], at));
        expect(apart.reduce((total, each) => total + each, 0)).toBe(sum(counted));
      }),
    );
  });

  test("members that overlap count each inhabitant once", () => {
    fc.assert(
      fc.property(country, day, fc.array(fc.nat(), { maxLength: 12 }), ({ division, counted }, at, picks) => {
        const there = codesOn(division, at);
        const chosen = picks.map((pick) => there[pick % there.length] ?? "");
        const once = inhabitantsOn(division, counted, new Set(chosen), at);
        expect(inhabitantsOn(division, counted, [...chosen, ...chosen], at)).toBe(once);
        expect(once).toBeLessThanOrEqual(sum(counted));
      }),
    );
  });

  test("a new count makes what was counted before count no more", () => {
    const division = [
      { code: "GM1", validFrom: "2023-01-01", validTo: "2027-01-01", successorCode: "GM2" },
      { code: "GM2", validFrom: "2023-01-01", validTo: null, successorCode: null },
    ];
    const counted = [
      { code: "GM1", referenceOn: "2026-01-01", inhabitants: 10 },
      { code: "GM2", referenceOn: "2026-01-01", inhabitants: 20 },
      { code: "GM2", referenceOn: "2028-01-01", inhabitants: 31 },
    ];
    expect(inhabitantsOn(division, counted, ["GM2"], "2026-06-01")).toBe(20);
    expect(inhabitantsOn(division, counted, ["GM2"], "2027-06-01")).toBe(30);
    expect(inhabitantsOn(division, counted, ["GM2"], "2028-06-01")).toBe(31);
  });

  test("names parts of parts, each since the day that it went over", () => {
    const division = [
      { code: "A", validFrom: "2023-01-01", validTo: "2027-01-01", successorCode: "C" },
      { code: "B", validFrom: "2023-01-01", validTo: "2027-01-01", successorCode: "C" },
      { code: "C", validFrom: "2027-01-01", validTo: "2030-01-01", successorCode: "E" },
      { code: "E", validFrom: "2030-01-01", validTo: null, successorCode: null },
    ];
    expect(partsOf(division)).toEqual([
      { code: "C", partCode: "A", since: "2027-01-01" },
      { code: "E", partCode: "A", since: "2030-01-01" },
      { code: "C", partCode: "B", since: "2027-01-01" },
      { code: "E", partCode: "B", since: "2030-01-01" },
      { code: "E", partCode: "C", since: "2030-01-01" },
    ]);
    const chosenLater = [{ code: "E", since: null, until: null }];
    expect(placesOn(division, chosenLater, "2026-06-01")).toEqual(["A", "B"]);
    expect(placesOn(division, chosenLater, "2028-06-01")).toEqual(["C"]);
    const moved = [
      { code: "A", since: null, until: "2027-01-01" },
      { code: "C", since: "2027-01-01", until: "2030-01-01" },
      { code: "E", since: "2030-01-01", until: null },
    ];
    for (const [at, place] of [
      ["2026-06-01", "A"],
      ["2028-06-01", "C"],
      ["2031-06-01", "E"],
    ] as const)
      expect(placesOn(division, moved, at)).toEqual([place]);
  });
});
