import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { memberMunicipalities, memberStandings, members } from "../../db/schema/tables.ts";
import type { MunicipalityClass } from "../../db/vocabulary.ts";
import { presentStanding } from "../../functions/members/member-figures.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { seedProfiles } from "../support/profiles.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
beforeEach(async () => {
  database = await openTemporaryDatabase(seedProfiles);
});
afterEach(() => database.close());

test("the size class in SQL is the pure one, for random members", async () => {
  const registry = municipalityRegistry();
  const random = fc.sample(fc.subarray([...registry], { minLength: 1, maxLength: 4 }), {
    numRuns: 150,
    seed: 7,
  });
  const small = registry.filter(({ sizeClass }) => sizeClass === "K80/P10").slice(0, 150);
  const sets = [
    ...random,
    ...small.map((one) => [one]),
    ...small.map((one, at) => [one, small[at + 1] ?? one]),
  ];
  const { inhabitants, sizeClass: stored } = memberStandings;
  await database.db.delete(memberMunicipalities);
  await database.db.insert(members).values(
    sets.map((_, at) => ({
      id: `m${at}`,
      slug: `m${at}`,
      name: `m${at}`,
      searchKey: "",
      joinedOn: "2020-01-01",
      createdAt: 1,
    })),
  );
  await database.db
    .insert(memberMunicipalities)
    .values(sets.flatMap((set, at) => [...new Set(set)].map(({ code }) => ({ memberId: `m${at}`, code }))));
  for (const [day, reference] of [
    ["2026-11-21", "2026-01-01"],
    ["2025-12-31", "2022-01-01"],
  ] as const) {
    const rows = await database.db
      .select({ memberId: members.id, inhabitants, sizeClass: stored })
      .from(members)
      .innerJoin(...presentStanding(day));
    expect(rows).toHaveLength(sets.length);
    const found = new Set<string>();
    for (const { memberId, inhabitants, sizeClass } of rows) {
      const set = [...new Set(sets[Number(memberId.slice(1))])];
      const total = set.reduce((sum, one) => sum + one.inhabitants[reference], 0);
      expect(inhabitants).toBe(total);
      expect(sizeClass).toBe(
        sizeClassOf(
          set.map((one) => one.sizeClass as MunicipalityClass),
          total,
        ),
      );
      found.add(sizeClass);
    }
    expect(found.size).toBe(3);
  }
});
