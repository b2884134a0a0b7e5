import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, memberContacts, outbox, people } from "../../db/schema/tables.ts";
import type { ContactRole } from "../../db/vocabulary.ts";
import { checkContacts } from "../../functions/members/contact-check.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf } from "../support/visit-fixtures.ts";

const DAY = 86_400_000;
const AT = paths.memberContacts("lindestad");
let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const name = (fields: Fields = {}, who: CastKey | null = "editor") =>
  app.post(AT, { rol: "visits", persoon: "host", gezien: "0", ...fields }, who);
const contacts = () =>
  store.db.select().from(memberContacts).orderBy(memberContacts.memberId, memberContacts.role);
const seed = (
  role: ContactRole,
  personId: string,
  values: Partial<typeof memberContacts.$inferInsert> = {},
) =>
  store.db.insert(memberContacts).values({
    memberId: "lindestad",
    role,
    personId,
    since: "2025-01-01",
    confirmedAt: TODAY - 200 * DAY,
    ...values,
  });
const clock = (now: number) =>
  checkContacts({ db: store.db, now, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null });

describe("a contact", () => {
  test("is named, replaced and taken away, each from what the form saw", async () => {
    const named = await costOf(app, () => name());
    expect([named.response.status, named.trips]).toEqual([303, 2]);
    expect((await name()).status).toBe(303);
    expect(await contacts()).toMatchObject([
      { role: "visits", personId: "host", since: "2026-11-21", revision: 1 },
    ]);
    expect((await name({ persoon: "editor" })).status).toBe(409);
    expect((await name({ persoon: "editor", gezien: "1" })).status).toBe(303);
    const away = (gezien: string) =>
      app.post(paths.memberContactRemoval("lindestad", "visits"), { gezien }, "editor");
    expect((await away("1")).status).toBe(409);
    expect((await away("2")).status).toBe(303);
    expect(await contacts()).toEqual([]);
    expect((await away("2")).status).toBe(303);
    const log = await store.db.select().from(auditEntries).where(sql`action = 'contact_changed'`);
    expect(log).toHaveLength(3);
  });

  test.each([
    [{ persoon: "" }, "Kies een collega."],
    [{ persoon: "otherHost" }, "Kies een collega uit de lijst."],
    [{ rol: "koffie" }, "Kies waarvoor."],
  ])("with %j is refused", async (fields, sentence) => {
    const response = await name(fields);
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain(sentence);
    expect(await contacts()).toEqual([]);
  });

  test("is managed by editors of that organisation and the bureau; every member reads, nobody else", async () => {
    await seed("general", "host");
    for (const who of ["professional", "signatory", "host", "monitoring"] as const)
      expect((await name({}, who)).status).not.toBe(303);
    for (const who of ["otherEditor", "otherSignatory"] as const)
      expect((await name({}, who)).status).toBe(404);
    expect((await name({}, null)).status).toBe(401);
    expect((await name({}, "bureau")).status).toBe(303);
    for (const who of ["professional", "otherEditor", "monitoring", "bureau"] as const) {
      const page = await costOf(app, () => app.get(AT, who));
      expect([page.response.status, page.trips]).toEqual([200, 1]);
      expect(textOf(await page.response.text())).toContain("host@proef.example");
      expect(await (await app.get(paths.member("lindestad"), who)).text()).toContain("host@proef.example");
    }
    expect((await app.get(AT)).status).toBe(401);
    expect(await (await app.get(paths.member("lindestad"))).text()).not.toContain("host@proef.example");
    expect((await app.get(paths.memberContacts("nergens"), "editor")).status).toBe(404);
  });
});

