import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import {
  memberContacts,
  memberships,
  outbox,
  responses,
  roundMessageRecipients,
  roundMessages,
  rounds,
} from "../../db/schema/tables.ts";
import type { ResponseState, RoundMessageKind } from "../../db/vocabulary.ts";
import { sendRoundMessages } from "../../functions/questionnaires/round-sending.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf } from "../support/visit-fixtures.ts";

const DAY = 86_400_000;
let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const FORM = {
  id: "abcdefghij0123456789",
  soort: "reminder",
  onderwerp: "Nog open voor {organisatie}",
  tekst: "Dag,\n\nVul {organisatie} in tot en met {sluitdatum}.\n\n{link}",
  dag: "2026-11-23",
  gezien: "0",
};
const write = (fields: Fields = {}, who: CastKey | null = "bureau") =>
  app.post(paths.newRoundMessage(2026), { ...FORM, ...fields }, who);
const change = (fields: Fields) =>
  app.post(paths.roundMessage(2026, FORM.id), { ...FORM, ...fields }, "bureau");
const step = (name: string, gezien: string, who: CastKey | null = "bureau") =>
  app.post(paths.roundMessageStep(2026, FORM.id, name), { gezien }, who);
const clock = (now: number) =>
  sendRoundMessages({
    db: store.db,
    now,
    origin: ORIGIN,
    mailFrom: "plein@plein.example",
    replyAddress: null,
  });
const message = async () => (await store.db.select().from(roundMessages))[0];
const mailTo = async () => (await store.db.select().from(outbox)).map(({ toEmail }) => toEmail).sort();
const respond = (memberId: string, state: ResponseState) =>
  store.db.insert(responses).values({
    id: `${memberId}-${state}`,
    roundId: "round-2026",
    memberId,
    state,
    startedAt: TODAY,
    ...(state === "signed" && { signedAt: TODAY }),
  });
const planned = (kind: RoundMessageKind, scheduledOn = "2026-11-21") =>
  store.db.insert(roundMessages).values({
    id: FORM.id,
    roundId: "round-2026",
    kind,
    subject: FORM.onderwerp,
    text: FORM.tekst,
    scheduledOn,
    state: "scheduled",
    createdAt: TODAY,
  });
const of = (...keys: CastKey[]) => keys.map((key) => `${key}@proef.example`.toLowerCase()).sort();

describe("a message of a round", () => {
  test("is written, changed, planned, and cancelled, in two round trips each", async () => {
    const written = await costOf(app, () => write());
    expect([written.response.status, written.trips]).toEqual([303, 2]);
    expect((await write()).status).toBe(303);
    expect(await store.db.select().from(roundMessages)).toHaveLength(1);
    const changed = await change({ gezien: "1", dag: "2026-11-24" });
    expect(changed.status).toBe(303);
    expect(await message()).toMatchObject({ scheduledOn: "2026-11-24", state: "draft", revision: 2 });
    const stale = await change({ gezien: "1", onderwerp: "Van een ander" });
    expect(stale.status).toBe(409);
    const moved = await costOf(app, () => step("planning", "2"));
    expect([moved.response.status, moved.trips]).toEqual([303, 2]);
    expect((await step("planning", "2")).status).toBe(409);
    expect((await step("annulering", "3")).status).toBe(303);
    expect(await message()).toMatchObject({ state: "cancelled" });
    const late = await change({ gezien: "4" });
    expect(late.status).toBe(409);
  });

  test.each([
    ["onderwerp", "", "Vul een onderwerp in."],
    ["tekst", "Dag {naam},", "Haal {naam} weg."],
    ["tekst", "", "Vul de tekst van het bericht in."],
    ["dag", "2026-11-01", "Kies vandaag of een dag die nog komt."],
    ["dag", "2026-12-20", "Kies een dag op of voor de laatste dag"],
    ["dag", "morgen", "Vul de dag in waarop het bericht weggaat"],
    ["soort", "spam", "Kies uitnodiging of herinnering."],
  ])("with %s %j is refused, and what was typed stays", async (field, value, sentence) => {
    const response = await write({ [field]: value });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(textOf(html)).toContain(sentence);
    expect(html).toContain(field === "onderwerp" ? "2026-11-23" : "Nog open voor {organisatie}");
    expect(await store.db.select().from(roundMessages)).toEqual([]);
  });

  test("is the bureau's alone, on every page and for every step", async () => {
    await write();
    for (const who of ["professional", "editor", "signatory", "host", "monitoring", null] as const) {
      const status = who ? 403 : 401;
      for (const path of [
        paths.roundMessages(2026),
        paths.newRoundMessage(2026),
        paths.roundMessage(2026, FORM.id),
      ])
        expect((await app.get(path, who)).status).toBe(status);
      expect((await write({ id: "zbcdefghij0123456789" }, who)).status).toBe(status);
      expect((await app.post(paths.roundMessages(2026), {}, who)).status).toBe(status);
      for (const name of ["planning", "annulering", "proef"])
        expect((await step(name, "1", who)).status).toBe(status);
    }
    expect(await store.db.select().from(roundMessages)).toHaveLength(1);
    expect(await mailTo()).toEqual([]);
    expect((await step("toverij", "1")).status).toBe(404);
    expect((await app.get(paths.roundMessage(2026, "onbekend"), "bureau")).status).toBe(404);
    expect((await app.get(paths.roundMessages(1999), "bureau")).status).toBe(404);
  });

  test("shows each organisation its own words, who gets it and why others do not, in one round trip", async () => {
    await respond("waterrand", "ready");
    await write();
    const page = await costOf(app, () =>
      app.get(`${paths.roundMessage(2026, FORM.id)}?lid=waterrand`, "bureau"),
    );
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    const text = textOf(await page.response.text());
    expect(text).toContain("Vul Wijkteam Waterrand in tot en met dinsdag 15 december 2026.");
    expect(text).toContain("Krijgt het niet: klaar voor ondertekening.");
    expect(text).toContain("Persoon editor, Persoon signatory");
    expect(text).toContain("Niemand: er is geen contactpersoon, redacteur of tekenaar.");
  });

  test("goes as a test to who asks for it, once a click", async () => {
    await write();
    for (let click = 0; click < 2; click++)
      await app.post(
        paths.roundMessageStep(2026, FORM.id, "proef"),
        { proef: "zbcdefghij0123456789" },
        "bureau",
      );
    const mail = await store.db.select().from(outbox);
    expect(mail).toHaveLength(1);
    expect(mail[0]).toMatchObject({ toEmail: "bureau@proef.example" });
    expect(mail[0]?.subject).toMatch(/^Proef: Nog open voor Buurtkracht Lind/);
    expect(await store.db.select().from(roundMessageRecipients)).toEqual([]);
  });
});

