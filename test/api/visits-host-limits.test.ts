import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hostBlackouts, hostSettings, visitOffers, visits } from "../../db/schema/tables.ts";
import { mayReceive } from "../../functions/visits/host-load.ts";
import { receives } from "../../functions/visits/host-queries.ts";
import { weeksFrom } from "../../functions/visits/host-weeks.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
  THEMES,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const settings = () => store.db.select().from(hostSettings);
const fields = (more: Record<string, string | string[]> = {}) => ({
  maximum: "2",
  dagen: "14",
  weken: ["2026-12-21"],
  revisie: "0",
  ...more,
});
const save = (more = {}, as: CastKey | null = "otherHost") =>
  app.post(paths.hostSettings(), fields(more), as);
const seedLimits = (values: Partial<typeof hostSettings.$inferInsert>) =>
  store.db.insert(hostSettings).values({ memberId: "waterrand", updatedAt: TODAY, ...values });
const textAt = async (path: string, as: CastKey) => textOf(await (await app.get(path, as)).text());

describe("the limits of a host", () => {
  test("are kept, with the closed weeks, in two round trips", async () => {
    const { response, trips } = await costOf(app, () => save());
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await save()).status).toBe(303);
    expect(await settings()).toMatchObject([
      { memberId: "waterrand", maxPerQuarter: 2, leadDays: 14, isPaused: false, revision: 1 },
    ]);
    expect(await store.db.select().from(hostBlackouts)).toMatchObject([
      { weekOn: "2026-12-21", startsAt: Date.parse("2026-12-20T23:00:00Z") },
    ]);
    const { response: page, trips: cost } = await costOf(app, () =>
      app.get(paths.hostSettings(), "otherHost"),
    );
    expect(cost).toBe(1);
    expect(textOf(await page.text())).toContain("0 van 2 ontvangsten afgesproken, nog 2 vrij");
  });

  test("from an old page change nothing, weeks included", async () => {
    await save();
    const stale = await save({ maximum: "9", weken: [] });
    expect(stale.status).toBe(409);
    const kept = await stale.text();
    expect(kept).toContain("Er is niets bewaard.");
    expect(kept).toMatch(/name="maximum" value="9"/);
    expect(kept).toContain('name="revisie" value="1"');
    expect(await settings()).toMatchObject([{ maxPerQuarter: 2 }]);
    expect(await store.db.select().from(hostBlackouts)).toHaveLength(1);
    expect((await save({ maximum: "", weken: [], revisie: "1" })).status).toBe(303);
    expect(await settings()).toMatchObject([{ maxPerQuarter: null, revision: 2 }]);
    expect(await store.db.select().from(hostBlackouts)).toEqual([]);
  });

  test("that cannot be come back with everything that was typed", async () => {
    const response = await save({ maximum: "veel", dagen: "-1" });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="veel"');
    expect(html).toMatch(/value="2026-12-21"[^>]*checked/);
    for (const said of ["van 1 tot en met 90", "van 0 tot en met 180"]) expect(textOf(html)).toContain(said);
    expect(await settings()).toEqual([]);
  });

  test.each<[CastKey | null, number]>([
    [null, 401],
    ["otherEditor", 403],
    ["professional", 403],
    ["bureau", 403],
    ["monitoring", 403],
  ])("are not for %s", async (as, status) => {
    expect((await app.get(paths.hostSettings(), as)).status).toBe(status);
    expect((await save({}, as)).status).toBe(status);
    expect((await app.post(paths.hostPause(), { pauze: "ja" }, as)).status).toBe(status);
    expect(await settings()).toEqual([]);
  });

  test("are of one's own organisation, whatever another sets", async () => {
    await save();
    expect(await textAt(paths.hostSettings(), "host")).toContain("zonder maximum");
    expect((await save({}, "host")).status).toBe(303);
    expect(await settings()).toHaveLength(2);
  });
});

describe("closing for a while", () => {
  test("is one click, the same when clicked twice, and hides every offer from others", async () => {
    const id = await seedOffer(store.db);
    const { response, trips } = await costOf(app, () =>
      app.post(paths.hostPause(), { pauze: "ja" }, "otherHost"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await app.post(paths.hostPause(), { pauze: "ja" }, "otherHost")).status).toBe(303);
    expect(await settings()).toMatchObject([{ isPaused: true, revision: 1 }]);
    expect(await textAt(paths.visits(), "host")).not.toContain("keukentafel");
    expect(await textAt(paths.home(), "host")).not.toContain("keukentafel");
    expect(await textAt(paths.visitMap(), "host")).not.toContain("keukentafel");
    expect(await textAt(paths.offer(id), "host")).toContain("Wijkteam Waterrand ontvangt nu even niemand.");
    expect((await app.post(paths.hostPause(), { pauze: "nee" }, "otherHost")).status).toBe(303);
    expect(await textAt(paths.visits(), "host")).toContain("keukentafel");
    expect((await app.post(paths.hostPause(), { pauze: "misschien" }, "otherHost")).status).toBe(409);
  });
});

