import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, visitDateAnswers, visitDates, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  seedOffer,
  seedThemes,
  seedVisit,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let id: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
  id = await seedVisit(store.db, { location: "Kade 1" });
});
afterEach(() => store.close());

const FORM = idOf("momenten");
const dateId = (row: number) => `${FORM.slice(0, -1)}${row}`;
const two: Fields = {
  id: FORM,
  datum: "2026-12-01",
  van: "10:00",
  tot: "15:30",
  datum2: "2026-12-03",
  van2: "9.00",
  tot2: "12.00",
};
const propose = (as: CastKey | null, fields: Fields = two) => app.post(paths.visitDates(id), fields, as);
const answer = (as: CastKey, fields: Fields) => app.post(paths.visitDateAnswers(id), fields, as);
const choose = (as: CastKey, row: number, fields: Fields = {}) =>
  app.post(
    paths.visitMove(id, "datumkeuze"),
    { voorstel: dateId(row), locatie: "Kade 1", bericht: "", revisie: "1", ...fields },
    as,
  );
const dates = () => store.db.select().from(visitDates).orderBy(visitDates.startsAt);
const mail = () => store.db.select().from(outbox);
const visit = async () => (await store.db.select().from(visits).where(eq(visits.id, id)))[0];

describe("finding a day together", () => {
  test("several moments, an answer of each side, and the choice of the host becomes the appointment", async () => {
    const { response, trips } = await costOf(app, () => propose("otherHost"));
    expect([response.status, trips]).toEqual([303, 2]);
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual(["professional@proef.example"]);
    expect((await mail())[0]?.text).toContain("dinsdag 1 december 2026, 10.00 – 15.30 uur");
    const page = textOf(await (await app.get(paths.visitDates(id), "professional")).text());
    expect(page).toContain("donderdag 3 december 2026, 09.00 – 12.00 uur");
    expect(page).not.toContain("Kies dit moment");

    const answers = { [dateId(1)]: "nee", [dateId(2)]: "eventueel" };
    const answered = await costOf(app, () => answer("professional", answers));
    expect([answered.response.status, answered.trips]).toEqual([303, 2]);
    expect((await mail()).at(-1)?.toEmail).toBe("otherhost@proef.example");
    expect((await mail()).at(-1)?.text).toContain("kan eventueel");

    const impossible = await choose("otherHost", 1);
    expect(impossible.status).toBe(409);
    expect(textOf(await impossible.text())).toContain("De gasten hebben nog niet gezegd dat ze dan kunnen.");
    const form = await app.get(`${paths.visitMove(id, "datumkeuze")}?voorstel=${dateId(2)}`, "otherHost");
    expect(textOf(await form.text())).toContain("donderdag 3 december 2026");
    expect((await choose("otherHost", 2)).status).toBe(303);
    expect(await visit()).toMatchObject({
      state: "accepted",
      startsAt: Date.parse("2026-12-03T08:00:00Z"),
      hostPersonId: "otherHost",
      calendarSequence: 1,
    });
    expect((await mail()).filter(({ calendarMethod }) => calendarMethod === "REQUEST")).toHaveLength(2);
    expect((await choose("otherHost", 2)).status).toBe(303);
    expect((await visit())?.revision).toBe(2);
  });

  test("works the other way round, and moves an agreed visit without a second yes", async () => {
    await store.db.update(visits).set({ ...DAY, state: "confirmed", hostPersonId: "otherHost" });
    expect((await propose("professional", { ...two, datum: "2026-12-08" })).status).toBe(303);
    const page = textOf(await (await app.get(paths.visitDates(id), "otherHost")).text());
    expect(page).toContain("Kies dit moment");
    expect((await choose("professional", 1)).status).toBe(409);
    expect((await choose("otherHost", 1)).status).toBe(303);
    expect(await visit()).toMatchObject({ state: "accepted", startsAt: Date.parse("2026-12-08T09:00:00Z") });
  });

  test("proposed or answered twice counts once, and is mailed once", async () => {
    const both = await Promise.all([propose("otherHost"), propose("otherHost")]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await propose("otherHost")).status).toBe(303);
    // The same moments on a new form lie on the table already.
    await propose("professional", { ...two, id: idOf("anderformulier") });
    expect(await dates()).toHaveLength(2);
    expect(await mail()).toHaveLength(1);
    await answer("professional", { [dateId(1)]: "ja" });
    await answer("professional", { [dateId(1)]: "ja" });
    expect(await mail()).toHaveLength(2);
    await answer("professional", { [dateId(1)]: "nee" });
    const [said] = await store.db.select().from(visitDateAnswers).where(eq(visitDateAnswers.side, "guest"));
    expect(said?.answer).toBe("no");
    expect(await mail()).toHaveLength(3);
  });

  test("what cannot be read comes back, with a sentence at its own field", async () => {
    const wrong = await propose("otherHost", { ...two, datum2: "gisteren", tot: "8:00" });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('href="#veld-datum2"');
    expect(html).toContain('href="#veld-tot"');
    expect(html).toContain('value="gisteren"');
    expect(await dates()).toEqual([]);
    await propose("otherHost");
    const nothing = await answer("professional", {});
    expect(nothing.status).toBe(422);
    expect(textOf(await nothing.text())).toContain("Kies bij minstens één moment of het past.");
  });

  test("no more than eight moments lie on the table", async () => {
    const days = [1, 2, 3, 4, 7, 8, 9, 10];
    for (const [at, day] of days.entries())
      await propose("otherHost", {
        ...{ id: idOf(`formulier${at}`), datum: `2026-12-${String(day).padStart(2, "0")}` },
        ...{ van: "10:00", tot: "12:00" },
      });
    const ninth = await propose("otherHost", {
      id: idOf("negende"),
      datum: "2026-12-11",
      van: "10:00",
      tot: "12:00",
    });
    expect(ninth.status).toBe(422);
    expect(await dates()).toHaveLength(8);
  });

  test("who proposed a moment takes it back; the other side cannot", async () => {
    await propose("otherHost");
    const address = paths.visitDateWithdrawal(id, dateId(1));
    expect((await app.post(address, {}, "professional")).status).toBe(409);
    expect((await app.post(address, {}, "otherHost")).status).toBe(303);
    expect((await app.post(address, {}, "otherHost")).status).toBe(303);
    const gone = await choose("otherHost", 1);
    expect(gone.status).toBe(409);
    expect(textOf(await gone.text())).toContain("Dit moment ligt niet meer op tafel.");
  });

  test("a choice from before the last change is shown again over the visit as it stands", async () => {
    await propose("professional");
    await store.db.update(visits).set({ revision: 2, state: "requested" });
    const stale = await choose("otherHost", 1, { bericht: "Fijn dat het lukt" });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(textOf(html)).toContain("Dit bezoek is intussen veranderd.");
    expect(html).toContain("Fijn dat het lukt");
    expect((await visit())?.state).toBe("requested");
  });

  test.each([
    ["a stranger", null, 401],
    ["a colleague of the host without that role", "otherEditor", 403],
    ["the bureau", "bureau", 404],
  ] as const)("%s has no part in it", async (_who, as, status) => {
    expect((await propose(as)).status).toBe(status);
    expect((await app.get(paths.visitDates(id), as)).status).toBe(status);
    expect(await dates()).toEqual([]);
  });

  test("an offer on a day of its own needs no search, nor does a visit that ended", async () => {
    const offerId = await seedOffer(store.db, DAY);
    await store.db.update(visits).set({ offerId, ...DAY });
    const fixed = await propose("otherHost");
    expect(fixed.status).toBe(409);
    expect(textOf(await fixed.text())).toContain("Dit aanbod heeft een vaste dag.");
    await store.db.update(visits).set({ offerId: null, state: "withdrawn" });
    expect((await propose("professional")).status).toBe(409);
    expect(await dates()).toEqual([]);
  });

  test("without a moment to choose the page of the moments comes first", async () => {
    const answer = await app.get(paths.visitMove(id, "datumkeuze"), "otherHost");
    expect([answer.status, locationOf(answer)]).toEqual([303, paths.visitDates(id)]);
  });
});
