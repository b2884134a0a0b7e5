import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, people, visitParticipants, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { readCalendar } from "../support/read-calendar.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  momentFields,
  seedThemes,
  seedVisit,
} from "../support/visit-fixtures.ts";

const VISIT = idOf("bezoek");
const PAGE = paths.visitParticipants(VISIT);
let store: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

/** The calendars that left since the last time, by reader. */
async function calendars() {
  const rows = await store.db.select().from(outbox).orderBy(outbox.createdAt);
  await store.db.delete(outbox);
  return Object.fromEntries(
    rows.filter(({ calendar }) => calendar).map((row) => [row.toEmail, readCalendar(row.calendar)]),
  );
}
const rows = () =>
  store.db.select().from(visitParticipants).orderBy(visitParticipants.addedAt, visitParticipants.id);
const sequence = async () => (await store.db.select().from(visits))[0]?.calendarSequence ?? -1;
const agree = async () => {
  await seedVisit(store.db, { seats: 3 });
  const accepted = await app.post(paths.visitMove(VISIT, "acceptatie"), momentFields(1), "otherHost");
  expect(accepted.status).toBe(303);
};
const colleague = (volgnummer: number, fields: Fields = {}): Fields => ({
  id: idOf("collega"),
  volgnummer: String(volgnummer),
  naam: "Bo Bezoeker",
  email: "bo@elders.example",
  opmerking: "Eet vegetarisch",
  ...fields,
});
const GUEST = "professional@proef.example";
const HOST = "otherhost@proef.example";

describe("when a visit is agreed", () => {
  test("both get an invitation with one UID, and each an address of its own to answer to", async () => {
    await agree();
    const sent = await calendars();
    expect(Object.keys(sent).sort()).toEqual([HOST, GUEST].sort());
    const keys = (await rows()).map(({ replyKey }) => `mailto:agenda+${replyKey}@plein.example`);
    expect(
      Object.values(sent)
        .map(({ organizer }) => organizer)
        .sort(),
    ).toEqual(keys.sort());
    expect(new Set(keys).size).toBe(2);
    for (const one of Object.values(sent)) {
      expect(one).toMatchObject({
        method: "REQUEST",
        uid: `${VISIT}@wijkteamplein`,
        sequence: 1,
        startsAt: DAY.startsAt,
      });
      expect(one.attendees.sort()).toEqual([HOST, GUEST].sort());
    }
  });

  test("who has an account stands there by person alone, without name or address", async () => {
    await agree();
    expect(await rows()).toMatchObject([
      { name: null, email: null, status: "needs_action", sequence: 1 },
      { name: null, email: null, status: "needs_action", sequence: 1 },
    ]);
  });
});

