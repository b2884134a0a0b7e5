import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { outbox } from "../../db/schema/tables.ts";
import { deliverDueMail, deliverRegularly } from "../../functions/mail/delivery.ts";
import { queueMail } from "../../functions/mail/outbox.ts";
import type { MailPort, Message } from "../../functions/mail/port.ts";
import { smtpMail } from "../../functions/mail/smtp.ts";
import { TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const MINUTE = 60_000;

let store: TemporaryDatabase;
let server: SMTPServer;
let received: Email[];
let refusal: Error | null;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  received = [];
  refusal = null;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => done(refusal),
    onData: async (stream, _session, done) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      received.push(await PostalMime.parse(Buffer.concat(parts)));
      done();
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
});
afterEach(async () => {
  await new Promise<void>((done) => server.close(() => done()));
  await store.close();
});

const port = (): MailPort =>
  smtpMail(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, "plein@plein.example");
const messageOf = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  to: "zoe@proef.example",
  subject: `Bericht ${id}`,
  text: "Dag Zoë",
  html: "<p>Dag Zoë</p>",
  calendar: null,
  ...more,
});
const queue = (id: string, now = TODAY, more: Partial<Message> = {}) =>
  queueMail(store.db, messageOf(id, more), now);
const rowOf = async (id: string) => (await store.db.select().from(outbox)).find((row) => row.id === id);

test("a message leaves by SMTP as it was written: accents, both versions, the invitation", async () => {
  await queue("een", TODAY, {
    subject: "Bevestigd: café in Súdwest-Fryslân",
    calendar: { content: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n", method: "CANCEL" },
  });
  expect(await deliverDueMail(store.db, port(), () => TODAY)).toBe(1);
  const [mail] = received;
  expect(mail?.subject).toBe("Bevestigd: café in Súdwest-Fryslân");
  expect(mail?.from?.address).toBe("plein@plein.example");
  expect(mail?.messageId).toBe("<een@plein.example>");
  expect(mail?.text?.trim()).toBe("Dag Zoë");
  expect(mail?.html).toContain("<p>Dag Zoë</p>");
  const calendar = mail?.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  expect(calendar?.method).toBe("CANCEL");
  expect(await rowOf("een")).toMatchObject({ sentAt: TODAY, attempts: 1, failedAt: null });
});

test("what left does not leave again", async () => {
  await queue("een");
  await deliverDueMail(store.db, port(), () => TODAY);
  expect(await deliverDueMail(store.db, port(), () => TODAY + MINUTE)).toBe(0);
  expect(received).toHaveLength(1);
});

test("mail leaves in the order in which it came, so many at a time", async () => {
  for (const [at, id] of ["drie", "een", "twee"].entries()) await queue(id, TODAY + [3, 1, 2][at]!);
  await queue("later", TODAY + 10);
  const now = () => TODAY + 5;
  expect(await deliverDueMail(store.db, port(), now, 2)).toBe(2);
  expect(await deliverDueMail(store.db, port(), now)).toBe(1);
  expect(received.map(({ subject }) => subject)).toEqual(["Bericht een", "Bericht twee", "Bericht drie"]);
});

test("two deliverers at the same moment never send one message twice", async () => {
  for (let at = 0; at < 30; at++) await queue(`bericht-${at}`);
  const both = Array.from({ length: 4 }, () => deliverDueMail(store.db, port(), () => TODAY, 10));
  await Promise.all(both);
  const subjects = received.map(({ subject }) => subject);
  expect(subjects).toHaveLength(30);
  expect(new Set(subjects).size).toBe(30);
});

test("a deliverer that died is taken over after a minute", async () => {
  await queue("een");
  const dying: MailPort = { send: () => new Promise(() => {}) };
  void deliverDueMail(store.db, dying, () => TODAY);
  await expect.poll(async () => (await rowOf("een"))?.claimedUntil).toBe(TODAY + MINUTE);
  expect(await deliverDueMail(store.db, port(), () => TODAY + MINUTE)).toBe(0);
  expect(await deliverDueMail(store.db, port(), () => TODAY + MINUTE + 1)).toBe(1);
});

test("a server that refuses is tried again with growing pauses, and given up after eight attempts", async () => {
  // 452 says that it may work later (RFC 5321, 4.2.2); without a code the server would say 550.
  refusal = Object.assign(new Error("Mailbox vol"), { responseCode: 452 });
  await queue("een");
  await queue("twee", TODAY + 1_000_000 * MINUTE);
  let now = TODAY;
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await deliverDueMail(store.db, port(), () => now)).toBe(0);
    const row = await rowOf("een");
    expect(row).toMatchObject({ attempts: attempt, sentAt: null, claimedUntil: null });
    expect(row?.lastError).toContain("Mailbox vol");
    expect(row?.failedAt).toBe(attempt === 8 ? now : null);
    pauses.push(((row?.dueAt ?? 0) - now) / MINUTE);
    // A moment too early nothing happens.
    expect(await deliverDueMail(store.db, port(), () => (row?.dueAt ?? 0) - 1)).toBe(0);
    expect((await rowOf("een"))?.attempts).toBe(attempt);
    now = row?.dueAt ?? 0;
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  refusal = null;
  await deliverDueMail(store.db, port(), () => now + MINUTE);
  expect(received).toEqual([]);
});

test("one message that is refused does not hold up the others", async () => {
  for (const id of ["een", "twee", "drie"]) await queue(id);
  const picky = port();
  const choosing: MailPort = {
    send: async (message) => {
      if (message.id === "twee") throw new Error("Onbekend adres");
      await picky.send(message);
    },
  };
  expect(await deliverDueMail(store.db, choosing, () => TODAY)).toBe(2);
  expect(await rowOf("twee")).toMatchObject({ sentAt: null, lastError: "Onbekend adres" });
});

test("the same message is queued once", async () => {
  await queue("een");
  await queue("een");
  expect(await store.db.select().from(outbox)).toHaveLength(1);
});

test("who took longer than a minute leaves the rest to whoever took it over", async () => {
  for (const id of ["een", "twee", "drie"]) await queue(id);
  let now = TODAY;
  const sent: string[] = [];
  const slow: MailPort = {
    send: async ({ id }) => {
      sent.push(`langzaam ${id}`);
      now += MINUTE + 1;
      await deliverDueMail(store.db, { send: async (message) => void sent.push(message.id) }, () => now);
    },
  };
  await deliverDueMail(store.db, slow, () => now);
  expect(sent).toEqual(["langzaam een", "een", "twee", "drie"]);
});

test("a database that is away for a moment does not stop the server", async () => {
  const faults: unknown[] = [];
  const seen = (fault: unknown) => faults.push(fault);
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const gone = await openTemporaryDatabase();
  await gone.close();
  process.on("unhandledRejection", seen);
  const { stop } = deliverRegularly(gone.db, port(), () => TODAY, 5);
  await expect.poll(() => said.mock.calls.length + faults.length).toBeGreaterThan(1);
  stop();
  process.off("unhandledRejection", seen);
  said.mockRestore();
  expect(faults).toEqual([]);
});
