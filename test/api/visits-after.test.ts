import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outbox, visitActions, visitEvents, visitReflections, visits } from "../../db/schema/tables.ts";
import { askAfterwards } from "../../functions/visits/after/follow-ups.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf, seedThemes, seedVisit } from "../support/visit-fixtures.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const ENDED = TODAY - 3 * DAY_MS;
const SECRET_TEXT = "De gemeente luistert nu wel";

/** A visit of Lindestad at Waterrand that is over, unless told otherwise. */
const pastVisit = (values: Partial<typeof visits.$inferInsert> = {}) =>
  seedVisit(store.db, {
    state: "accepted",
    hostPersonId: "otherHost",
    startsAt: ENDED - 4 * HOUR_MS,
    endsAt: ENDED,
    ...values,
  });

const fields = (more: Fields = {}): Fields => ({
  eerste: SECRET_TEXT,
  tweede: "",
  derde: "Een wandeling",
  actie: "We lopen elke week een ronde.",
  eigenaar: "editor",
  versie: "0",
  namens: "lindestad",
  ...more,
});
const reflections = () => store.db.select().from(visitReflections).orderBy(visitReflections.memberId);
const stateOf = async (id: string) =>
  (await store.db.select({ state: visits.state }).from(visits).where(eq(visits.id, id)))[0]?.state;

describe("looking back", () => {
  test("keeps three answers and an action, and says that the visit took place", async () => {
    const id = await pastVisit();
    const page = await costOf(app, () => app.get(paths.visitAfter(id), "professional"));
    expect([page.response.status, page.trips]).toEqual([200, 1]);
    const saved = await costOf(app, () => app.post(paths.visitAfter(id), fields(), "professional"));
    expect([saved.response.status, saved.trips]).toEqual([303, 2]);
    expect(await reflections()).toMatchObject([{ memberId: "lindestad", first: SECRET_TEXT, revision: 1 }]);
    expect(await store.db.select().from(visitActions)).toMatchObject([
      { memberId: "lindestad", ownerPersonId: "editor", action: "We lopen elke week een ronde." },
    ]);
    expect(await stateOf(id)).toBe("took_place");
    const last = (await store.db.select().from(visitEvents).where(eq(visitEvents.visitId, id))).at(-1);
    expect(last).toMatchObject({ state: "took_place", revision: 2, personId: "professional" });
  });

  test("is read by both teams, the action only by its own", async () => {
    const id = await pastVisit();
    await app.post(paths.visitAfter(id), fields(), "professional");
    const own = textOf(await (await app.get(paths.visitAfter(id), "editor")).text());
    expect(own).toContain("We lopen elke week een ronde.");
    const others = textOf(await (await app.get(paths.visitAfter(id), "otherHost")).text());
    expect(others).toContain(SECRET_TEXT);
    expect(others).not.toContain("We lopen elke week een ronde.");
    expect(others).toContain("Wat leverde het bezoek jullie op?");
  });

  test("does not exist for strangers, other members, monitoring and the bureau", async () => {
    const id = await pastVisit({ guestMemberId: "heuvelrug", guestPersonId: null });
    await store.db.insert(visitReflections).values({
      visitId: id,
      memberId: "heuvelrug",
      first: SECRET_TEXT,
      second: "",
      third: "",
      revision: 1,
      savedAt: TODAY,
    });
    for (const who of ["professional", "editor", "host", "monitoring", "bureau"] as const) {
      const page = await app.get(paths.visitAfter(id), who);
      expect([who, page.status]).toEqual([who, 404]);
      expect(await page.text()).not.toContain(SECRET_TEXT);
      expect((await app.post(paths.visitAfter(id), fields(), who)).status).toBe(404);
    }
    const stranger = await app.post(paths.visitAfter(id), fields());
    expect(stranger.status).toBe(401);
    expect(await stranger.text()).toContain(SECRET_TEXT);
    expect(await reflections()).toHaveLength(1);
  });

  test("waits until the day is over, and is not for a visit that did not take place", async () => {
    const ahead = await pastVisit({ id: "bezoek-straksxxxxxxx", endsAt: TODAY + DAY_MS });
    const page = await app.get(paths.visitAfter(ahead), "professional");
    expect(page.status).toBe(409);
    expect(textOf(await page.text())).toContain("Terugkijken kan als het bezoek is geweest.");
    const never = await pastVisit({ id: "bezoek-nooitxxxxxxxx", state: "did_not_take_place" });
    expect((await app.post(paths.visitAfter(never), fields(), "professional")).status).toBe(409);
    expect(await reflections()).toEqual([]);
  });

  test("asks at least one sentence, and a colleague for an action; what was typed stays", async () => {
    const id = await pastVisit();
    const empty = await app.post(paths.visitAfter(id), fields({ eerste: " " }), "professional");
    expect(empty.status).toBe(422);
    const text = await empty.text();
    expect(textOf(text)).toContain("Beantwoord deze vraag, al is het met één zin.");
    expect(text).toContain("We lopen elke week een ronde.");
    const nobody = await app.post(paths.visitAfter(id), fields({ eigenaar: "" }), "professional");
    expect(textOf(await nobody.text())).toContain("Kies wie deze actie oppakt.");
    const foreign = await app.post(paths.visitAfter(id), fields({ eigenaar: "otherHost" }), "professional");
    expect([foreign.status, textOf(await foreign.text()).includes("Kies een collega uit de lijst.")]).toEqual(
      [422, true],
    );
    expect(await reflections()).toEqual([]);
    expect(await stateOf(id)).toBe("accepted");
  });

  test("twice is once; a colleague's text is never overwritten unseen", async () => {
    const id = await pastVisit();
    await app.post(paths.visitAfter(id), fields(), "professional");
    expect((await app.post(paths.visitAfter(id), fields(), "professional")).status).toBe(303);
    const late = await app.post(paths.visitAfter(id), fields({ eerste: "Iets anders" }), "editor");
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain("Iets anders");
    expect(text).toContain(SECRET_TEXT);
    expect(await reflections()).toMatchObject([{ first: SECRET_TEXT }]);
    const events = await store.db.select().from(visitEvents).where(eq(visitEvents.visitId, id));
    expect(events.filter(({ state }) => state === "took_place")).toHaveLength(1);
  });

  test("the same answers on an old page do not bring back an action that a colleague changed", async () => {
    const id = await pastVisit();
    await app.post(paths.visitAfter(id), fields(), "professional");
    await app.post(paths.visitAfter(id), fields({ versie: "1", actie: "Een ander plan" }), "editor");
    const late = await app.post(paths.visitAfter(id), fields({ versie: "1" }), "professional");
    expect(late.status).toBe(409);
    expect((await app.post(paths.visitAfter(id), fields({ actie: "" }), "professional")).status).toBe(409);
    expect(await store.db.select().from(visitActions)).toMatchObject([{ action: "Een ander plan" }]);
  });

  test("on behalf of another organisation than the form's is refused, with the text kept", async () => {
    const id = await pastVisit();
    const answer = await app.post(paths.visitAfter(id), fields({ namens: "heuvelrug" }), "professional");
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(SECRET_TEXT);
    expect(await reflections()).toEqual([]);
  });
});

