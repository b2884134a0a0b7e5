import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visitParticipants } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, DAY, idOf, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
const SHEET = paths.hostDay("2026-12-01");
const agreed = {
  ...DAY,
  state: "confirmed",
  hostPersonId: "otherHost",
  seats: 3,
  location: "Kade 1, kamer 4",
} as const;
const joins = (id: string, fields: Partial<typeof visitParticipants.$inferInsert>) =>
  store.db.insert(visitParticipants).values({
    id,
    visitId: idOf("bezoek"),
    side: "guest",
    replyKey: `sleutel-${id}`,
    status: "accepted",
    sequence: 1,
    addedAt: TODAY,
    ...fields,
  });

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

describe("the day of a host", () => {
  test("says who comes when and where, with what to know of them, in one round trip", async () => {
    await seedVisit(store.db, agreed);
    await joins("vrager", { personId: "professional", status: "tentative" });
    await joins("mee", { name: "Bo Bezoeker", email: "bo@elders.example", note: "Eet vegetarisch" });
    await joins("gastheer", { personId: "otherHost", side: "host" });
    await joins("weg", { name: "Wie Weg", email: "weg@elders.example", removedAt: TODAY });
    const { response, trips } = await costOf(app, () => app.get(SHEET, "otherHost"));
    expect(response.status).toBe(200);
    expect(trips).toBe(1);
    const text = textOf(await response.text());
    for (const words of [
      "Bezoekers op dinsdag 1 december 2026",
      "10.00 – 15.30 uur: Buurtkracht Lindestad",
      "Kade 1, kamer 4",
      "Hoe houden jullie de wachttijd kort?",
      "Wie ontvangen Persoon otherHost",
      "Persoon professional Komt misschien",
      "Bo Bezoeker Komt Eet vegetarisch bo@elders.example",
      "Van 1 bezoeker is de naam nog niet bekend.",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Wie Weg");
  });

  test("knows who agreed, also where nobody was invited by us", async () => {
    await seedVisit(store.db, agreed);
    const text = textOf(await (await app.get(SHEET, "otherHost")).text());
    expect(text).toContain("Persoon professional Nog geen antwoord");
    expect(text).toContain("Van 2 bezoekers is de naam nog niet bekend.");
  });

  test("holds the day as the clock in Amsterdam cuts it, and leads to the days beside it", async () => {
    const night = Date.parse("2026-11-30T23:15:00Z");
    await seedVisit(store.db, { ...agreed, startsAt: night, endsAt: night + 3_600_000 });
    await seedVisit(store.db, { ...agreed, id: idOf("later"), startsAt: Date.parse("2026-12-08T09:00:00Z") });
    await seedVisit(store.db, {
      ...agreed,
      id: idOf("eerder"),
      startsAt: Date.parse("2026-11-30T22:45:00Z"),
    });
    const html = await (await app.get(SHEET, "otherHost")).text();
    expect(textOf(html).match(/uur: Buurtkracht/g)).toHaveLength(1);
    expect(textOf(html)).toContain("00.15 – 01.15 uur");
    expect(html.includes(`href="${paths.hostDay("2026-11-30")}"`)).toBe(true);
    expect(html.includes(`href="${paths.hostDay("2026-12-08")}"`)).toBe(true);
  });

  test("is found in the calendar of the host, and of nobody who may not open it", async () => {
    await seedVisit(store.db, agreed);
    await seedVisit(store.db, {
      ...agreed,
      id: idOf("vraagt"),
      state: "requested",
      startsAt: DAY.startsAt + 86_400_000,
    });
    const calendar = `${paths.myVisitsCalendar()}?maand=2026-12`;
    const ofHost = await (await app.get(calendar, "otherHost")).text();
    expect(ofHost).toContain(`href="${SHEET}"`);
    expect(ofHost).not.toContain(paths.hostDay("2026-12-02"));
    for (const as of ["otherEditor", "professional", "host"] as const)
      expect(await (await app.get(calendar, as)).text()).not.toContain(SHEET);
    expect(
      await (await app.get(`${paths.myVisitsCalendar()}?maand=2026-11`, "otherHost")).text(),
    ).not.toContain(SHEET);
  });

  test("costs one round trip with many visits too", async () => {
    for (let at = 0; at < 12; at += 1) await seedVisit(store.db, { ...agreed, id: idOf(`bezoek${at}`) });
    const { response, trips } = await costOf(app, () => app.get(SHEET, "otherHost"));
    expect(textOf(await response.text())).toContain("Jullie ontvangen 12 groepen.");
    expect(trips).toBe(1);
  });

  test("shows nothing of requests, of what was cancelled, and of what another team receives", async () => {
    await seedVisit(store.db, { ...agreed, state: "requested" });
    await seedVisit(store.db, { ...agreed, id: idOf("af"), state: "cancelled" });
    await seedVisit(store.db, {
      ...agreed,
      id: idOf("ander"),
      hostMemberId: "heuvelrug",
      hostPersonId: null,
    });
    const text = textOf(await (await app.get(SHEET, "otherHost")).text());
    expect(text).toContain("Op deze dag komt er niemand.");
    expect(text).not.toContain("Lindestad");
  });

  test("is for hosts, and for days that exist", async () => {
    await seedVisit(store.db, agreed);
    expect((await app.get(SHEET)).status).toBe(401);
    expect((await app.get(SHEET, "otherEditor")).status).toBe(403);
    expect((await app.get(SHEET, "bureau")).status).toBe(403);
    expect(textOf(await (await app.get(SHEET, "host")).text())).toContain("Op deze dag komt er niemand.");
    for (const day of ["2026-13-01", "2026-02-31", "morgen", "1-12-2026"])
      expect((await app.get(paths.hostDay(day), "otherHost")).status).toBe(404);
  });
});
