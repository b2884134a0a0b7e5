import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Statements } from "../../db/client.ts";
import { boardGroups } from "../../functions/insights/board-group-queries.ts";
import { talliesOf } from "../../functions/insights/fact-queries.ts";
import { placesOfCounted } from "../../functions/insights/release-job-queries.ts";
import { applyMerger, storeMerger } from "../../functions/members/municipality-merger-queries.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { seedProfiles } from "../support/profiles.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const LIST = "/bureau/gemeenten";
const MERGER = "/bureau/gemeenten/herindeling";
const FORM = { gemeenten: "Apeldoorn\nGM0285", naar: "Veluwestad", code: "gm9001", ingang: "1-11-2026" };
const ID = "herindeling".padEnd(20, "0");
const preview = (form: Fields) => app.post(MERGER, { id: ID, ...form, actie: "bekijken" }, "bureau");

describe("the form of a merger", () => {
  test.each([
    [{ gemeenten: "Apeldorn\nVoorst" }, "Apeldorn is geen gemeente van nu. Bedoel je Apeldoorn?"],
    [{ gemeenten: "Apeldoorn" }, "Vul minstens twee gemeenten in, elk op een eigen regel."],
    [{ code: "GM0344" }, "Deze code is al van een gemeente."],
    [{ code: "9001" }, "Vul GM en vier cijfers in"],
    [{ code: "" }, "Deze gemeente is er nog niet."],
    // A municipality that is divided: not made as one of that name, and told how to go on.
    [{ naar: "Epe; Brummen" }, "Vul één gemeente in: die waarin de meeste inwoners verdergaan."],
    [{ gemeenten: "Nuenen, Gerwen en Nederwetten, Apeldorn" }, "Apeldorn is geen gemeente van nu."],
    [{ ingang: "morgen" }, "Vul een datum in die bestaat"],
    [{ naar: "" }, "Vul in hoe de gemeente daarna heet."],
  ] as [Partial<typeof FORM>, string][])(
    "%o gives 422 with everything typed kept",
    async (more, sentence) => {
      const answer = await preview({ ...FORM, ...more });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(textOf(html)).toContain(sentence);
      expect(html).toContain(more.gemeenten ?? FORM.gemeenten);
    },
  );

  test("is the work of the bureau alone", async () => {
    for (const [as, status] of [
      [null, 401],
      ["editor", 403],
      ["monitoring", 403],
    ] as const) {
      expect((await app.get(LIST, as)).status).toBe(status);
      expect((await app.get(MERGER, as)).status).toBe(status);
      expect((await app.post(MERGER, { id: ID, ...FORM, actie: "vastleggen" }, as)).status).toBe(status);
      expect((await app.post(`${MERGER}/${ID}/intrekking`, {}, as)).status).toBe(status);
    }
  });
});

test("a merger in a later year leaves every group of an earlier round as it was counted", async () => {
  const store = await openTemporaryDatabase();
  await seedRoundToRelease(store.db);
  const groups = [
    { attribute: "grootte", value: "klein" },
    { attribute: "landsdeel", value: "oost" },
    { attribute: "gemeenten", value: "meer" },
  ] as const;
  const counted = async () => ({
    places: await placesOfCounted(store.db, 2024, "2024-06-01"),
    board: await boardGroups(store.db, 2024),
    tallies: await Promise.all(
      groups.map((filter) => talliesOf(store.db, { year: 2024, version: null, filters: [filter] }, null)),
    ),
  });
  const before = await counted();
  expect(before.places.length).toBeGreaterThan(20);
  expect(before.tallies.every((rows) => rows.length > 0)).toBe(true);
  const merging = {
    id: ID,
    parts: ["GM0200", "GM0285", "GM0344"],
    fromOn: "2026-11-01",
    by: "bureau",
    now: TODAY,
    successor: {
      code: "GM9001",
      made: {
        name: "Veluwestad",
        searchKey: "veluwestad",
        province: "Gelderland",
        municipalityClass: "G4",
        latitude: 52,
        longitude: 5,
      },
    },
  };
  await store.db.batch([
    ...storeMerger(store.db, merging),
    ...applyMerger(store.db, ID, TODAY),
  ] as unknown as Statements);
  const now = await store.db.all(sql`select distinct code from member_municipalities order by code`);
  expect(now).toEqual([{ code: "GM0796" }, { code: "GM9001" }]);
  expect(await counted()).toEqual(before);
  await store.close();
});
