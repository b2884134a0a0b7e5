import { asc, eq, gt } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noticeSettings, outbox, visitReminders, visits } from "../../db/schema/tables.ts";
import type { NoticeDelivery, NoticeKind } from "../../db/vocabulary.ts";
import { DUE_TASKS, doDueWork } from "../../functions/due.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { idOf, momentFields, requestFields, seedOffer, seedThemes } from "../support/visit-fixtures.ts";

const VISIT = idOf("nieuwbezoek");
const HOUR = 3_600_000;
const START = Date.parse("2026-09-01T08:00:00Z");
const GUEST = "professional@proef.example";
const HOST = "otherhost@proef.example";

let store: TemporaryDatabase;
let app: TestApp;
let now: number;
let seen: Set<string>;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedOffer(store.db, { parking: "Op het dorpsplein.", isPublic: false });
  // Everybody stays signed in for a year: this is about mail.
  await store.db.run("update sessions set expires_at = 4102444800000, created_at = 0");
  app = startApp(store.db);
  now = START;
  seen = new Set();
});
afterEach(() => store.close());

const work = () => ({
  db: store.db,
  now,
  origin: "https://plein.example",
  mailFrom: "plein@plein.example",
  replyAddress: "agenda@plein.example",
});
/** What left since the last time: moment in UTC, reader, subject, and what it does in a calendar. */
async function left(): Promise<string[]> {
  const rows = await store.db
    .select()
    .from(outbox)
    .where(eq(outbox.delivery, "direct"))
    .orderBy(asc(outbox.createdAt), asc(outbox.toEmail), asc(outbox.subject));
  const fresh = rows.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return fresh.map((row) => {
    const at = new Date(row.createdAt).toISOString().slice(0, 16);
    return [at, row.toEmail, row.subject, ...(row.calendarMethod ? [row.calendarMethod] : [])].join(" | ");
  });
}
/** Hours, in UTC, around which mail leaves in summer and in winter, right after a visit, and in the evening. */
const STRUCK = [5, 6, 7, 8, 15, 20];

/** Turns the clock from hour to hour, as the job that comes back would; `twice` runs it two times at once. */
async function until(iso: string, { twice = false, hours = STRUCK } = {}): Promise<void> {
  const end = Date.parse(iso);
  for (; now < end; now += HOUR) {
    if (!hours.includes(new Date(now).getUTCHours())) continue;
    await Promise.all([doDueWork(work()), ...(twice ? [doDueWork(work())] : [])]);
  }
  now = end;
}
async function act(path: string, fields: Fields, as: CastKey): Promise<void> {
  app.setNow(now);
  const response = await app.post(path, fields, as);
  if (response.status !== 303) throw new Error(`${path}: ${response.status}`);
}
const choose = (personId: CastKey, kind: NoticeKind, delivery: NoticeDelivery) =>
  store.db.insert(noticeSettings).values({ personId, kind, delivery, changedAt: now });
const ask = () =>
  act(paths.newVisit(), { ...requestFields(), aanbod: idOf("aanbod"), namens: "lindestad" }, "professional");
const accept = (datum: string) =>
  act(paths.visitMove(VISIT, "acceptatie"), momentFields(1, { datum }), "otherHost");

