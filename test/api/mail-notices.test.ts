import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noticeSettings, outbox, people } from "../../db/schema/tables.ts";
import type { NoticeDelivery, NoticeKind } from "../../db/vocabulary.ts";
import { lastDigestMoment, sendDigests } from "../../functions/accounts/notice-digest.ts";
import { deliverDueMail } from "../../functions/mail/delivery.ts";
import { queueNotice } from "../../functions/mail/notice.ts";
import type { Message } from "../../functions/mail/port.ts";
import { composeMail } from "../../web/ui/mail.ts";
import { type CAST, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const ORIGIN = "https://plein.example";
const HOUR = 3_600_000;
const association = { name: "Proef", contactEmail: "bureau@plein.example", contactPhone: "030 123 45 67" };

let store: TemporaryDatabase;
beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
});
afterEach(() => store.close());

const choose = (
  delivery: NoticeDelivery,
  personId: keyof typeof CAST = "host",
  kind: NoticeKind = "visit_message",
) => store.db.insert(noticeSettings).values({ personId, kind, delivery, changedAt: TODAY });
const notice = (id: string, to = "host@proef.example", kind: NoticeKind = "visit_message") => ({
  id,
  to,
  kind,
  url: `${ORIGIN}/werkbezoeken/bezoek/${id}`,
  mail: composeMail({ subject: `Bericht ${id}`, paragraphs: ["Dag."], association }),
});
const tell = (...given: Parameters<typeof notice>) =>
  store.db.batch([queueNotice(store.db, notice(...given), TODAY)]);
const rows = () => store.db.select().from(outbox).orderBy(outbox.createdAt, outbox.id);
async function delivered(now: number): Promise<Message[]> {
  const sent: Message[] = [];
  await deliverDueMail(store.db, { send: async (message) => void sent.push(message) }, () => now, 100);
  return sent;
}
const digestAt = (now: number) =>
  sendDigests({ db: store.db, now, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null });

describe("a notice", () => {
  test("leaves at once without a choice, with the address where its reader chooses", async () => {
    await tell("een");
    const [mail, ...others] = await delivered(TODAY);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: "host@proef.example", subject: "Bericht een", calendar: null });
    expect(mail?.text).toContain(`${ORIGIN}/meldingen`);
    expect(mail?.html).toContain(`<a href="${ORIGIN}/meldingen">`);
  });

  test("goes at once to who has no account, without a choice that cannot be made", async () => {
    await tell("een", "collega@elders.example");
    const [mail] = await delivered(TODAY);
    expect(mail?.to).toBe("collega@elders.example");
    expect(mail?.text).not.toContain("/meldingen");
  });

  test("stays away where its kind is off, keeps no words, and other kinds still come", async () => {
    await choose("off");
    await tell("een");
    await tell("twee", "host@proef.example", "visit_reminder");
    expect((await delivered(TODAY)).map(({ id }) => id)).toEqual(["twee"]);
    expect((await rows()).find(({ id }) => id === "een")).toMatchObject({
      text: "",
      html: "",
      delivery: "off",
    });
  });

  test("follows the choice of its own reader, not of another person", async () => {
    await choose("off", "editor");
    await tell("een");
    expect(await delivered(TODAY)).toHaveLength(1);
  });

  test("happens only when its write did, and once for one id", async () => {
    const { db } = store;
    await db.batch([queueNotice(db, notice("nooit"), TODAY, sql`1 = 2`)]);
    await tell("een");
    await tell("een");
    expect((await rows()).map(({ id }) => id)).toEqual(["een"]);
  });

  test.each(["direct", "digest", "off"] as const)(
    "with '%s' lets the statement after it see a change",
    async (to) => {
      await choose(to);
      const { db } = store;
      await db.batch([
        queueNotice(db, notice("een"), TODAY),
        queueNotice(db, notice("twee", "editor@proef.example"), TODAY, sql`changes() > 0`),
      ]);
      expect((await rows()).map(({ id }) => id)).toEqual(["een", "twee"]);
    },
  );
});

