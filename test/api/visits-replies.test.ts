import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, people, visitParticipants, visits } from "../../db/schema/tables.ts";
import { takeInboundMail } from "../../functions/visits/reply-mailbox.ts";
import { ORIGIN, startApp, type TestApp } from "../support/app.ts";
import { appleReply, googleReply, outlookReply, type ReplyWords } from "../support/calendar-replies.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { TEST_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, idOf, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

const VISIT = idOf("bezoek");
let store: TemporaryDatabase;
let app: TestApp;

type Row = Partial<typeof visitParticipants.$inferInsert>;
const participant = (id: string, fields: Row = {}) =>
  store.db.insert(visitParticipants).values({
    id,
    visitId: VISIT,
    side: "guest",
    replyKey: `sleutel-${id}`,
    status: "needs_action",
    sequence: 3,
    addedAt: TODAY,
    ...fields,
  });
const statusOf = async (id: string) =>
  (await store.db.select().from(visitParticipants).where(eq(visitParticipants.id, id)))[0]?.status;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  await seedVisit(store.db, { state: "accepted", ...DAY, hostPersonId: "otherHost", calendarSequence: 3 });
  await participant("vrager", { personId: "professional" });
  await participant("collega", { name: "Bo Bezoeker", email: "bo@elders.example" });
  await participant("gastheer", { personId: "otherHost", side: "host" });
  app = startApp(store.db);
});
afterEach(() => store.close());

const words = (fields: Partial<ReplyWords> = {}): ReplyWords => ({
  uid: `${VISIT}@wijkteamplein`,
  sequence: 3,
  stamp: "20261121T100000Z",
  partstat: "ACCEPTED",
  attendee: "bo@elders.example",
  from: "bo@elders.example",
  to: "agenda+sleutel-collega@plein.example",
  ...fields,
});
const asker = (fields: Partial<ReplyWords> = {}) =>
  words({
    attendee: "professional@proef.example",
    from: "professional@proef.example",
    to: "agenda+sleutel-vrager@plein.example",
    ...fields,
  });
const hand = (raw: Uint8Array, secret = TEST_SETTINGS.inboundSecret, more: Record<string, string> = {}) =>
  app.request("/post/agenda", {
    method: "POST",
    body: Buffer.from(raw),
    headers: { authorization: `Bearer ${secret}`, "content-type": "message/rfc822", ...more },
  });
const outcome = async (raw: Uint8Array) => (await hand(raw)).text();
const mails = () => store.db.select().from(outbox);

describe("an answer of a calendar, handed over by a mail server", () => {
  test.each([
    ["outlook", outlookReply],
    ["google", googleReply],
    ["apple", appleReply],
  ])("%s: is read back into the visit", async (_name, write) => {
    expect(await outcome(write(words({ partstat: "TENTATIVE" })))).toBe("kept");
    expect(await statusOf("collega")).toBe("tentative");
    expect(await outcome(write(asker({ stamp: "20261121T100100Z" })))).toBe("kept");
    expect(await statusOf("vrager")).toBe("accepted");
    expect(await statusOf("gastheer")).toBe("needs_action");
  });

  test("comes twice, or in another order, and the latest counts", async () => {
    const yes = outlookReply(words({ stamp: "20261121T100000Z" }));
    const no = outlookReply(words({ stamp: "20261121T100500Z", partstat: "DECLINED" }));
    expect(await outcome(no)).toBe("kept");
    expect(await outcome(no)).toBe("outdated");
    expect(await outcome(yes)).toBe("outdated");
    expect(await statusOf("collega")).toBe("declined");
  });

  test("to an invitation from before the visit moved does not count", async () => {
    expect(await outcome(outlookReply(words({ sequence: 2 })))).toBe("outdated");
    expect(await outcome(outlookReply(words({ sequence: 9 })))).toBe("outdated");
    expect(await statusOf("collega")).toBe("needs_action");
  });

  test("from a clock that is ahead does not keep later answers out", async () => {
    expect(await outcome(outlookReply(words({ stamp: "20990101T000000Z" })))).toBe("kept");
    app.setNow(TODAY + 60_000);
    const later = outlookReply(words({ stamp: "20990102T000000Z", partstat: "DECLINED" }));
    expect(await outcome(later)).toBe("kept");
    expect(await statusOf("collega")).toBe("declined");
  });

  test("by whom the invitation was forwarded to, answers for nobody", async () => {
    const stranger = { from: "ander@elders.example" };
    for (const write of [outlookReply, googleReply, appleReply]) {
      // With the key in hand: as the attendee, and as himself.
      expect(await outcome(write(words(stranger)))).toBe("other_sender");
      expect(await outcome(write(words({ ...stranger, attendee: "ander@elders.example" })))).toBe(
        "other_sender",
      );
      // A participant of the same visit, with the key of another.
      expect(await outcome(write(asker({ to: "agenda+sleutel-collega@plein.example" })))).toBe(
        "other_sender",
      );
    }
    expect([await statusOf("collega"), await statusOf("vrager")]).toEqual(["needs_action", "needs_action"]);
  });

  test("with a key of another visit, of nobody, of who was removed, or of a visit that ended, does nothing", async () => {
    expect(await outcome(outlookReply(words({ uid: `${idOf("ander")}@wijkteamplein` })))).toBe("unknown_key");
    expect(await outcome(outlookReply(words({ to: "agenda+raadsel@plein.example" })))).toBe("unknown_key");
    await store.db
      .update(visitParticipants)
      .set({ removedAt: TODAY })
      .where(eq(visitParticipants.id, "collega"));
    expect(await outcome(outlookReply(words()))).toBe("unknown_key");
    await store.db.update(visits).set({ state: "cancelled" });
    expect(await outcome(outlookReply(asker()))).toBe("unknown_key");
  });

  test("of a removed person is nobody's", async () => {
    await store.db
      .update(people)
      .set({ removedAt: TODAY, email: "professional@verwijderd.invalid" })
      .where(eq(people.id, "professional"));
    expect(await outcome(outlookReply(asker()))).toBe("other_sender");
  });
});

