import { afterEach, beforeEach, expect, test } from "vitest";
import { outbox } from "../../db/schema/tables.ts";
import { takeBounce } from "../../functions/mail/bounce.ts";
import { deliverDueMail } from "../../functions/mail/delivery.ts";
import { queueMail } from "../../functions/mail/outbox.ts";
import { startApp } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { TEST_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const REPLY = "antwoord@plein.example";
let store: TemporaryDatabase;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await queueMail(
    store.db,
    { id: "mail1", to: "weg@proef.example", subject: "S", text: "T", html: "H", calendar: null },
    TODAY,
  );
});
afterEach(() => store.close());

const row = async () => (await store.db.select().from(outbox))[0];
const sent = () => deliverDueMail(store.db, { send: async () => undefined }, () => TODAY);

/** A delivery status notification as mail servers write it (RFC 3464). */
const notification = ({ to = REPLY, action = "failed", messageId = "<mail1@plein.example>" } = {}) =>
  new TextEncoder().encode(
    [
      "From: MAILER-DAEMON@proef.example",
      `To: ${to}`,
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="grens"',
      "",
      "--grens",
      "Content-Type: text/plain",
      "",
      "This is the mail system.",
      "--grens",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.proef.example",
      "",
      "Final-Recipient: rfc822; weg@proef.example",
      `Action: ${action}`,
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 no such user",
      "",
      "--grens",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${messageId}`,
      "Subject: S",
      "",
      "--grens--",
      "",
    ].join("\r\n"),
  );
const take = (raw: Uint8Array, now = TODAY + 1) =>
  takeBounce({ db: store.db, now }, raw, { replyAddress: REPLY });

test("a mail that came back is known by the address it returns to, once", async () => {
  await sent();
  const raw = notification({
    to: "antwoord+retour-mail1@plein.example",
    messageId: "<ander@elders.example>",
  });
  expect(await take(raw)).toBe("bounced");
  expect(await row()).toMatchObject({ bouncedAt: TODAY + 1, lastError: "5.1.1 550 no such user" });
  expect(await take(raw, TODAY + 2)).toBe("unknown");
  expect((await row())?.bouncedAt).toBe(TODAY + 1);
});

test("and else by the Message-ID in what is given back", async () => {
  await sent();
  expect(await take(notification())).toBe("bounced");
  expect((await row())?.bouncedAt).toBe(TODAY + 1);
});

test("a delay, a mail of somebody else and one that never left are no bounce of ours", async () => {
  expect(await take(notification())).toBe("unknown");
  await sent();
  expect(await take(notification({ action: "delayed" }))).toBeNull();
  expect(await take(notification({ messageId: "<vreemd@elders.example>" }))).toBe("unknown");
  expect(await take(new TextEncoder().encode("Subject: Hoi\r\n\r\nDag"))).toBeNull();
  expect(await take(new Uint8Array([0, 255, 1]))).toBeNull();
  expect((await row())?.bouncedAt).toBeNull();
});

test("the route for answers takes it in, and the bureau sees it", async () => {
  await sent();
  const settings = { ...TEST_SETTINGS, inboundSecret: "g".repeat(40), replyAddress: REPLY };
  const app = startApp(store.db, { settings });
  const response = await app.request("/post/agenda", {
    method: "POST",
    body: notification(),
    headers: { authorization: `Bearer ${"g".repeat(40)}` },
  });
  expect([response.status, await response.text()]).toEqual([200, "bounced"]);
  expect(await (await app.get("/bureau", "bureau")).text()).toContain("550 no such user");
});

test("an address that the server does not know is given up at once; other faults are tried again", async () => {
  const refusal = (responseCode: number) => Object.assign(new Error("nee"), { responseCode });
  const failing = (fault: Error) => ({ send: () => Promise.reject(fault) });
  await deliverDueMail(store.db, failing(refusal(451)), () => TODAY);
  expect(await row()).toMatchObject({ failedAt: null, attempts: 1 });
  await deliverDueMail(store.db, failing(refusal(550)), () => TODAY + 120_000);
  expect(await row()).toMatchObject({ failedAt: TODAY + 120_000, lastError: "nee" });
});
