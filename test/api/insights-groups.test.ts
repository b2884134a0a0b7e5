import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../db/demo/seed.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { ChoiceList } from "../../db/vocabulary.ts";
import { talliesOf } from "../../functions/insights/fact-queries.ts";
import { choiceLabels } from "../../functions/insights/queries.ts";
import { releaseAttributes } from "../../functions/insights/release-attributes.ts";
import {
  factsOfCounted,
  placesOfCounted,
  roundToRelease,
} from "../../functions/insights/release-job-queries.ts";
import { FILTER_LABELS, type FilterKey } from "../../web/insights/filter-labels.ts";
import { TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let attributes: ReturnType<typeof releaseAttributes>;
beforeAll(async () => {
  database = await openTemporaryDatabase();
  const { db } = database;
  await seedRegistry(db);
  await seedDemo(db, new Date(TODAY));
  const [round] = await roundToRelease(db, 2024);
  const facts = (await factsOfCounted(db, 2024)).map(({ memberId, list, value }) => ({
    memberId,
    list: list as ChoiceList,
    value: value === null ? null : (JSON.parse(value) as AnswerValue),
  }));
  const places = await placesOfCounted(db, 2024, round?.referenceOn ?? "");
  attributes = releaseAttributes(places, facts, await choiceLabels(db));
});
afterAll(() => database.close());

type Filter = { attribute: FilterKey; value: string };
const sizeOf = async (filters: readonly Filter[]): Promise<number> => {
  const rows = await talliesOf(database.db, { year: 2024, version: null, filters }, "3A1");
  return rows
    .filter(({ part }) => part === "state")
    .reduce((sum, { organisations }) => sum + organisations, 0);
};
const membersOf = ({ attribute, value }: Filter): Set<string> => {
  const of = attributes.find(({ key }) => key === attribute)?.of ?? {};
  return new Set(Object.keys(of).filter((id) => of[id]?.includes(value)));
};
const inBoth = (one: Filter, other: Filter): number => {
  const others = membersOf(other);
  return [...membersOf(one)].filter((id) => others.has(id)).length;
};
const allFilters = (): Filter[] =>
  attributes.flatMap(({ key, values }) => values.map((value) => ({ attribute: key as FilterKey, value })));

describe("a group of facts", () => {
  it("has the filters that a release has, in the same order", () => {
    expect(attributes.map(({ key }) => key)).toEqual(Object.keys(FILTER_LABELS));
  });

  it("holds the organisations that a release counts in it: by one filter", async () => {
    let several = 0;
    for (const filter of allFilters()) {
      const expected = membersOf(filter).size;
      if (expected > 0) several += 1;
      expect(await sizeOf([filter]), `${filter.attribute}=${filter.value}`).toBe(expected);
    }
    expect(several).toBeGreaterThan(20);
    expect(await sizeOf([])).toBe(46);
  });

  it("and by two, also by two values of one kind", async () => {
    const [size, region] = [attributes[0], attributes[1]];
    const law = { attribute: "wet", value: "wmo" } as const;
    for (const one of size?.values ?? [])
      for (const other of region?.values ?? []) {
        const filters = [
          { attribute: "grootte", value: one },
          { attribute: "landsdeel", value: other },
        ] as const;
        const both = inBoth(filters[0], filters[1]);
        expect(await sizeOf(filters)).toBe(both);
        expect(await sizeOf([filters[0], law])).toBe(inBoth(filters[0], law));
      }
  });
});