describe("when somebody declines", () => {
  const no = (fields: Partial<ReplyWords> = {}) => ({ partstat: "DECLINED", ...fields });

  test("while others still come, nobody needs to do anything", async () => {
    await outcome(outlookReply(words(no())));
    expect(await mails()).toEqual([]);
  });

  test("the last one of a side is asked to cancel properly, once, and the visit stays as it is", async () => {
    await outcome(outlookReply(words(no())));
    await outcome(outlookReply(asker(no({ stamp: "20261121T100100Z" }))));
    await outcome(outlookReply(asker(no({ stamp: "20261121T100100Z" }))));
    await outcome(outlookReply(asker({ stamp: "20261121T100200Z" })));
    await outcome(outlookReply(asker(no({ stamp: "20261121T100300Z" }))));
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ toEmail: "professional@proef.example", noticeKind: "visit_move" });
    expect(mail?.text).toContain(`${ORIGIN}/werkbezoeken/bezoek/${VISIT}`);
    expect(mail?.text).toContain("Zeg het dan af op de pagina van het bezoek");
    expect((await store.db.select().from(visits))[0]).toMatchObject({ state: "accepted", revision: 1 });
  });
});

describe("the door for a mail server", () => {
  test("opens with the secret only, and is not there without one", async () => {
    for (const secret of ["", "verkeerd", `${TEST_SETTINGS.inboundSecret}x`])
      expect((await hand(outlookReply(words()), secret)).status).toBe(401);
    expect((await app.request("/post/agenda", { method: "POST", body: "x" })).status).toBe(401);
    expect((await app.get("/post/agenda")).status).toBe(404);
    for (const lacking of [{ inboundSecret: null }, { replyAddress: null }]) {
      const closed = startApp(store.db, { settings: { ...TEST_SETTINGS, ...lacking } });
      const response = await closed.request("/post/agenda", {
        method: "POST",
        body: Buffer.from(outlookReply(words())),
        headers: { authorization: `Bearer ${TEST_SETTINGS.inboundSecret}` },
      });
      expect(response.status).toBe(404);
    }
    expect(await statusOf("collega")).toBe("needs_action");
  });

  test("takes letters and noise for what they are, and nothing that is too large", async () => {
    expect(await outcome(new TextEncoder().encode("From: a@b.example\r\n\r\nDag"))).toBe("no_calendar");
    expect((await hand(new Uint8Array(300_000))).status).toBe(413);
  });

  test("costs one look and one write", async () => {
    app.roundTrips();
    await outcome(outlookReply(words()));
    // The look is one statement on its own; only the write is a batch.
    expect(app.roundTrips()).toBe(1);
  });
});

describe("the mailbox at the edge", () => {
  const arrive = async (raw: Uint8Array, settings = TEST_SETTINGS) => {
    const rejected: string[] = [];
    const message = {
      to: "agenda+sleutel-collega@plein.example",
      raw: new Response(Buffer.from(raw)).body as ReadableStream<Uint8Array>,
      rawSize: raw.length,
      setReject: (reason: string) => void rejected.push(reason),
    };
    await takeInboundMail(message, settings, { db: store.db, now: TODAY });
    return rejected;
  };
  const checked = [
    "ARC-Authentication-Results: i=1; mx.cloudflare.net; dmarc=pass header.from=elders.example",
  ];

  test("believes an answer whose sender was checked, by the key of the envelope", async () => {
    expect(await arrive(googleReply(words({ to: "agenda@plein.example", received: checked })))).toEqual([]);
    expect(await statusOf("collega")).toBe("accepted");
  });

  test("does not believe one that nobody checked", async () => {
    expect(await arrive(googleReply(words({ received: [] })))).toEqual([]);
    expect(await outcome(googleReply(words({ received: [] })))).toBe("false_sender");
    expect(await statusOf("collega")).toBe("needs_action");
  });

  test("sends letters, and what is too large, back to their senders with a sentence", async () => {
    const [reason] = await arrive(new TextEncoder().encode("From: a@b.example\r\n\r\nDag"));
    expect(reason).toContain("leest alleen antwoorden uit een agenda");
    expect(await arrive(new Uint8Array(300_000))).toHaveLength(1);
    expect(await arrive(googleReply(words()), { ...TEST_SETTINGS, replyAddress: null })).toHaveLength(1);
  });
});
