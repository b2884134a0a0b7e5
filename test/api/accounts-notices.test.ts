import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { calendarFeeds, noticeSettings, outbox } from "../../db/schema/tables.ts";
import { NOTICE_KINDS } from "../../db/vocabulary.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { queueNotice } from "../../functions/mail/notice.ts";
import { NOTICE_WORDS } from "../../web/accounts/notice-words.ts";
import { composeMail } from "../../web/ui/mail.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, locationOf } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const choices = (fields: Fields = {}): Fields => ({
  ...Object.fromEntries(NOTICE_KINDS.map((kind) => [NOTICE_WORDS[kind].field, "meteen"])),
  aanvragen: "meteen",
  berichten: "dagmail",
  stappen: "meteen",
  herinneringen: "uit",
  "na-bezoek": "meteen",
  ...fields,
});
const settingsOf = async (personId: string) =>
  Object.fromEntries(
    (await store.db.select().from(noticeSettings).where(eq(noticeSettings.personId, personId))).map((row) => [
      row.kind,
      row.delivery,
    ]),
  );
const checkedValues = (html: string) =>
  [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)]
    .filter(([tag]) => / checked/.test(tag))
    .map(([tag]) => `${/name="([^"]+)"/.exec(tag)?.[1]}=${/value="([^"]+)"/.exec(tag)?.[1]}`);

test("everybody who is signed in chooses, finds it from every page, and others do not change", async () => {
  const home = await app.get("/leden", "monitoring");
  expect(await home.text()).toContain('href="/meldingen"');
  for (const as of ["professional", "bureau", "monitoring"] as const) {
    const first = await costOf(app, () => app.get("/meldingen", as));
    expect(first.response.status).toBe(200);
    expect(first.trips).toBe(1);
    expect(checkedValues(await first.response.text())).toHaveLength(NOTICE_KINDS.length);
    const saved = await costOf(app, () => app.post("/meldingen", choices(), as));
    expect(saved.response.status).toBe(303);
    expect(locationOf(saved.response)).toBe("/meldingen?melding=meldingen-gekozen");
    expect(saved.trips).toBe(2);
    const html = await (await app.get("/meldingen", as)).text();
    expect(checkedValues(html)).toContain("berichten=dagmail");
    expect(checkedValues(html)).toContain("herinneringen=uit");
    expect(checkedValues(html)).toContain("aanvragen=meteen");
  }
  expect(await settingsOf("editor")).toEqual({});
});

test("the same choices twice are the same choices", async () => {
  await app.post("/meldingen", choices(), "host");
  const before = await store.db.select().from(noticeSettings);
  app.setNow(TODAY + 1000);
  await app.post("/meldingen", choices(), "host");
  expect(await store.db.select().from(noticeSettings)).toEqual(before);
});

test("a stranger signs in first, and an unknown choice is asked again with the others kept", async () => {
  expect((await app.get("/meldingen")).status).toBe(401);
  expect((await app.post("/meldingen", choices())).status).toBe(401);
  expect((await app.post("/meldingen/agenda", { adres: idOf("adres") })).status).toBe(401);
  expect((await app.post("/meldingen/agenda/verwijdering", {})).status).toBe(401);
  const wrong = await app.post("/meldingen", choices({ stappen: "soms" }), "host");
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(textOf(html)).toContain("Kies meteen, dagmail of geen mail.");
  expect(checkedValues(html)).toContain("berichten=dagmail");
  expect(await settingsOf("host")).toEqual({});
});

test("what waits for the digest follows a new choice: it leaves now, or is forgotten", async () => {
  await app.post("/meldingen", choices({ stappen: "dagmail" }), "host");
  const mail = composeMail({
    subject: "Bericht",
    paragraphs: ["Dag."],
    association: { name: "Proef", contactEmail: "a@b.example", contactPhone: "1" },
  });
  const url = "https://plein.example/";
  await store.db.batch([
    queueNotice(store.db, { id: "een", to: "host@proef.example", kind: "visit_message", mail, url }, TODAY),
    queueNotice(store.db, { id: "twee", to: "host@proef.example", kind: "visit_move", mail, url }, TODAY),
  ]);
  await app.post("/meldingen", choices({ berichten: "uit", stappen: "meteen" }), "host");
  const rows = await store.db.select().from(outbox).orderBy(outbox.id);
  expect(rows).toMatchObject([
    { id: "een", delivery: "off", text: "", sentAt: TODAY },
    { id: "twee", delivery: "direct", sentAt: null },
  ]);
});

test("an address for one's calendar is shown once, kept as a hash, replaced and taken away", async () => {
  const made = await costOf(app, () => app.post("/meldingen/agenda", { adres: idOf("eerste") }, "host"));
  expect(made.trips).toBe(2);
  expect(made.response.status).toBe(200);
  expect((await made.response.text()).includes(`${ORIGIN}/agenda/${idOf("eerste")}.ics`)).toBe(true);
  const again = await app.post("/meldingen/agenda", { adres: idOf("eerste") }, "host");
  expect(again.status).toBe(200);
  const rows = await store.db.select().from(calendarFeeds);
  expect(rows).toEqual([{ personId: "host", tokenHash: await sha256(idOf("eerste")), createdAt: TODAY }]);
  expect(await (await app.get("/meldingen", "host")).text()).not.toContain(idOf("eerste"));
  await app.post("/meldingen/agenda", { adres: idOf("tweede") }, "host");
  expect((await store.db.select().from(calendarFeeds))[0]?.tokenHash).toBe(await sha256(idOf("tweede")));
  // Who comes back to the address of the form, from history, finds the page.
  expect(locationOf(await app.get("/meldingen/agenda", "host"))).toBe("/meldingen");
  const gone = await app.post("/meldingen/agenda/verwijdering", {}, "host");
  expect(gone.status).toBe(303);
  expect(await store.db.select().from(calendarFeeds)).toEqual([]);
  expect((await app.post("/meldingen/agenda/verwijdering", {}, "host")).status).toBe(303);
});

test("a made-up token of another shape is not taken", async () => {
  const made = await app.post("/meldingen/agenda", { adres: "kort" }, "host");
  expect(await made.text()).not.toContain("/agenda/kort.ics");
  expect((await store.db.select().from(calendarFeeds))[0]?.tokenHash).not.toBe(await sha256("kort"));
});

test("a removed person leaves no choices and no calendar address", async () => {
  await app.post("/meldingen", choices(), "host");
  await app.post("/meldingen/agenda", { adres: idOf("eerste") }, "host");
  const removal = await app.post(
    "/bureau/mensen/host/verwijdering",
    { email: "host@proef.example" },
    "bureau",
  );
  expect(removal.status).toBe(303);
  expect(await store.db.select().from(noticeSettings)).toEqual([]);
  expect(await store.db.select().from(calendarFeeds)).toEqual([]);
});
