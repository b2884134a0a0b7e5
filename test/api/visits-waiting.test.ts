import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { members, outbox, visitOffers, visits } from "../../db/schema/tables.ts";
import { keepWaitingLists } from "../../functions/visits/telling.ts";
import { paths } from "../../web/paths.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import {
  costOf,
  DAY,
  idOf,
  locationOf,
  requestFields,
  seedOffer,
  seedThemes,
  seedVisit,
} from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;
let offerId: string;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
  offerId = await seedOffer(store.db, { ...DAY, seats: 4, needsApproval: false });
});
afterEach(() => store.close());

const clock = (now = TODAY) => {
  const work = { db: store.db, now, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null };
  return keepWaitingLists(work);
};
const ask = (name: string, aantal: number) =>
  app.post(
    paths.newVisit(),
    requestFields({ id: idOf(name), aanbod: offerId, aantal: String(aantal) }),
    "professional",
  );
const visitOf = async (name: string) =>
  (
    await store.db
      .select()
      .from(visits)
      .where(eq(visits.id, idOf(name)))
  )[0];
const mail = async (subject: string) =>
  (await store.db.select().from(outbox)).filter((each) => each.subject.includes(subject));
const read = async (path: string, as: CastKey) => textOf(await (await app.get(path, as)).text());
const cancel = (name: string, revisie: number) =>
  app.post(
    paths.visitMove(idOf(name), "annulering"),
    { revisie: String(revisie), reden: "Ziek" },
    "professional",
  );

describe("a day for which the host need not choose", () => {
  test("gives a place at once while there is one, and a place in line after that", async () => {
    const { response, trips } = await costOf(app, () => ask("eerste", 3));
    expect([response.status, trips]).toEqual([303, 2]);
    expect(locationOf(response)).toContain("melding=plek-gekregen");
    expect(locationOf(await ask("tweede", 2))).toContain("melding=wachtlijst");
    expect(locationOf(await ask("derde", 4))).toContain("melding=wachtlijst");
    // Fits in the one place that is left, and passes nobody who could have had it.
    expect(locationOf(await ask("kleinste", 1))).toContain("melding=plek-gekregen");
    expect(await read(paths.visit(idOf("derde")), "professional")).toContain("Jullie staan op plaats 2");
    expect(await read(paths.visit(idOf("tweede")), "professional")).toContain("Jullie staan op plaats 1");
    const groups = await read(paths.offerGroup(offerId), "otherHost");
    expect(groups).toContain("Op de wachtlijst 2");
    expect(groups).toContain("2 groepen");
  });

  test("what comes free goes in the same batch to the first group that fits; a larger one keeps its place", async () => {
    await ask("eerste", 2);
    await ask("ookeerste", 2);
    await ask("groot", 4);
    await ask("klein", 1);
    await ask("laatste", 1);
    const { response, trips } = await costOf(app, () => cancel("eerste", 2));
    expect([response.status, trips]).toEqual([303, 2]);
    expect(await visitOf("groot")).toMatchObject({ state: "waiting", waitingNumber: 3 });
    expect(await visitOf("klein")).toMatchObject({ state: "accepted", hostPersonId: "otherHost" });
    expect(await visitOf("laatste")).toMatchObject({ state: "accepted" });
    expect(await read(paths.visit(idOf("groot")), "professional")).toContain("Jullie staan op plaats 1");
    await cancel("klein", 2);
    await cancel("laatste", 2);
    expect(await visitOf("groot")).toMatchObject({ state: "waiting" });
    await cancel("ookeerste", 2);
    expect(await visitOf("groot")).toMatchObject({ state: "accepted", revision: 2, calendarSequence: 1 });
  });

  test("passes a group whose organisation left meanwhile", async () => {
    await ask("eerste", 4);
    await ask("vertrokken", 2);
    await ask("blijft", 2);
    await store.db
      .update(visits)
      .set({ guestMemberId: "heuvelrug" })
      .where(eq(visits.id, idOf("vertrokken")));
    await store.db.update(members).set({ leftOn: "2026-11-01" }).where(eq(members.id, "heuvelrug"));
    await cancel("eerste", 2);
    expect(await visitOf("vertrokken")).toMatchObject({ state: "waiting" });
    expect(await visitOf("blijft")).toMatchObject({ state: "accepted" });
  });

  test("tells both sides of a promotion once, with an invitation; and of a place in line", async () => {
    await ask("eerste", 4);
    await ask("tweede", 3);
    await clock();
    await clock();
    expect((await mail("Jullie hebben een plek")).map(({ calendarMethod }) => calendarMethod)).toEqual([
      "REQUEST",
    ]);
    expect((await mail("heeft een plek")).map(({ toEmail }) => toEmail)).toEqual(["otherhost@proef.example"]);
    expect(await mail("Op de wachtlijst bij")).toHaveLength(1);
    await cancel("eerste", 2);
    await Promise.all([clock(), clock()]);
    expect(await mail("Jullie hebben een plek")).toHaveLength(2);
    expect(await read(paths.visit(idOf("tweede")), "otherHost")).toContain("Plek gekregen");
  });

  test("tells who gets a place all that is good to know, in the mail and in the calendar", async () => {
    await store.db.update(visitOffers).set({
      ...{ practical: "Bel aan bij de zijdeur.", access: "Er is een lift.", parking: "Achter het gebouw." },
      ...{ diet: "Lunch zonder noten.", safety: "Neem een pas mee.", noPhotos: "Het wachtbord." },
    });
    await ask("eerste", 4);
    await ask("tweede", 3);
    await clock();
    await cancel("eerste", 2);
    await clock();
    const [, promoted] = await mail("Jullie hebben een plek");
    const [ofHost] = await mail("heeft een plek");
    const unfolded = (promoted?.calendar ?? "").replace(/\r?\n[ \t]/g, "");
    for (const line of [
      "Route: Bel aan bij de zijdeur.",
      "Toegang: Er is een lift.",
      "Parkeren: Achter het gebouw.",
      "Eten: Lunch zonder noten.",
      "Veiligheid: Neem een pas mee.",
      "Geen foto's van: Het wachtbord.",
    ]) {
      expect(promoted?.text).toContain(line);
      expect(unfolded).toContain(line);
      expect(ofHost?.text).not.toContain(line);
    }
  });

  test("takes no group that is larger than the day, and nobody after the last moment to apply", async () => {
    const large = await ask("groot", 5);
    expect(large.status).toBe(422);
    expect(textOf(await large.text())).toContain("Kom met minder mensen: op deze dag is plek voor 4.");
    await store.db.update(visitOffers).set({ applyBefore: TODAY });
    const late = await ask("laat", 1);
    expect(late.status).toBe(409);
    const words = await late.text();
    expect(textOf(words)).toContain("Aanmelden voor dit bezoek kan niet meer.");
    expect(words).toContain("Hoe werken jullie samen met huisartsen?");
    expect(await store.db.select().from(visits)).toEqual([]);
  });

  test("ends the waiting when the day has come, with a reason and a mail", async () => {
    await ask("eerste", 4);
    await ask("tweede", 1);
    await clock(DAY.startsAt);
    expect(await visitOf("tweede")).toMatchObject({ state: "declined", reason: "Er kwam geen plek vrij." });
    expect((await mail("kan jullie niet ontvangen")).map(({ toEmail }) => toEmail)).toEqual([
      "professional@proef.example",
    ]);
    await cancel("eerste", 2);
    expect((await visitOf("tweede"))?.state).toBe("declined");
  });

  test("gives what somebody freed without promoting anybody, a minute later", async () => {
    await ask("eerste", 4);
    await ask("tweede", 2);
    await store.db.update(visitOffers).set({ seats: 6 });
    await clock();
    expect((await visitOf("tweede"))?.state).toBe("accepted");
    expect(await mail("Jullie hebben een plek")).toHaveLength(2);
  });
});