describe("a year of one visit", () => {
  test("brings exactly these messages, and a job that runs twice at once brings no more", async () => {
    await ask();
    expect(await left()).toEqual([
      `2026-09-01T08:00 | ${HOST} | Buurtkracht Lindestad wil bij jullie op bezoek`,
    ]);
    await until("2026-09-10T09:00:00Z");
    await accept("2026-10-27");
    await until("2026-10-21T08:00:00Z", { twice: true });
    // A week before, in summer time. Then the visit moves over the change of the clock.
    expect(await left()).toEqual([
      `2026-09-10T09:00 | ${HOST} | Werkbezoek afgesproken met Buurtkracht Lindestad | REQUEST`,
      `2026-09-10T09:00 | ${GUEST} | Werkbezoek afgesproken met Wijkteam Waterrand | REQUEST`,
      `2026-10-20T05:00 | ${HOST} | Over een week: werkbezoek van Buurtkracht Lindestad`,
      `2026-10-20T05:00 | ${GUEST} | Over een week: werkbezoek bij Wijkteam Waterrand`,
    ]);
    await act(paths.visitMove(VISIT, "verplaatsing"), momentFields(2, { datum: "2026-11-10" }), "otherHost");
    await act(paths.visitMove(VISIT, "bevestiging"), { revisie: "3" }, "professional");
    await until("2026-11-10T20:00:00Z", { twice: true });
    expect(await left()).toEqual([
      `2026-10-21T08:00 | ${HOST} | Buurtkracht Lindestad heeft het bezoek bevestigd`,
      `2026-10-21T08:00 | ${HOST} | Werkbezoek verplaatst: Buurtkracht Lindestad | REQUEST`,
      `2026-10-21T08:00 | ${GUEST} | Werkbezoek verplaatst: Wijkteam Waterrand | REQUEST`,
      `2026-11-03T06:00 | ${HOST} | Over een week: werkbezoek van Buurtkracht Lindestad`,
      `2026-11-03T06:00 | ${GUEST} | Over een week: werkbezoek bij Wijkteam Waterrand`,
      `2026-11-09T06:00 | ${HOST} | Morgen: werkbezoek van Buurtkracht Lindestad`,
      `2026-11-09T06:00 | ${GUEST} | Morgen: werkbezoek bij Wijkteam Waterrand`,
    ]);
    await act(paths.visitMove(VISIT, "afronding"), { revisie: "4" }, "otherHost");
    expect(await left()).toEqual([]);
    await until("2026-11-14T12:00:00Z", { twice: true });
    // Two days after its end, 14.30 in UTC; the clock of this test strikes the whole hours.
    expect(await left()).toEqual([
      `2026-11-12T15:00 | ${HOST} | Hoe was het werkbezoek met Buurtkracht Lindestad?`,
      `2026-11-12T15:00 | ${GUEST} | Hoe was het werkbezoek met Wijkteam Waterrand?`,
    ]);
    const look = { eerste: "Veel", actie: "Een ronde door de wijk", eigenaar: "editor", versie: "0" };
    await act(paths.visitAfter(VISIT), look, "professional");
    // A quiet year: to look in the morning and in the afternoon is enough, and ten months are long.
    await until("2027-09-01T08:00:00Z", { hours: [6, 15] });
    expect(await left()).toEqual([
      "2027-02-08T15:00 | editor@proef.example | Hoe staat het met jullie actie, na drie maanden?",
      "2027-08-07T15:00 | editor@proef.example | Hoe staat het met jullie actie, na negen maanden?",
    ]);
  }, 180_000);

  test("with choices of its readers: the same news once a day, or not at all", async () => {
    await choose("professional", "visit_reminder", "digest");
    await choose("otherHost", "visit_reminder", "off");
    await choose("otherHost", "visit_request", "digest");
    await ask();
    await until("2026-09-10T09:00:00Z");
    await accept("2026-10-27");
    await until("2026-10-27T20:00:00Z", { twice: true });
    expect(await left()).toEqual([
      // The clock of this test strikes the whole hours: half past seven has passed at eight.
      `2026-09-02T06:00 | ${HOST} | 1 melding van Vereniging van Proefteams`,
      `2026-09-10T09:00 | ${HOST} | Werkbezoek afgesproken met Buurtkracht Lindestad | REQUEST`,
      `2026-09-10T09:00 | ${GUEST} | Werkbezoek afgesproken met Wijkteam Waterrand | REQUEST`,
      `2026-10-20T06:00 | ${GUEST} | 1 melding van Vereniging van Proefteams`,
      `2026-10-26T07:00 | ${GUEST} | 1 melding van Vereniging van Proefteams`,
    ]);
  });

  test("a visit that is cancelled is not reminded of", async () => {
    await ask();
    await accept("2026-10-27");
    await until("2026-10-21T08:00:00Z");
    await left();
    await act(paths.visitMove(VISIT, "annulering"), { revisie: "2", reden: "De griep." }, "professional");
    await until("2026-10-28T08:00:00Z");
    expect((await left()).map((line) => line.split(" | ").slice(1).join(" | "))).toEqual([
      `${HOST} | Werkbezoek geannuleerd: Buurtkracht Lindestad | CANCEL`,
      `${GUEST} | Werkbezoek geannuleerd: Wijkteam Waterrand | CANCEL`,
    ]);
  });
});

describe("a reminder", () => {
  test("brings the practical sheet to the guest, and to the host who comes and the sheet of the day", async () => {
    await ask();
    await accept("2026-10-27");
    await act(
      paths.visitParticipants(VISIT),
      {
        id: idOf("mee"),
        volgnummer: "1",
        naam: "Bo Bezoeker",
        email: "bo@elders.example",
        opmerking: "Eet vegetarisch",
      },
      "professional",
    );
    await left();
    await until("2026-10-20T08:00:00Z");
    const mails = await store.db.select().from(outbox).where(gt(outbox.createdAt, START));
    expect(mails.map(({ toEmail }) => toEmail).sort()).toEqual(["bo@elders.example", HOST, GUEST].sort());
    const textTo = (email: string) => mails.find(({ toEmail }) => toEmail === email)?.text ?? "";
    expect(textTo(GUEST)).toContain("Parkeren: Op het dorpsplein.");
    expect(textTo(GUEST)).toContain("Wanneer: dinsdag 27 oktober 2026, 10.00 – 15.30 uur");
    expect(textTo(GUEST)).toContain("https://plein.example/meldingen");
    expect(textTo(HOST)).toContain("Bo Bezoeker: Eet vegetarisch");
    expect(textTo(HOST)).toContain("https://plein.example/werkbezoeken/dag/2026-10-27");
    expect(textTo("bo@elders.example")).toContain("Parkeren: Op het dorpsplein.");
    expect(textTo("bo@elders.example")).not.toContain("/meldingen");
  });

  test("leaves late rather than never, and not for the week once the day before has come", async () => {
    await ask();
    await accept("2026-10-27");
    await left();
    now = Date.parse("2026-10-26T15:00:00Z");
    await doDueWork(work());
    await doDueWork(work());
    expect((await left()).map((line) => line.split(" | ")[2])).toEqual([
      "Morgen: werkbezoek van Buurtkracht Lindestad",
      "Morgen: werkbezoek bij Wijkteam Waterrand",
    ]);
  });

  test("is written down with its mail or not at all: a visit that moved meanwhile is not reminded of its old day", async () => {
    await ask();
    await accept("2026-10-27");
    await left();
    now = Date.parse("2026-10-20T06:00:00Z");
    const task = DUE_TASKS["reminders of visits"];
    if (!task) throw new Error("There is no task that reminds.");
    // Between looking and writing somebody moves the visit.
    let isMoved = false;
    const db = new Proxy(store.db, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (name !== "batch") return value;
        return async (...given: Parameters<typeof target.batch>) => {
          if (!isMoved) {
            isMoved = true;
            await store.db.update(visits).set({ startsAt: Date.parse("2026-11-10T09:00:00Z") });
          }
          return Reflect.apply(value as typeof target.batch, target, given);
        };
      },
    });
    await task({ ...work(), db });
    expect(await left()).toEqual([]);
    expect(await store.db.select().from(visitReminders)).toEqual([]);
  });
});