describe("a host that cannot receive", () => {
  const cases: [string, Partial<typeof hostSettings.$inferInsert>, string][] = [
    ["is closed", { isPaused: true }, "ontvangt nu even niemand"],
    ["has enough this quarter", { maxPerQuarter: 1 }, "heeft dit kwartaal al genoeg bezoek"],
    ["needs more time", { leadDays: 20 }, "heeft meer tijd nodig"],
  ];
  test.each(cases)(
    "because it %s is not asked: 422, a sentence and a way on",
    async (_, values, sentence) => {
      const id = await seedOffer(store.db, { ...DAY });
      await seedVisit(store.db, { state: "accepted", startsAt: DAY.startsAt + 1, endsAt: DAY.endsAt });
      await seedLimits(values);
      expect(await textAt(paths.visits(), "host")).not.toContain("keukentafel");
      expect(await textAt(`${paths.visitAgenda()}?maand=2026-12`, "host")).not.toContain("keukentafel");
      const asked = requestFields({ aanbod: id, thema: THEMES[0] });
      const { response, trips } = await costOf(app, () => app.post(paths.newVisit(), asked, "professional"));
      const html = await response.text();
      expect([response.status, trips]).toEqual([422, 1]);
      expect(textOf(html)).toContain(sentence);
      expect(html).toContain("Hoe werken jullie samen met huisartsen?");
      expect(html).toContain(`href="${paths.visits()}"`);
      expect(await store.db.select().from(visits)).toHaveLength(1);
      const open = await app.post(paths.newVisit(), requestFields(), "professional");
      expect(locationOf(open)).toContain(paths.visit(idOf("nieuwbezoek")));
    },
  );

  test("because of a closed week is not asked in that week, and is in the next", async () => {
    const later = { startsAt: DAY.startsAt + 7 * 86_400_000, endsAt: DAY.endsAt + 7 * 86_400_000 };
    const closed = await seedOffer(store.db, { ...DAY });
    const open = await seedOffer(store.db, { id: idOf("later"), title: "De week erna", ...later });
    await seedLimits({});
    const [, , week] = weeksFrom(TODAY, 3);
    if (!week) throw new Error("no week");
    const { weekOn, startsAt, endsAt } = week;
    await store.db.insert(hostBlackouts).values({ memberId: "waterrand", weekOn, startsAt, endsAt });
    const list = await textAt(paths.visits(), "host");
    expect(list).toContain("De week erna");
    expect(list).not.toContain("keukentafel");
    const ask = (aanbod: string, id: string) =>
      app.post(paths.newVisit(), requestFields({ id: idOf(id), aanbod, periode: "" }), "professional");
    expect((await ask(closed, "een")).status).toBe(422);
    expect((await ask(open, "twee")).status).toBe(303);
  });

  test("but has a day that goes on anyway may be joined on that day", async () => {
    const id = await seedOffer(store.db, { ...DAY });
    await seedVisit(store.db, { offerId: id, state: "accepted", guestMemberId: "heuvelrug", ...DAY });
    await seedLimits({ maxPerQuarter: 1 });
    expect(await textAt(paths.visits(), "host")).toContain("keukentafel");
    const asked = await app.post(
      paths.newVisit(),
      requestFields({ aanbod: id, periode: "" }),
      "professional",
    );
    expect(asked.status).toBe(303);
  });
});

test("the condition in a list says the same as the rule, whatever the limits and visits", async () => {
  const { db } = store;
  const hours = (from: number, to: number) =>
    fc.integer({ min: from * 24, max: to * 24 }).map((hour) => TODAY + hour * 3_600_000);
  const weeks = weeksFrom(TODAY, 60);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        maxPerQuarter: fc.option(fc.integer({ min: 1, max: 3 })),
        leadDays: fc.integer({ min: 0, max: 60 }),
        isPaused: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
        blackouts: fc.subarray(weeks, { maxLength: 4 }),
        hosted: fc.array(hours(-50, 300), { maxLength: 6 }),
        wanted: fc.option(hours(0, 400)),
        joins: fc.boolean(),
      }),
      async ({ blackouts, hosted, wanted, joins, ...given }) => {
        const day = joins && hosted[0] !== undefined && hosted[0] > TODAY ? hosted[0] : wanted;
        await db.batch([
          db.delete(hostBlackouts),
          db.delete(hostSettings),
          db.delete(visits),
          db.delete(visitOffers),
        ]);
        await seedLimits(given);
        for (const { weekOn, startsAt, endsAt } of blackouts)
          await db.insert(hostBlackouts).values({ memberId: "waterrand", weekOn, startsAt, endsAt });
        for (const [index, startsAt] of hosted.entries())
          await db.insert(visits).values({
            ...{ id: `v${index}`, guestMemberId: "lindestad", hostMemberId: "waterrand", themeId: THEMES[0] },
            ...{
              learningQuestion: "Hoe?",
              seats: 1,
              startsAt,
              endsAt: startsAt + 1,
              createdAt: 1,
              updatedAt: 1,
            },
            state: (["accepted", "moved", "confirmed", "took_place"] as const)[index % 4] ?? "accepted",
          });
        const [row] = await db.all<{ may: number }>(
          sql`select ${receives(sql`'waterrand'`, sql`${day}`, TODAY)} as may`,
        );
        expect(Boolean(row?.may)).toBe(mayReceive({ ...given, blackouts }, hosted, day, TODAY).may);
      },
    ),
    { numRuns: 150 },
  );
});