describe("'klopt dit nog?'", () => {
  test("comes twice a year in one mail a person, however often the clock looks", async () => {
    await seed("general", "host");
    await seed("visits", "host", { confirmedAt: TODAY - DAY });
    await seed("management", "signatory", { confirmedAt: TODAY - DAY });
    await Promise.all([clock(TODAY), clock(TODAY)]);
    await clock(TODAY + DAY);
    const mail = await store.db.select().from(outbox);
    expect(mail.map(({ toEmail }) => toEmail)).toEqual(["host@proef.example"]);
    expect(mail[0]?.text).toContain("Buurtkracht Lindestad: algemeen en werkbezoeken");
    expect(mail[0]?.text).toContain(`${ORIGIN}/contactpersoon`);
    await clock(TODAY + 183 * DAY);
    expect((await store.db.select().from(outbox)).map(({ toEmail }) => toEmail).sort()).toEqual([
      "host@proef.example",
      "host@proef.example",
      "signatory@proef.example",
    ]);
  });

  test("a look at the page confirms nothing; the button does, with a new number, and only one's own", async () => {
    await seed("general", "host", { askedAt: TODAY - 40 * DAY });
    await seed("visits", "editor", { askedAt: TODAY - 40 * DAY });
    expect((await app.get(paths.contactCheck())).status).toBe(401);
    const page = await costOf(app, () => app.get(paths.contactCheck(), "host"));
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    expect((await contacts())[0]?.confirmedAt).toBe(TODAY - 200 * DAY);
    const fields = { naam: "Nieuwe Naam", telefoon: "030 765 43 21" };
    expect((await app.post(paths.contactCheck(), { ...fields, telefoon: "bel" }, "host")).status).toBe(422);
    const sent = await costOf(app, () => app.post(paths.contactCheck(), fields, "host"));
    expect([sent.response.status, sent.trips]).toEqual([303, 2]);
    expect(await contacts()).toMatchObject([
      { role: "general", confirmedAt: TODAY, askedAt: null },
      { role: "visits", confirmedAt: TODAY - 200 * DAY },
    ]);
    const [person] = await store.db.select().from(people).where(sql`id = 'host'`);
    expect(person).toMatchObject({ name: "Nieuwe Naam", phone: "030 765 43 21" });
    expect((await app.post(paths.contactCheck(), fields)).status).toBe(401);
  });

  test("without an answer the contact is stale after thirty days, wherever it stands", async () => {
    await seed("general", "host", { askedAt: TODAY - 30 * DAY + 1 });
    const text = async (path: string, who: CastKey) => textOf(await (await app.get(path, who)).text());
    expect(await text(AT, "otherEditor")).not.toContain("niet bevestigd sinds");
    expect(await text(paths.home(), "host")).toContain("Kloppen je contactgegevens nog?");
    app.setNow(TODAY + 1);
    for (const path of [AT, paths.member("lindestad")])
      expect(await text(path, "otherEditor")).toContain("niet bevestigd sinds 5 mei 2026");
    expect(await text(`${paths.contactList()}?stand=niet-bevestigd`, "bureau")).toContain("Persoon host");
  });
});

describe("the bureau's list", () => {
  test("filters, goes along as a file, and is the bureau's alone", async () => {
    await seed("general", "host", { askedAt: TODAY - 40 * DAY });
    await seed("visits", "editor", { confirmedAt: TODAY });
    await store.db.insert(outbox).values({
      ...{ id: "m", toEmail: "editor@proef.example", subject: "S", text: "T", html: "H" },
      ...{ createdAt: TODAY, dueAt: TODAY, failedAt: TODAY },
    });
    const list = await costOf(app, () => app.get(paths.contactList(), "bureau"));
    expect([list.response.status, list.trips]).toEqual([200, 1]);
    const bounced = await (await app.get(`${paths.contactList()}?stand=onbestelbaar`, "bureau")).text();
    expect(bounced).toContain(paths.personDetails("editor"));
    expect(bounced).not.toContain("Persoon host");
    const missing = textOf(await (await app.get(`${paths.contactList()}?stand=zonder`, "bureau")).text());
    expect(missing).toContain("Dorpenteam Heuvelrug");
    const file = await app.get(`${paths.contactListExport("csv")}?stand=niet-bevestigd`, "bureau");
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Persoon host");
    expect((await app.get(paths.contactListExport("xlsx"), "bureau")).status).toBe(200);
    for (const who of ["editor", "monitoring", "signatory"] as const)
      for (const path of [
        paths.contactList(),
        paths.contactListExport("csv"),
        paths.contactListExport("xlsx"),
      ])
        expect((await app.get(path, who)).status).toBe(403);
    expect((await app.get(paths.contactList())).status).toBe(401);
  });
});
