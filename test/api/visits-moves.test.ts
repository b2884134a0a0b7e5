import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  momentFields,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
} from "../support/visit-fixtures.ts";

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

describe("requesting a visit", () => {
  test("reaches every host of the organisation and waits for them", async () => {
    const offer = await seedOffer(store.db, DAY);
    const { response, trips } = await costOf(app, () =>
      app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional"),
    );
    expect([response.status, trips]).toEqual([303, 2]);
    expect(locationOf(response)).toBe(`${paths.visit(idOf("nieuwbezoek"))}?melding=aangevraagd`);
    const visit = await visitOf(idOf("nieuwbezoek"));
    expect(visit).toMatchObject({ state: "requested", hostMemberId: "waterrand", seats: 2, ...DAY });
    expect((await mail()).map(({ toEmail }) => toEmail)).toEqual(["otherhost@proef.example"]);
    expect(await events(visit.id)).toHaveLength(1);
  });

  test("sent twice makes one visit and one mail", async () => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer });
    const both = await Promise.all([
      app.post(paths.newVisit(), fields, "professional"),
      app.post(paths.newVisit(), fields, "professional"),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await store.db.select().from(visits)).toHaveLength(1);
    expect(await mail()).toHaveLength(1);
    expect(await events(idOf("nieuwbezoek"))).toHaveLength(1);
  });

  test("without an offer is an open question and mails nobody", async () => {
    const response = await app.post(paths.newVisit(), requestFields(), "editor");
    expect(response.status).toBe(303);
    expect(await visitOf(idOf("nieuwbezoek"))).toMatchObject({ state: "open", hostMemberId: null });
    expect(await mail()).toEqual([]);
  });

  test("without a learning question keeps all that was typed", async () => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer, leervraag: " ", meebrengen: "Onze <aanpak>", aantal: "x" });
    const response = await app.post(paths.newVisit(), fields, "professional");
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain("Onze &lt;aanpak");
    expect(html).toContain('value="in maart"');
    expect(html.match(/Vul je leervraag in: wat wil je leren van dit bezoek\?/g)).toHaveLength(2);
    expect(textOf(html)).toContain("Vul in met hoeveel mensen je komt");
    expect(html).toContain(idOf("nieuwbezoek"));
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test("asks no more seats than there are, and a theme from the offer", async () => {
    const offer = await seedOffer(store.db, { seats: 3 });
    const fields = requestFields({ aanbod: offer, aantal: "4", thema: "thema-van-4c1" });
    const text = textOf(await (await app.post(paths.newVisit(), fields, "professional")).text());
    expect(text).toContain("Kom met minder mensen: er zijn nog 3 plekken vrij.");
    expect(text).toContain("Kies een thema uit de lijst.");
  });

  test.each([
    ["a stranger keeps what was typed", null, 401],
    ["the host's own people", "otherEditor", 403],
    ["the association's staff", "bureau", 403],
  ] as const)("%s", async (_who, as, status) => {
    const offer = await seedOffer(store.db);
    const fields = requestFields({ aanbod: offer, leervraag: "Onze eigen vraag" });
    const response = await app.post(paths.newVisit(), fields, as);
    expect(response.status).toBe(status);
    if (status === 401) expect(await response.text()).toContain("Onze eigen vraag");
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test.each([
    ["draft", 404],
    ["paused", 404],
    ["withdrawn", 404],
  ] as const)("to an offer that is %s is as if it does not exist", async (state, status) => {
    const offer = await seedOffer(store.db, { state });
    expect((await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional")).status).toBe(
      status,
    );
    expect((await app.get(`${paths.newVisit()}?aanbod=${offer}`, "professional")).status).toBe(status);
  });

  test("is refused when the offer is full or its day is past", async () => {
    const offer = await seedOffer(store.db, { seats: 1, ...DAY });
    await seedVisit(store.db, { offerId: offer, state: "accepted", ...DAY });
    const full = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
    expect(full.status).toBe(409);
    expect(textOf(await full.text())).toContain("Dit bezoek zit vol");
    app.setNow(DAY.endsAt);
    const late = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
    expect(textOf(await late.text())).toContain("De dag van dit aanbod is voorbij");
  });
});

test("a request to an offer that closes at that very moment is not lost in silence", async () => {
  const offer = await seedOffer(store.db);
  const batch = store.db.batch.bind(store.db);
  let isFirst = true;
  // Between the read and the write of the request another host pauses the offer.
  store.db.batch = (async (statements: Parameters<typeof batch>[0]) => {
    const rows = await batch(statements);
    if (isFirst) await store.db.update(visitOffers).set({ state: "paused" });
    isFirst = false;
    return rows;
  }) as unknown as typeof batch;
  const response = await app.post(paths.newVisit(), requestFields({ aanbod: offer }), "professional");
  expect(response.status).toBe(409);
  expect(textOf(await response.text())).toContain("Je aanvraag is niet verstuurd.");
  expect(await mail()).toEqual([]);
});

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
      expect(each.calendar).toContain("DTSTART:20261203T090000Z");
    }
    expect((await app.post(paths.visitMove(id, "verplaatsing"), fields, "professional")).status).toBe(409);
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
    expect((await app.post(paths.visitMove(id, noun), { revisie: "1" }, as)).status).toBe(303);
    expect((await visitOf(id)).state).toBe(state);
  });
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