describe("by the clock", () => {
  const run = (now: number) =>
    askAfterwards({ db: store.db, now, origin: ORIGIN, mailFrom: "plein@proef.example", replyAddress: null });
  const sent = () =>
    store.db
      .select({ to: outbox.toEmail, subject: outbox.subject })
      .from(outbox)
      .orderBy(outbox.createdAt, outbox.toEmail);

  test("both sides are asked two days later, once, and the owner after 90 and 270 days", async () => {
    const id = await pastVisit();
    await run(ENDED + 2 * DAY_MS - 1);
    expect(await sent()).toEqual([]);
    await run(ENDED + 2 * DAY_MS);
    await run(ENDED + 2 * DAY_MS);
    expect(await sent()).toEqual([
      { to: "otherhost@proef.example", subject: "Hoe was het werkbezoek met Buurtkracht Lindestad?" },
      { to: "professional@proef.example", subject: "Hoe was het werkbezoek met Wijkteam Waterrand?" },
    ]);
    await app.post(paths.visitAfter(id), fields(), "professional");
    await store.db.delete(outbox);
    for (let day = 3; day < 365; day += 1) await run(ENDED + day * DAY_MS);
    expect(await sent()).toEqual([
      { to: "editor@proef.example", subject: "Hoe staat het met jullie actie, na drie maanden?" },
      { to: "editor@proef.example", subject: "Hoe staat het met jullie actie, na negen maanden?" },
    ]);
  });

  test("who wrote already, did not go, or answered before is not asked", async () => {
    const id = await pastVisit();
    await app.post(paths.visitAfter(id), fields({ actie: "", eigenaar: "" }), "professional");
    await pastVisit({ id: "bezoek-nietxxxxxxxxx", state: "did_not_take_place" });
    await pastVisit({ id: "bezoek-afgezegdxxxxx", state: "cancelled" });
    await store.db
      .update(visits)
      .set({ hostMemberId: "heuvelrug", hostPersonId: null })
      .where(eq(visits.id, id));
    for (let day = 2; day < 365; day += 1) await run(ENDED + day * DAY_MS);
    expect(await sent()).toEqual([]);
  });
});