describe("the digest", () => {
  const EVENING = TODAY + 9 * HOUR; // Saturday 20.00 in Amsterdam
  const SUNDAY = Date.parse("2026-11-22T06:30:00Z"); // 07.30 in Amsterdam

  beforeEach(async () => {
    await choose("digest");
  });

  test("brings all that waited in one mail, at half past seven", async () => {
    await tell("een");
    await tell("twee");
    await digestAt(EVENING);
    await digestAt(SUNDAY - 1);
    expect(await delivered(SUNDAY - 1)).toEqual([]);
    await digestAt(SUNDAY);
    const [mail, ...others] = await delivered(SUNDAY);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "host@proef.example",
      subject: "2 meldingen van Vereniging van Proefteams",
    });
    for (const words of ["Bericht een", "/bezoek/een", "Bericht twee", "/bezoek/twee", `${ORIGIN}/meldingen`])
      expect(mail?.text).toContain(words);
  });

  test("comes once: run twice, run at the same moment, run later that day", async () => {
    await tell("een");
    await Promise.all([digestAt(SUNDAY), digestAt(SUNDAY)]);
    await digestAt(SUNDAY + HOUR);
    await digestAt(SUNDAY + 24 * HOUR);
    expect(await delivered(SUNDAY + 25 * HOUR)).toHaveLength(1);
  });

  test("comes late rather than never, and without news not at all", async () => {
    await digestAt(SUNDAY);
    expect(await rows()).toEqual([]);
    await tell("een");
    await digestAt(SUNDAY + 80 * HOUR);
    expect(await delivered(SUNDAY + 80 * HOUR)).toHaveLength(1);
  });

  test("does not reach who was removed, nor tell one person's news to another", async () => {
    await choose("digest", "editor");
    await tell("een");
    await tell("twee", "editor@proef.example");
    await store.db
      .update(people)
      .set({ removedAt: SUNDAY, email: "weg@verwijderd.invalid" })
      .where(eq(people.id, "host"));
    await digestAt(SUNDAY);
    const [mail, ...others] = await delivered(SUNDAY);
    expect(others).toEqual([]);
    expect(mail?.to).toBe("editor@proef.example");
    expect(mail?.text).not.toContain("Bericht een");
  });

  test("comes also behind a row of mail whose readers were removed", async () => {
    for (let at = 0; at < 55; at += 1) {
      const id = `aa-weg-${at}`;
      const email = `${id}@verwijderd.invalid`;
      await store.db.insert(people).values({ id, name: id, email, createdAt: TODAY, removedAt: SUNDAY });
      await tell(id, email);
      await store.db
        .update(outbox)
        .set({ delivery: "digest", sentAt: null, failedAt: SUNDAY })
        .where(eq(outbox.id, id));
    }
    await tell("een");
    await digestAt(SUNDAY);
    expect((await delivered(SUNDAY)).map(({ to }) => to)).toEqual(["host@proef.example"]);
  });

  test("serves more readers than one run holds", async () => {
    for (let at = 0; at < 60; at += 1) {
      const id = `lezer-${at}`;
      await store.db.insert(people).values({ id, name: id, email: `${id}@proef.example`, createdAt: TODAY });
      await store.db
        .insert(noticeSettings)
        .values({ personId: id, kind: "visit_message", delivery: "digest", changedAt: TODAY });
      await tell(id, `${id}@proef.example`);
    }
    await digestAt(SUNDAY);
    expect((await delivered(SUNDAY)).length).toBe(50);
    await digestAt(SUNDAY + 60_000);
    expect((await delivered(SUNDAY + 60_000)).length).toBe(10);
  });
});

test.each([
  ["in winter", "2026-11-22T06:29:59Z", "2026-11-21T06:30:00Z"],
  ["in winter, on the dot", "2026-11-22T06:30:00Z", "2026-11-22T06:30:00Z"],
  ["in summer", "2026-07-01T05:30:00Z", "2026-07-01T05:30:00Z"],
  ["the morning winter time began", "2026-10-25T06:30:00Z", "2026-10-25T06:30:00Z"],
  ["an hour before that, by the new clock", "2026-10-25T05:30:00Z", "2026-10-24T05:30:00Z"],
  ["the morning summer time began", "2027-03-28T05:30:00Z", "2027-03-28T05:30:00Z"],
  ["just before that", "2027-03-28T05:29:00Z", "2027-03-27T06:30:00Z"],
])("half past seven on the clock in Amsterdam, %s", (_when, now, expected) => {
  expect(new Date(lastDigestMoment(Date.parse(now))).toISOString()).toBe(new Date(expected).toISOString());
});
