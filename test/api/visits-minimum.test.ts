import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, visitOffers, visits } from "../../db/schema/tables.ts";
import { askAboutMinimum } from "../../functions/visits/minimum.ts";
import { keepWaitingLists } from "../../functions/visits/telling.ts";
import { paths } from "../../web/paths.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, offerFields, requestFields, seedOffer, seedThemes } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let offerId: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
  offerId = await seedOffer(store.db, { ...DAY, seats: 4, needsApproval: false });
});
afterEach(() => store.close());

const clock = (now = TODAY) => {
  const work = { db: store.db, now, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null };
  return keepWaitingLists(work).then(() => askAboutMinimum(work));
};
const ask = (name: string, aantal: number) =>
  app.post(
    paths.newVisit(),
    requestFields({ id: idOf(name), aanbod: offerId, aantal: String(aantal) }),
    "professional",
  );
const visitOf = async (name: string) =>
  (
    await store.db
      .select()
      .from(visits)
      .where(eq(visits.id, idOf(name)))
  )[0];
const mail = async (subject: string) =>
  (await store.db.select().from(outbox)).filter((each) => each.subject.includes(subject));
const offer = async () => (await store.db.select().from(visitOffers).where(eq(visitOffers.id, offerId)))[0];
const read = async (path: string, as: CastKey) => textOf(await (await app.get(path, as)).text());

describe("a day with too few people", () => {
  const LAST = DAY.startsAt - 7 * 86_400_000;
  beforeEach(async () => {
    await store.db.update(visitOffers).set({ seatsMin: 4 });
    await ask("eerste", 2);
  });
  const decide = (path: string, as: CastKey | null, fields = {}) => app.post(path, fields, as);

  test("is put before its hosts once, at the last moment to apply", async () => {
    await clock(LAST - 1);
    expect(await mail("Te weinig aanmeldingen")).toEqual([]);
    await Promise.all([clock(LAST), clock(LAST)]);
    expect((await mail("Te weinig aanmeldingen")).map(({ toEmail }) => toEmail)).toEqual([
      "otherhost@proef.example",
    ]);
    app.setNow(LAST);
    expect(await read(paths.offerGroup(offerId), "otherHost")).toContain("jullie vroegen er minstens 4");
    expect(await read(paths.home(), "otherHost")).toContain("Beslissen over Een ochtend aan de keukentafel");
    expect(await read(paths.home(), "otherEditor")).not.toContain("Beslissen over");
  });

  test("goes on when a host says so, twice is once", async () => {
    app.setNow(LAST);
    const go = () => decide(paths.offerGroupGoingOn(offerId), "otherHost");
    const answers = await Promise.all([go(), go()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await offer())?.goesAheadAt).toBe(LAST);
    expect(await read(paths.home(), "otherHost")).not.toContain("Beslissen over");
    expect(await read(paths.offerGroup(offerId), "otherHost")).toContain("doorgaan met minder mensen");
  });

  test("is put before its hosts again after it moved to another day", async () => {
    app.setNow(LAST);
    await clock(LAST);
    await decide(paths.offerGroupGoingOn(offerId), "otherHost");
    await store.db.update(visits).set({ state: "cancelled" });
    const moved = offerFields({ plekkenmin: "4", revisie: "1", wanneer: "datum", toelating: "volgorde" });
    const day = { datum: "2027-01-12", van: "10:00", tot: "15:30" };
    expect((await app.post(paths.offerEdit(offerId), { ...moved, ...day }, "otherHost")).status).toBe(303);
    expect(await offer()).toMatchObject({ goesAheadAt: null, minimumAskedAt: null, seatsMin: 4 });
  });

  test("is called off as a whole: everybody hears it, and it leaves the calendars", async () => {
    await ask("tweede", 2);
    await ask("derde", 2);
    const address = paths.offerGroupCancellation(offerId);
    expect((await decide(address, "otherHost", { revisie: "1", reden: "" })).status).toBe(422);
    const both = await Promise.all([
      decide(address, "otherHost", { revisie: "1", reden: "Te weinig mensen" }),
      decide(address, "otherHost", { revisie: "1", reden: "Te weinig mensen" }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await decide(address, "otherHost", { revisie: "1", reden: "Te weinig mensen" })).status).toBe(
      303,
    );
    expect(await offer()).toMatchObject({ state: "withdrawn" });
    expect(await visitOf("eerste")).toMatchObject({
      state: "cancelled",
      reason: "Te weinig mensen",
      revision: 3,
    });
    expect(await visitOf("derde")).toMatchObject({ state: "declined", revision: 2 });
    await clock();
    const gone = await mail("Werkbezoek geannuleerd");
    expect(gone.map(({ calendarMethod }) => calendarMethod)).toEqual(Array(4).fill("CANCEL"));
    expect(await mail("kan jullie niet ontvangen")).toHaveLength(1);
  });

  test("from before the last change nothing is called off, and the reason comes back", async () => {
    const stale = await decide(paths.offerGroupCancellation(offerId), "otherHost", {
      revisie: "7",
      reden: "Wij verhuizen die week",
    });
    expect(stale.status).toBe(409);
    expect(textOf(await stale.text())).toContain("Wij verhuizen die week");
    expect((await visitOf("eerste"))?.state).toBe("accepted");
  });

  test.each([
    ["a stranger", null, 401],
    ["a colleague without that role", "otherEditor", 403],
    ["the guest", "professional", 404],
    ["the bureau", "bureau", 404],
  ] as const)("%s decides nothing", async (_who, as, status) => {
    expect((await decide(paths.offerGroupGoingOn(offerId), as)).status).toBe(status);
    const fields = { revisie: "1", reden: "Nee" };
    expect((await decide(paths.offerGroupCancellation(offerId), as, fields)).status).toBe(status);
    expect(await offer()).toMatchObject({ state: "published", goesAheadAt: null });
    expect((await visitOf("eerste"))?.state).toBe("accepted");
  });
});