describe("sending", () => {
  test("a reminder goes to editors and signatories of who is not ready, once, and is then sent", async () => {
    await planned("reminder");
    await respond("waterrand", "signed");
    await respond("lindestad", "in_progress");
    for (let run = 0; run < 3; run++) await clock(TODAY);
    expect(await mailTo()).toEqual(of("editor", "signatory"));
    expect(await message()).toMatchObject({ state: "sent", sentAt: TODAY });
    const [mail] = await store.db.select().from(outbox);
    expect(mail?.subject).toBe("Nog open voor Buurtkracht Lindestad");
    expect(mail?.text).toContain("tot en met dinsdag 15 december 2026");
    expect(mail?.text).toContain(`${ORIGIN}/vragenlijst/2026`);
  });

  test("an invitation goes to everybody; two runs at the same time send one mail a person", async () => {
    await planned("invitation");
    await respond("waterrand", "signed");
    await Promise.all([clock(TODAY), clock(TODAY)]);
    expect(await mailTo()).toEqual(of("editor", "signatory", "otherEditor", "otherSignatory"));
  });

  test("the contact for the questionnaire goes before editors, while that person belongs there", async () => {
    await planned("reminder");
    const contact = {
      memberId: "lindestad",
      role: "questionnaire",
      since: "2026-01-01",
      confirmedAt: TODAY,
    } as const;
    await store.db.insert(memberContacts).values({ ...contact, personId: "host" });
    await clock(TODAY);
    expect(await mailTo()).toEqual(of("host", "otherEditor", "otherSignatory"));
    await store.db.delete(memberships).where(eq(memberships.personId, "host"));
    const page = await app.get(paths.roundMessage(2026, FORM.id), "bureau");
    expect(textOf(await page.text())).toContain("Wie kreeg het?");
  });

  test("who works for two organisations gets one mail that names both", async () => {
    await store.db
      .insert(memberships)
      .values({ personId: "editor", memberId: "waterrand", role: "editor", grantedAt: TODAY });
    await planned("invitation");
    for (let run = 0; run < 3; run++) await clock(TODAY);
    const mine = await store.db.select().from(outbox).where(eq(outbox.toEmail, "editor@proef.example"));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.text).toContain("Buurtkracht Lindestad en Wijkteam Waterrand");
  });

  test("waits for its day at eight, for an open round, and stops when it is cancelled", async () => {
    await planned("invitation", "2026-11-22");
    await clock(Date.parse("2026-11-22T06:30:00Z"));
    expect(await mailTo()).toEqual([]);
    await store.db.update(rounds).set({ state: "closed" });
    await clock(TODAY + DAY);
    expect(await mailTo()).toEqual([]);
    await store.db.update(rounds).set({ state: "open" });
    await step("annulering", "1");
    await clock(TODAY + DAY);
    expect(await mailTo()).toEqual([]);
    expect((await message())?.state).toBe("cancelled");
  });

  test("mail that did not arrive stands on the pages of the round, with the way to mend it", async () => {
    await planned("invitation");
    await clock(TODAY);
    await store.db
      .update(outbox)
      .set({ failedAt: TODAY, lastError: "550 geen postvak" })
      .where(eq(outbox.toEmail, "editor@proef.example"));
    expect(textOf(await (await app.get(paths.round(2026), "bureau")).text())).toContain(
      "1 mail kwam niet aan",
    );
    const html = await (await app.get(paths.roundMessages(2026), "bureau")).text();
    expect(textOf(html)).toContain("550 geen postvak");
    expect(html).toContain(paths.personDetails("editor"));
  });
});