describe("a day on which the host answers each request", () => {
  beforeEach(async () => {
    await store.db.update(visitOffers).set({ needsApproval: true });
    await seedVisit(store.db, { id: idOf("binnen"), offerId, seats: 3, state: "accepted", ...DAY });
    await seedVisit(store.db, { id: idOf("vraagt"), offerId, seats: 2, ...DAY });
  });
  const waitlist = (as: CastKey | null, revisie = "1") =>
    app.post(paths.visitMove(idOf("vraagt"), "wachtlijst"), { revisie }, as);

  test("offers the waiting list instead of a yes that cannot be", async () => {
    const page = await (await app.get(paths.visit(idOf("vraagt")), "otherHost")).text();
    expect(textOf(page)).toContain("Op de wachtlijst zetten");
    expect(textOf(page)).not.toContain("Bezoek accepteren");
    const both = await Promise.all([waitlist("otherHost"), waitlist("otherHost")]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await visitOf("vraagt")).toMatchObject({ state: "waiting", waitingNumber: 1, revision: 2 });
    expect(await mail("Op de wachtlijst bij")).toHaveLength(1);
    await cancel("binnen", 1);
    expect(await visitOf("vraagt")).toMatchObject({ state: "accepted", revision: 3 });
  });

  test.each([
    ["a stranger", null, 401],
    ["the guest", "professional", 409],
    ["a colleague of the host without that role", "otherEditor", 403],
    ["the bureau", "bureau", 404],
  ] as const)("%s puts nobody in line", async (_who, as, status) => {
    expect((await waitlist(as)).status).toBe(status);
    expect((await visitOf("vraagt"))?.state).toBe("requested");
  });

  test("with room for the group there is nothing to wait for; nobody is accepted past the line", async () => {
    await store.db.update(visitOffers).set({ seats: 5 });
    const answer = await waitlist("otherHost");
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain("Er is plek voor deze groep.");
    await store.db.update(visitOffers).set({ seats: 4 });
    await waitlist("otherHost");
    const jump = await app.post(paths.visitMove(idOf("vraagt"), "acceptatie"), { revisie: "2" }, "otherHost");
    expect(jump.status).toBe(409);
    expect(textOf(await jump.text())).toContain("De stand van dit bezoek is: op de wachtlijst.");
  });
});
