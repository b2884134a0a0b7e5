import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memberships, outbox, visitEvents, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { DAY, momentFields, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

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

describe("an agreed visit", () => {
  const agreed = { state: "accepted" as const, hostPersonId: "otherHost", calendarSequence: 1, ...DAY };

  test("is moved by the host with an update of the same invitation", async () => {
    const id = await seedVisit(store.db, agreed);
    const fields = momentFields(1, { datum: "2026-12-03" });
    expect((await app.post(paths.visitMove(id, "verplaatsing"), fields, "otherHost")).status).toBe(303);
    const sent = await mail();
    expect(sent).toHaveLength(2);
    for (const each of sent) {
      expect(each.calendarMethod).toBe("REQUEST");
      expect(each.calendar).toContain("SEQUENCE:2");
      expect(each.calendar).toContain("DTSTART;TZID=Europe/Amsterdam:20261203T100000");
    }
    expect((await app.post(paths.visitMove(id, "verplaatsing"), fields, "professional")).status).toBe(409);
  });

  test("moved and cancelled by a colleague of the host, it still moves in and leaves the host's calendar", async () => {
    await store.db
      .insert(memberships)
      .values({ personId: "otherEditor", memberId: "waterrand", role: "host", grantedAt: TODAY });
    const id = await seedVisit(store.db, agreed);
    const fields = momentFields(1, { datum: "2026-12-03" });
    await app.post(paths.visitMove(id, "verplaatsing"), fields, "otherEditor");
    await app.post(paths.visitMove(id, "annulering"), { revisie: "2", reden: "Ziekte" }, "otherEditor");
    const methods = (await mail())
      .filter(({ toEmail }) => toEmail === "otherhost@proef.example")
      .map(({ calendarMethod }) => calendarMethod);
    expect(methods.sort()).toEqual(["CANCEL", "REQUEST"]);
    expect((await visitOf(id)).hostPersonId).toBe("otherHost");
  });

  test.each(["otherHost", "signatory"] as const)(
    "is cancelled by %s, with a reason, and leaves the calendar",
    async (as) => {
      const id = await seedVisit(store.db, agreed);
      const address = paths.visitMove(id, "annulering");
      expect((await app.post(address, { revisie: "1", reden: "" }, as)).status).toBe(422);
      expect((await app.post(address, { revisie: "1", reden: "Ziekte" }, as)).status).toBe(303);
      const sent = await mail();
      expect(sent).toHaveLength(2);
      for (const each of sent) {
        expect(each.calendarMethod).toBe("CANCEL");
        expect(each.calendar).toContain("METHOD:CANCEL");
        expect(each.calendar).toContain("SEQUENCE:2");
        expect(each.calendar).toContain(`UID:${id}@wijkteamplein`);
        expect(each.text).toContain("Reden: Ziekte");
      }
    },
  );

  test.each([
    ["afronding", "professional", "took_place"],
    ["afronding", "otherHost", "took_place"],
    ["niet-doorgegaan", "professional", "did_not_take_place"],
  ] as const)("ends after the day: %s by %s", async (noun, as, state) => {
    const id = await seedVisit(store.db, agreed);
    const early = await app.post(paths.visitMove(id, noun), { revisie: "1" }, as);
    expect(early.status).toBe(409);
    expect(textOf(await early.text())).toContain("Dit kan pas als het bezoek voorbij is.");
    app.setNow(DAY.endsAt);
    const fields = { revisie: "1", oorzaak: "vervoer" };
    expect((await app.post(paths.visitMove(id, noun), fields, as)).status).toBe(303);
    expect(await visitOf(id)).toMatchObject({
      state,
      absenceCause: state === "took_place" ? null : "travel",
    });
  });

  test.each(["professional", "otherHost"] as const)(
    "did not happen: %s says so with one click, and why; without a cause it asks",
    async (as) => {
      const id = await seedVisit(store.db, agreed);
      app.setNow(DAY.endsAt);
      const page = await (await app.get(paths.visit(id), as)).text();
      expect(textOf(page)).toContain("Ging het bezoek niet door?");
      expect(page).toContain('name="oorzaak" value="ziekte"');
      const address = paths.visitMove(id, "niet-doorgegaan");
      const without = await app.post(address, { revisie: "1", reden: "Er viel sneeuw." }, as);
      expect(without.status).toBe(422);
      const asked = await without.text();
      expect(textOf(asked)).toContain("Kies waarom het bezoek niet doorging.");
      expect(asked).toContain("Er viel sneeuw.");
      expect((await app.post(address, { revisie: "1", oorzaak: "ziekte" }, as)).status).toBe(303);
      expect((await app.post(address, { revisie: "1", oorzaak: "ziekte" }, as)).status).toBe(303);
      expect(await events(id)).toHaveLength(2);
      expect(textOf(await (await app.get(paths.visit(id), as)).text())).toContain("Door ziekte");
    },
  );
});

describe("a move", () => {
  test("clicked twice happens once, one after the other or at the same time", async () => {
    const id = await seedVisit(store.db, DAY);
    const accept = () => app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost");
    const both = await Promise.all([accept(), accept()]);
    expect([...both, await accept()].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await events(id)).toHaveLength(2);
    expect(await mail()).toHaveLength(2);
  });

  test("to another day from a second window is no second click", async () => {
    const id = await seedVisit(store.db);
    const propose = (datum: string) =>
      app.post(paths.visitMove(id, "tegenvoorstel"), momentFields(1, { datum }), "otherHost");
    expect((await propose("2026-12-01")).status).toBe(303);
    expect((await propose("2026-12-01")).status).toBe(303);
    expect((await propose("2026-12-02")).status).toBe(409);
    expect(await visitOf(id)).toMatchObject({ revision: 2, ...DAY });
  });

  test("of two people at once happens once; the other reads how it stands", async () => {
    const id = await seedVisit(store.db, DAY);
    const both = await Promise.all([
      app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost"),
      app.post(paths.visitMove(id, "intrekking"), { revisie: "1" }, "professional"),
    ]);
    const lost = both.find(({ status }) => status === 409);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { state } = await visitOf(id);
    const word = state === "accepted" ? "afgesproken" : "ingetrokken";
    expect(textOf((await lost?.text()) ?? "")).toContain(`De stand van dit bezoek is: ${word}.`);
    expect(await events(id)).toHaveLength(2);
    const subjects = (await mail()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(state === "accepted" ? 2 : 1);
  });

  test("from an old page is refused and writes nothing", async () => {
    const id = await seedVisit(store.db, { revision: 3 });
    const fields = { revisie: "2", reden: "Past niet" };
    expect((await app.post(paths.visitMove(id, "afwijzing"), fields, "otherHost")).status).toBe(409);
    expect(await visitOf(id)).toMatchObject({ state: "requested", revision: 3 });
    expect(await mail()).toEqual([]);
  });

  test("from an old page shows its form again with what was typed, over the visit as it is now", async () => {
    const id = await seedVisit(store.db, { revision: 3 });
    const fields = momentFields(2, { datum: "2026-12-08", bericht: "Neem <iedereen> mee" });
    const stale = await app.post(paths.visitMove(id, "tegenvoorstel"), fields, "otherHost");
    const html = await stale.text();
    expect(stale.status).toBe(409);
    expect(textOf(html)).toContain("Dit bezoek is intussen veranderd.");
    expect(textOf(html)).toContain("Er is niets verstuurd.");
    expect(html).toContain("Neem &lt;iedereen> mee");
    expect(html).toContain('name="revisie" value="3"');
    const again = { ...fields, revisie: "3" };
    expect((await app.post(paths.visitMove(id, "tegenvoorstel"), again, "otherHost")).status).toBe(303);
    expect(await visitOf(id)).toMatchObject({ state: "counter_proposed", revision: 4 });
  });

  test("that is no longer possible gives back what was typed", async () => {
    const id = await seedVisit(store.db, { state: "withdrawn", revision: 2 });
    const fields = momentFields(1, { bericht: "Kom je met <drie>?\nDat past." });
    const late = await app.post(paths.visitMove(id, "tegenvoorstel"), fields, "otherHost");
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain("Kom je met &lt;drie>?\nDat past.");
    expect(textOf(html)).toMatch(/Wat je typte .*Datum 2026-12-01 .*Waar Kade 1, Waterrand/);
    const none = await app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, "otherHost");
    expect(textOf(await none.text())).not.toContain("Wat je typte");
  });

  test("on an open question that another host took gives back what was typed", async () => {
    const id = await seedVisit(store.db, {
      hostMemberId: "heuvelrug",
      state: "counter_proposed",
      revision: 2,
    });
    const fields = momentFields(1, { bericht: "Wees welkom" });
    const late = await app.post(paths.visitMove(id, "uitnodiging"), fields, "otherHost");
    expect(late.status).toBe(404);
    expect(textOf(await late.text())).toContain("Wees welkom");
  });

  test.each([
    ["a stranger", null, 401],
    ["a colleague of the host without that role", "otherEditor", 403],
    ["the guest", "professional", 409],
    ["the association's staff", "monitoring", 404],
  ] as const)("of the host is not for %s", async (_who, as, status) => {
    const id = await seedVisit(store.db, DAY);
    const response = await app.post(paths.visitMove(id, "acceptatie"), { revisie: "1" }, as);
    expect(response.status).toBe(status);
    expect((await visitOf(id)).state).toBe("requested");
    expect(await mail()).toEqual([]);
  });

  test("on somebody else's visit, or with an unknown noun, does not exist", async () => {
    const id = await seedVisit(store.db, { guestMemberId: "heuvelrug", guestPersonId: null });
    expect((await app.post(paths.visitMove(id, "intrekking"), { revisie: "1" }, "professional")).status).toBe(
      404,
    );
    expect((await app.post(paths.visitMove(id, "verzonnen"), { revisie: "1" }, "otherHost")).status).toBe(
      404,
    );
  });

  test("cannot propose a day that is past or that does not exist", async () => {
    const id = await seedVisit(store.db);
    const propose = async (fields: Record<string, string>) =>
      textOf(
        await (
          await app.post(paths.visitMove(id, "tegenvoorstel"), momentFields(1, fields), "otherHost")
        ).text(),
      );
    expect(await propose({ datum: "2026-11-20" })).toContain("Kies een datum en tijd die nog komen.");
    expect(await propose({ datum: "2026-11-31" })).toContain("Vul een datum in");
    expect(await propose({ tot: "09:00" })).toContain("Kies een eindtijd na de begintijd.");
    expect(await propose({ datum: "2027-03-28", van: "02:30" })).toContain("Deze bestaat niet");
    expect((await visitOf(id)).revision).toBe(1);
    expect(TODAY).toBeLessThan(DAY.startsAt);
  });
});
