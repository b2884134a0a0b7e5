import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import {
  auditEntries,
  memberships,
  outbox,
  people,
  visitActions,
  visitEvents,
  visits,
} from "../../db/schema/tables.ts";

import { openWork } from "../../functions/accounts/open-work.ts";
import { keepWaitingLists } from "../../functions/visits/telling.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { seedSmallRound, seedWork } from "../support/open-work.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, idOf, seedThemes } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedSmallRound(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const AT = paths.handover("lindestad");
const FORM = { id: idOf("overdracht"), van: "host", aan: "editor", naam: "", email: "" };
const hand = (fields: Fields = {}, who: CastKey | null = "editor") =>
  app.post(AT, { ...FORM, ...fields }, who);
const workOf = async (who: string, memberId = "lindestad") =>
  (await openWork(store.db, who)).filter((each) => each.memberId === memberId).map(({ kind }) => kind);
const visitOf = async (id: string) => (await store.db.select().from(visits).where(sql`id = ${id}`))[0];

describe("a handover", () => {
  test("moves all that is open in one batch; what is over stays as it was; twice is once", async () => {
    await seedWork(store.db, "host");
    const page = await costOf(app, () => app.get(`${AT}?van=host`, "editor"));
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    const shown = textOf(await page.response.text());
    for (const words of [
      "Rol: gastheer",
      "Contactpersoon: Werkbezoeken",
      "Sectie van de vragenlijst",
      "Aanbod van een werkbezoek",
      "Actie na een werkbezoek: Een spreekuur",
      "Geeft akkoord op aanvragen",
    ])
      expect(shown).toContain(words);
    expect(shown).not.toContain("Klaar");
    const done = await costOf(app, () => hand());
    expect([done.response.status, done.trips]).toEqual([303, 2]);
    expect(await workOf("host")).toEqual([]);
    const moved = await workOf("editor");
    expect([...new Set(moved)].sort()).toEqual([
      "action",
      "approver",
      "assignment",
      "contact",
      "hosting",
      "offer",
      "request",
      "role",
    ]);
    expect(await visitOf(idOf("voorbij"))).toMatchObject({ guestPersonId: "host", revision: 1 });
    const [action] = await store.db.select().from(visitActions).where(sql`action = 'Klaar'`);
    expect(action?.ownerPersonId).toBe("host");
    expect(await visitOf(idOf("afgesproken"))).toMatchObject({
      guestPersonId: "editor",
      revision: 2,
      calendarSequence: 2,
    });
    expect((await hand()).status).toBe(303);
    expect(await visitOf(idOf("afgesproken"))).toMatchObject({ revision: 2 });
    const mail = await store.db.select().from(outbox);
    expect(mail.map(({ toEmail }) => toEmail)).toEqual(["editor@proef.example"]);
    expect(mail[0]?.text).toContain("Contactpersoon: Werkbezoeken");
    const log = await store.db.select().from(auditEntries).where(sql`action = 'handed_over'`);
    expect(log.map(({ subject }) => subject)).toEqual(["host editor"]);
  });

  test("of an agreed visit is told to both sides, and leaves the calendar of who left", async () => {
    await seedWork(store.db, "host");
    await hand();
    const clock = {
      db: store.db,
      now: TODAY,
      origin: ORIGIN,
      mailFrom: "plein@plein.example",
      replyAddress: "antwoord@plein.example",
    };
    for (let run = 0; run < 2; run++) await keepWaitingLists(clock);
    const mail = (await store.db.select().from(outbox)).filter(({ calendar }) =>
      calendar?.includes(idOf("afgesproken")),
    );
    expect(mail.map(({ toEmail, calendarMethod }) => `${toEmail} ${calendarMethod}`).sort()).toEqual([
      "editor@proef.example REQUEST",
      "host@proef.example CANCEL",
      "otherhost@proef.example REQUEST",
    ]);
    const cancelled = mail.find(({ calendarMethod }) => calendarMethod === "CANCEL");
    expect(cancelled?.calendar?.replaceAll("\r\n ", "")).toContain("antwoord+sleutel@plein.example");
    expect(cancelled?.calendar).toContain("SEQUENCE:2");
    expect(await store.db.select().from(visitEvents).where(sql`is_untold = 1`)).toEqual([]);
  });

  test("to somebody new makes that person, with the roles", async () => {
    const response = await hand({
      van: "professional",
      aan: "nieuw",
      naam: "Nieuwe Collega",
      email: "Nieuw@Lindestad.example",
    });
    expect(response.status).toBe(303);
    const [fresh] = await store.db.select().from(people).where(sql`email = 'nieuw@lindestad.example'`);
    expect(fresh?.name).toBe("Nieuwe Collega");
    expect(await store.db.select().from(memberships).where(sql`person_id = ${fresh?.id}`)).toMatchObject([
      { memberId: "lindestad", role: "professional" },
    ]);
    expect((await app.get(paths.handover("lindestad"), "professional")).status).toBe(403);
  });

  test("of one's own work is confirmed where one still may come; others hear it at the contacts", async () => {
    await seedWork(store.db, "host");
    const own = (await hand({}, "host")).headers.get("location") ?? "";
    expect(own).toBe("/?melding=overgedragen");
    expect(textOf(await (await app.get(own, "host")).text())).toContain("Je werk is overgedragen.");
    const free = { id: idOf("losgelaten"), van: "professional", aan: "niemand" };
    const after = (await hand(free, "bureau")).headers.get("location") ?? "";
    const told = textOf(await (await app.get(after, "bureau")).text());
    expect(told).toContain("Het werk is losgelaten.");
    expect(told).not.toContain("kreeg een mail");
  });

  test.each([
    [{ aan: "" }, "Kies wie het werk overneemt."],
    [{ aan: "otherEditor" }, "Kies wie het werk overneemt."],
    [{ aan: "niemand" }, "Kies wie het werk overneemt."],
    [{ aan: "host" }, "Kies wie het werk overneemt."],
    [{ aan: "nieuw", naam: "", email: "x@y.nl" }, "Vul de naam van je nieuwe collega in."],
    [{ aan: "nieuw", naam: "Els", email: "els" }, "Vul het mailadres in"],
    [{ aan: "nieuw", naam: "Els", email: "host@proef.example" }, "Vul het adres van iemand anders in."],
  ])("with %j is refused and changes nothing", async (fields, sentence) => {
    const response = await hand(fields);
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain(sentence);
    expect(await workOf("host")).toEqual(["role"]);
  });

  test("is for the person, for editors of that organisation and for the bureau", async () => {
    for (const who of ["otherEditor", "otherHost", "otherSignatory"] as const)
      expect((await hand({}, who)).status).toBe(404);
    for (const who of ["professional", "signatory", "monitoring"] as const)
      expect((await hand({}, who)).status).not.toBe(303);
    expect((await hand({}, null)).status).toBe(401);
    expect(await workOf("host")).toEqual(["role"]);
    const own = await hand({}, "host");
    expect([own.status, own.headers.get("location")]).toEqual([303, "/?melding=overgedragen"]);
  });

  test("of a signatory is not the editor's: the signature would go along", async () => {
    expect((await hand({ van: "signatory" })).status).toBe(403);
    expect((await hand({ van: "signatory", id: idOf("eigen") }, "signatory")).status).toBe(303);
    expect(await workOf("signatory")).toEqual([]);
  });

  test("can be a letting go, by the bureau: nobody's name stays on what is open", async () => {
    await seedWork(store.db, "host");
    expect((await hand({ aan: "niemand" }, "bureau")).status).toBe(303);
    expect(await workOf("host")).toEqual([]);
    expect(await visitOf(idOf("gevraagd"))).toMatchObject({ guestPersonId: null });
    expect(await visitOf(idOf("voorbij"))).toMatchObject({ guestPersonId: "host" });
  });

  test("of who has nothing open any more is a conflict, not a silent success", async () => {
    await hand();
    expect((await hand({ id: idOf("nogeens") })).status).toBe(409);
  });
});