describe("a colleague comes along", () => {
  beforeEach(async () => {
    await agree();
    await calendars();
  });

  test("gets an invitation, moves along, and is told when the visit is off", async () => {
    const { response, trips } = await costOf(app, () => app.post(PAGE, colleague(1), "editor"));
    expect(locationOf(response)).toBe(`${PAGE}?melding=collega-erbij`);
    expect(trips).toBe(2);
    const invited = await calendars();
    expect(Object.keys(invited)).toEqual(["bo@elders.example"]);
    expect(invited["bo@elders.example"]).toMatchObject({ method: "REQUEST", sequence: 2 });
    expect(invited["bo@elders.example"]?.attendees).toContain(GUEST);

    await store.db.update(visitParticipants).set({ status: "accepted", repliedAt: TODAY });
    const moved = momentFields(2, { datum: "2026-12-03", reden: "x" });
    expect((await app.post(paths.visitMove(VISIT, "verplaatsing"), moved, "otherHost")).status).toBe(303);
    const again = await calendars();
    expect(Object.keys(again).sort()).toEqual(["bo@elders.example", HOST, GUEST].sort());
    for (const one of Object.values(again))
      expect(one).toMatchObject({
        method: "REQUEST",
        sequence: 3,
        uid: `${VISIT}@wijkteamplein`,
        startsAt: Date.parse("2026-12-03T09:00:00Z"),
      });
    expect(again["bo@elders.example"]?.organizer).toBe(invited["bo@elders.example"]?.organizer);
    expect((await rows()).map(({ status, repliedAt }) => [status, repliedAt])).toEqual(
      Array(3).fill(["needs_action", null]),
    );

    const off = { revisie: "3", reden: "De griep." };
    expect((await app.post(paths.visitMove(VISIT, "annulering"), off, "otherHost")).status).toBe(303);
    const ended = await calendars();
    expect(Object.keys(ended).sort()).toEqual(["bo@elders.example", HOST, GUEST].sort());
    for (const one of Object.values(ended)) expect(one).toMatchObject({ method: "CANCEL", sequence: 4 });
  });

  test("is taken off again with a CANCEL of a higher sequence, name and address gone", async () => {
    await app.post(PAGE, colleague(1), "editor");
    await calendars();
    const removal = paths.visitParticipantRemoval(VISIT, idOf("collega"));
    const { response, trips } = await costOf(app, () =>
      app.post(removal, { volgnummer: "2" }, "professional"),
    );
    expect(locationOf(response)).toBe(`${PAGE}?melding=collega-weg`);
    expect(trips).toBe(2);
    const ended = await calendars();
    expect(Object.keys(ended)).toEqual(["bo@elders.example"]);
    expect(ended["bo@elders.example"]).toMatchObject({ method: "CANCEL", sequence: 3 });
    const [row] = await store.db
      .select()
      .from(visitParticipants)
      .where(eq(visitParticipants.id, idOf("collega")));
    expect(row).toMatchObject({ name: null, email: null, note: "", removedAt: TODAY });
    expect(locationOf(await app.post(removal, { volgnummer: "2" }, "professional"))).toContain("collega-weg");
    expect(await calendars()).toEqual({});
    // And may come along after all.
    expect((await app.post(PAGE, colleague(3, { id: idOf("opnieuw") }), "professional")).status).toBe(303);
    expect((await calendars())["bo@elders.example"]).toMatchObject({ method: "REQUEST", sequence: 4 });
  });

  test("with an account of the platform is that person", async () => {
    await app.post(
      PAGE,
      colleague(1, { email: "editor@proef.example", naam: "Een bijnaam" }),
      "professional",
    );
    const [row] = await store.db
      .select()
      .from(visitParticipants)
      .where(eq(visitParticipants.id, idOf("collega")));
    expect(row).toMatchObject({ personId: "editor", name: null, email: null });
    await store.db.update(people).set({ removedAt: TODAY }).where(eq(people.id, "editor"));
    expect(textOf(await (await app.get(PAGE, "professional")).text())).not.toContain("Persoon editor");
  });

  test("stands on the page of the visit for both sides, with the answer of the calendar", async () => {
    await app.post(PAGE, colleague(1), "editor");
    await store.db
      .update(visitParticipants)
      .set({ status: "tentative" })
      .where(eq(visitParticipants.id, idOf("collega")));
    for (const as of ["professional", "otherHost"] as const) {
      const text = textOf(await (await app.get(paths.visit(VISIT), as)).text());
      expect(text).toContain("Bo Bezoeker Komt misschien");
      expect(text).toContain("Persoon professional Nog geen antwoord");
    }
    const own = await costOf(app, () => app.get(PAGE, "professional"));
    expect(own.trips).toBe(1);
    expect(textOf(await own.response.text())).toContain("Eet vegetarisch");
  });

  test("is added once, whatever the number of clicks", async () => {
    await app.post(PAGE, colleague(1), "editor");
    expect(locationOf(await app.post(PAGE, colleague(1), "editor"))).toContain("collega-erbij");
    expect(await rows()).toHaveLength(3);
    expect(await sequence()).toBe(2);
    expect(Object.keys(await calendars())).toHaveLength(1);
  });

  test.each([
    ["without a name", { naam: " " }, "Vul de naam van je collega in."],
    ["without an address", { email: "bo" }, "Vul het zakelijke mailadres van je collega in"],
    ["who is there already", { email: GUEST }, "Deze collega staat er al bij."],
  ])("%s: asks again and keeps what was typed", async (_what, fields, sentence) => {
    const response = await app.post(PAGE, colleague(1, fields), "editor");
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(textOf(html)).toContain(sentence);
    expect(html.includes('value="Eet vegetarisch"')).toBe(true);
    expect(await rows()).toHaveLength(2);
  });

  test("never more than the seats that were asked, also when two add at once", async () => {
    await app.post(PAGE, colleague(1), "editor");
    const two = await Promise.all(
      ["a", "b"].map((name) =>
        app.post(PAGE, colleague(2, { id: idOf(name), email: `${name}@elders.example` }), "professional"),
      ),
    );
    expect(two.filter(({ status }) => status === 303)).toHaveLength(1);
    const full = await app.post(
      PAGE,
      colleague(3, { id: idOf("c"), email: "c@elders.example" }),
      "professional",
    );
    expect(full.status).toBe(422);
    expect(textOf(await full.text())).toContain("Er is geen plek meer. Jullie komen met 3 mensen.");
    expect(await rows()).toHaveLength(4);
  });

  test("an old form is told so, and nothing leaves", async () => {
    expect((await app.post(PAGE, colleague(7), "editor")).status).toBe(409);
    expect(await calendars()).toEqual({});
    expect(await rows()).toHaveLength(2);
  });
});
