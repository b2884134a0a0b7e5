import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, visitEvents, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, DAY, momentFields, seedOffer, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const visitOf = async (id: string) =>
  (await store.db.select().from(visits).where(eq(visits.id, id)))[0] as typeof visits.$inferSelect;
const mail = () => store.db.select().from(outbox).orderBy(outbox.toEmail);
const events = (id: string) =>
  store.db.select().from(visitEvents).where(eq(visitEvents.visitId, id)).orderBy(visitEvents.revision);

describe("a request", () => {
  test("is accepted with the day of the offer, and both sides get the invitation", async () => {
    const id = await seedVisit(store.db, { offerId: await seedOffer(store.db, DAY), ...DAY });
    const { response, trips } = await costOf(app, () =>
      app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    expect(await visitOf(id)).toMatchObject({
      state: "accepted",
      revision: 2,
      hostPersonId: "otherHost",
      calendarSequence: 1,
      ...DAY,
    });
    const sent = await mail();
    expect(sent.map(({ toEmail }) => toEmail)).toEqual([
      "otherhost@proef.example",
      "professional@proef.example",
    ]);
    for (const each of sent) {
      expect(each.calendarMethod).toBe("REQUEST");
      expect(each.calendar).toContain(`UID:${id}@wijkteamplein`);
      expect(each.subject.length).toBeLessThan(60);
    }
  });

  test("without a day is accepted with one, and not without", async () => {
    const id = await seedVisit(store.db);
    const without = await app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost");
    expect(without.status).toBe(422);
    expect(textOf(await without.text())).toContain("Vul een datum in, bijvoorbeeld 1-12-2026.");
    expect((await visitOf(id)).state).toBe("requested");
    const response = await app.post(paths.visitMove(id, "acceptatie"), momentFields(1), "otherHost");
    expect(response.status).toBe(303);
    expect(await visitOf(id)).toMatchObject({ state: "accepted", location: "Kade 1, Waterrand", ...DAY });
  });

  test("is declined with a reason that the guest reads", async () => {
    const id = await seedVisit(store.db);
    const without = await app.post(
      paths.visitMove(id, "afwijzing"),
      { revisie: "1", reden: "" },
      "otherHost",
    );
    expect(without.status).toBe(422);
    const fields = { revisie: "1", reden: "Wij verhuizen in december." };
    expect((await app.post(paths.visitMove(id, "afwijzing"), fields, "otherHost")).status).toBe(303);
    const [sent, ...others] = await mail();
    expect(others).toEqual([]);
    expect(sent).toMatchObject({ toEmail: "professional@proef.example", calendar: null });
    expect(sent?.text).toContain("Reden: Wij verhuizen in december.");
  });

  test("goes back and forth until both agree on a day", async () => {
    const id = await seedVisit(store.db, { offerId: await seedOffer(store.db) });
    const post = (noun: string, fields: Record<string, string | string[]>, as: "otherHost" | "editor") =>
      app.post(paths.visitMove(id, noun), fields, as);
    expect((await post("tegenvoorstel", momentFields(1), "otherHost")).status).toBe(303);
    expect((await visitOf(id)).state).toBe("counter_proposed");
    expect((await post("instemming", { revisie: "2" }, "otherHost")).status).toBe(409);
    const later = momentFields(2, { datum: "8-12-2026", van: "9.30", bericht: "Dan kunnen we allemaal." });
    expect((await post("tegenvoorstel", later, "editor")).status).toBe(303);
    expect((await visitOf(id)).state).toBe("requested");
    expect((await post("instemming", { revisie: "3" }, "otherHost")).status).toBe(303);
    expect(await visitOf(id)).toMatchObject({
      state: "accepted",
      revision: 4,
      startsAt: Date.parse("2026-12-08T08:30:00Z"),
    });
    expect(
      (await mail()).map(({ toEmail, calendarMethod }) => [toEmail.split("@")[0], calendarMethod]),
    ).toEqual([
      ["otherhost", null],
      ["otherhost", "REQUEST"],
      ["professional", null],
      ["professional", "REQUEST"],
    ]);
  });

  test("is taken back by a colleague of who asked", async () => {
    const id = await seedVisit(store.db);
    expect((await app.get(paths.visitMove(id, "intrekking"), "editor")).status).toBe(200);
    expect((await app.post(paths.visitMove(id, "intrekking"), { revisie: "1" }, "editor")).status).toBe(303);
    expect((await visitOf(id)).state).toBe("withdrawn");
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual(["otherhost@proef.example"]);
  });
});

describe("an open question", () => {
  const open = { hostMemberId: null, state: "open" as const };

  test("is answered by a host of any other organisation, and the guest decides", async () => {
    const id = await seedVisit(store.db, open);
    const invite = await app.post(paths.visitMove(id, "uitnodiging"), momentFields(1), "otherHost");
    expect(invite.status).toBe(303);
    expect(await visitOf(id)).toMatchObject({
      state: "counter_proposed",
      hostMemberId: "waterrand",
      hostPersonId: "otherHost",
    });
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual(["professional@proef.example"]);
    expect((await app.post(paths.visitMove(id, "instemming"), { revisie: "2" }, "professional")).status).toBe(
      303,
    );
    expect((await visitOf(id)).state).toBe("accepted");
  });

  test("goes to one of two hosts who invite at once", async () => {
    const id = await seedVisit(store.db, { ...open, guestMemberId: "heuvelrug", guestPersonId: null });
    const both = await Promise.all([
      app.post(paths.visitMove(id, "uitnodiging"), momentFields(1), "otherHost"),
      app.post(paths.visitMove(id, "uitnodiging"), momentFields(1), "host"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404].sort());
    expect(await events(id)).toHaveLength(2);
  });

  test.each([
    ["somebody who is no host", "otherEditor", 403],
    ["the team that asked", "host", 409],
    ["the association's staff", "bureau", 403],
    ["a stranger", null, 401],
  ] as const)("is not answered by %s", async (_who, as, status) => {
    const id = await seedVisit(store.db, open);
    expect((await app.post(paths.visitMove(id, "uitnodiging"), momentFields(1), as)).status).toBe(status);
    expect((await visitOf(id)).state).toBe("open");
  });
});
