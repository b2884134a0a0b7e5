import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import ical, { type VEvent } from "node-ical";
import { afterEach, beforeEach, expect, test } from "vitest";
import { calendarFeeds, memberships, people, visitParticipants, visits } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, DAY, idOf, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const TOKEN = idOf("geheim");
const ADDRESS = `/agenda/${TOKEN}.ics`;
const give = async (personId: CastKey, token = TOKEN) =>
  store.db.insert(calendarFeeds).values({ personId, tokenHash: await sha256(token), createdAt: TODAY });
/** What two independent parsers find in the same file. */
async function events(address = ADDRESS) {
  const response = await app.get(address);
  const content = await response.text();
  const one = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents("vevent");
  const other = Object.values(ical.sync.parseICS(content)).filter(
    (each) => each?.type === "VEVENT",
  ) as VEvent[];
  expect(other.map(({ uid }) => uid)).toEqual(one.map((each) => each.getFirstPropertyValue("uid")));
  expect(other.map(({ start }) => start.getTime())).toEqual(
    one.map((each) => new ICAL.Event(each).startDate.toUnixTime() * 1000),
  );
  return { content, response, ids: other.map(({ uid }) => uid.split("@")[0]), other };
}

const agreed = { ...DAY, state: "accepted", hostPersonId: "otherHost", calendarSequence: 2 } as const;

test("holds the agreed visits of one person, without signing in, and nobody's address", async () => {
  const offerId = await seedOffer(store.db, { parking: "Op het dorpsplein." });
  await seedVisit(store.db, { ...agreed, offerId, location: "Kade 1, Waterrand" });
  await seedVisit(store.db, { ...agreed, id: idOf("ander"), guestPersonId: "editor" });
  await seedVisit(store.db, { id: idOf("aanvraag"), ...DAY });
  await seedVisit(store.db, { ...agreed, id: idOf("afgezegd"), state: "cancelled" });
  await give("professional");
  const read = await costOf(app, () => app.get(ADDRESS));
  expect(read.trips).toBe(1);
  expect(read.response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const { ids, content, other } = await events();
  expect(ids).toEqual([idOf("bezoek")]);
  expect(other[0]?.start.getTime()).toBe(DAY.startsAt);
  expect(other[0]?.description).toContain("Parkeren: Op het dorpsplein.");
  expect(content).not.toMatch(/ATTENDEE|ORGANIZER|proef\.example/);
});

test("also holds what somebody comes along to or receives, until taken off", async () => {
  await seedVisit(store.db, agreed);
  await give("editor");
  await give("otherHost", idOf("gastheer"));
  expect((await events()).ids).toEqual([]);
  await store.db.insert(visitParticipants).values({
    id: "mee",
    visitId: idOf("bezoek"),
    side: "guest",
    personId: "editor",
    replyKey: "sleutel",
    status: "needs_action",
    sequence: 2,
    addedAt: TODAY,
  });
  expect((await events()).ids).toEqual([idOf("bezoek")]);
  expect((await events(`/agenda/${idOf("gastheer")}.ics`)).ids).toEqual([idOf("bezoek")]);
  await store.db.update(visitParticipants).set({ removedAt: TODAY });
  expect((await events()).ids).toEqual([]);
});

test("is not found without the token, once replaced or taken away, and after its person went", async () => {
  await seedVisit(store.db, agreed);
  expect((await app.get(ADDRESS)).status).toBe(404);
  await app.post("/meldingen/agenda", { adres: TOKEN }, "professional");
  expect((await app.get(ADDRESS)).status).toBe(200);
  await app.post("/meldingen/agenda", { adres: idOf("nieuw") }, "professional");
  expect((await app.get(ADDRESS)).status).toBe(404);
  expect((await events(`/agenda/${idOf("nieuw")}.ics`)).ids).toEqual([idOf("bezoek")]);
  await app.post("/meldingen/agenda/verwijdering", {}, "professional");
  expect((await app.get(`/agenda/${idOf("nieuw")}.ics`)).status).toBe(404);
  await give("professional");
  await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "professional"));
  expect((await app.get(ADDRESS)).status).toBe(404);
  expect((await app.get("/agenda/kort.ics")).status).toBe(404);
});

test("who left both organisations reads their visits no longer", async () => {
  await seedVisit(store.db, agreed);
  await give("professional");
  await store.db.delete(memberships).where(eq(memberships.personId, "professional"));
  expect((await events()).ids).toEqual([]);
});

test("a calendar that asks again gets the file only when something changed", async () => {
  await seedVisit(store.db, agreed);
  await give("professional");
  const tag = (await app.get(ADDRESS)).headers.get("etag") ?? "";
  app.setNow(TODAY + 3_600_000);
  const again = () => app.request(ADDRESS, { headers: { "if-none-match": tag } });
  expect((await again()).status).toBe(304);
  await store.db
    .update(visits)
    .set({ startsAt: DAY.startsAt + 3_600_000, calendarSequence: 3, updatedAt: TODAY + 1 });
  const changed = await again();
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain("SEQUENCE:3");
});
