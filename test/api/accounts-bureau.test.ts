import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, outbox } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const DAY_MS = 86_400_000;
const HOSTILE = "<img src=x onerror=alert(1)>";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const read = async (path: string) => textOf(await (await app.get(path, "bureau")).text());
const mail = (id: string, more: Partial<typeof outbox.$inferInsert> = {}) =>
  store.db.insert(outbox).values({
    id,
    toEmail: `${id}@proef.example`,
    subject: `Onderwerp ${id}`,
    text: "Dag",
    html: "<p>Dag</p>",
    createdAt: TODAY,
    dueAt: TODAY,
    ...more,
  });

test("the overview counts people, members and mail, and says what is missing", async () => {
  await mail("wacht", { createdAt: TODAY - DAY_MS });
  await mail("weg", { sentAt: TODAY });
  await mail("stuk", { failedAt: TODAY, attempts: 8, lastError: `550 ${HOSTILE}` });
  app.roundTrips();
  const text = await read("/bureau");
  expect(app.roundTrips()).toBe(1);
  expect(text).toContain("9 mensen");
  expect(text).toContain("3 leden");
  expect(text).toContain("1 lid zonder redacteur");
  expect(text).toContain("Het oudste is van vrijdag 20 november 2026, 12.00 uur");
  expect(text).toContain("Onderwerp stuk");
  expect(text).toContain("Er is geen mail ingesteld");
  expect(await (await app.get("/bureau", "bureau")).text()).not.toContain(HOSTILE);
});

test("there is no warning where mail leaves", async () => {
  const mailing = startApp(store.db, { mail: { send: async () => {} } });
  expect(textOf(await (await mailing.get("/bureau", "bureau")).text())).not.toContain("geen mail ingesteld");
});

test("mail that was given up can be sent again", async () => {
  await mail("stuk", { failedAt: TODAY, attempts: 8 });
  const response = await app.post("/bureau/mail/herkansing", {}, "bureau");
  expect(response.headers.get("location")).toBe("/bureau?melding=mail-opnieuw");
  expect(await store.db.select().from(outbox)).toMatchObject([{ failedAt: null, attempts: 0, dueAt: TODAY }]);
});

test("the log is filtered and paged by its address, newest first", async () => {
  const entries = Array.from({ length: 120 }, (_, at) => ({
    at: TODAY - at * 1000,
    personId: at % 2 ? "editor" : "host",
    memberId: "lindestad",
    action: at % 2 ? ("section_saved" as const) : ("signed_in" as const),
    subject: `onderwerp-${at}`,
  }));
  await store.db.insert(auditEntries).values(entries);
  app.roundTrips();
  const first = await read("/bureau/logboek");
  expect(app.roundTrips()).toBe(1);
  expect(first).toContain("120 regels, nieuwste eerst");
  expect(first).toContain("onderwerp-0 ");
  expect(first).not.toContain("onderwerp-50 ");
  expect(await read("/bureau/logboek?pagina=3")).toContain("onderwerp-119 ");
  expect(await read("/bureau/logboek?handeling=section_saved")).toContain("60 regels");
  expect(await read("/bureau/logboek?wie=persoon+ed&handeling=signed_in")).toContain("niets in het logboek");
  expect(await read("/bureau/logboek?wie=LINDESTAD")).toContain("120 regels");
  expect(await read("/bureau/logboek?wie=%25")).toContain("niets in het logboek");
  expect(await read("/bureau/logboek?handeling=verzonnen")).toContain("120 regels");
});

test("the log as a file is whole, harmless in Excel, and itself logged", async () => {
  await store.db
    .insert(auditEntries)
    .values({ at: TODAY, personId: "editor", action: "section_saved", subject: "=1+1" });
  const csv = await (await app.get("/bureau/logboek.csv", "bureau")).text();
  expect(csv).toContain(";Antwoorden opgeslagen;'=1+1");
  expect(csv).toContain("Gegevens van een persoon opgehaald;logboek");
  const excel = await app.get("/bureau/logboek.xlsx", "bureau");
  expect(excel.headers.get("content-disposition")).toBe('attachment; filename="logboek.xlsx"');
  expect((await excel.arrayBuffer()).byteLength).toBeGreaterThan(1000);
});

test("old mail and old lines of the log are forgotten when somebody signs in", async () => {
  await mail("oud", { sentAt: TODAY - 31 * DAY_MS });
  await mail("nieuw", { sentAt: TODAY - 29 * DAY_MS });
  await mail("opgegeven", { failedAt: TODAY - 91 * DAY_MS });
  await store.db.insert(auditEntries).values([
    { at: TODAY - 731 * DAY_MS, action: "signed_in", subject: "oud" },
    { at: TODAY - 729 * DAY_MS, action: "signed_in", subject: "nieuw" },
  ]);
  const browser = browserOf(app, store.db);
  const { request } = await browser.ask("editor@proef.example");
  await browser.typeCode(request, await browser.newestCode());
  const ids = (await store.db.select().from(outbox)).map(({ id }) => id);
  expect(ids).toContain("nieuw");
  expect(ids).not.toContain("oud");
  expect(ids).not.toContain("opgegeven");
  const subjects = (await store.db.select().from(auditEntries)).map(({ subject }) => subject);
  expect(subjects).toEqual(["nieuw", "editor"]);
});

test("the demo shows its mail as text, with the calendar to download and the HTML as source", async () => {
  const demo = startApp(store.db, { settings: DEMO_SETTINGS });
  await mail("met-agenda", {
    subject: `Bezoek ${HOSTILE}`,
    text: `Dag\n\nhttps://plein.example/x\n\n${HOSTILE}`,
    html: `<p>${HOSTILE}</p>`,
    calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    calendarMethod: "REQUEST",
  });
  await mail("zonder");
  const list = await (await demo.get("/demo/post")).text();
  expect(list).not.toContain(HOSTILE);
  expect(textOf(list)).toContain("Onderwerp zonder");
  expect(demo.roundTrips()).toBe(1);
  const message = await (await demo.get("/demo/post/met-agenda")).text();
  expect(demo.roundTrips()).toBe(1);
  expect(message).not.toContain(HOSTILE);
  expect(message).toContain('<a href="https://plein.example/x">');
  const calendar = await demo.get("/demo/post/met-agenda/agenda.ics");
  expect(calendar.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=REQUEST");
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
  expect((await demo.get("/demo/post/zonder/agenda.ics")).status).toBe(404);
  expect((await demo.get("/demo/post/bestaat-niet")).status).toBe(404);
});

test("outside the demo nobody reads mail, the bureau neither", async () => {
  await mail("geheim", { calendar: "BEGIN:VCALENDAR", calendarMethod: "REQUEST" });
  for (const path of ["/demo/post", "/demo/post/geheim", "/demo/post/geheim/agenda.ics"])
    for (const as of [null, "bureau"] as const) expect((await app.get(path, as)).status).toBe(404);
});
