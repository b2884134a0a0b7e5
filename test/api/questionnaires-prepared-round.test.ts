import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { responses, roundMessages, rounds } from "../../db/schema/tables.ts";
import { openRounds } from "../../functions/questionnaires/round-sending.ts";
import { paths } from "../../web/paths.ts";
import { ORIGIN, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

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

const clock = (now: number) =>
  openRounds({ db: store.db, now, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null });

describe("the messages of a round", () => {
  test("the usual plan is laid out once: an invitation, and reminders 14 and 3 days before the end", async () => {
    for (let click = 0; click < 2; click++) await app.post(paths.roundMessages(2026), {}, "bureau");
    const plan = await store.db.select().from(roundMessages).orderBy(roundMessages.scheduledOn);
    expect(plan.map(({ kind, scheduledOn, state }) => [kind, scheduledOn, state])).toEqual([
      ["invitation", "2026-11-21", "draft"],
      ["reminder", "2026-12-01", "draft"],
      ["reminder", "2026-12-12", "draft"],
    ]);
  });
});

describe("a prepared round", () => {
  beforeEach(() => store.db.update(rounds).set({ state: "concept", opensOn: "2026-11-25" }));
  const seen = "concept 2026-06-01 2026-11-25 2026-12-15 0";
  const dates = {
    peildatum: "2026-07-01",
    opent: "2026-11-26",
    sluit: "2026-12-20",
    late_antwoorden: "nee",
    gezien: seen,
  };

  test("is for nobody to answer until the clock opens it on its first day, once", async () => {
    expect((await app.get(paths.questionnaire(2026), "editor")).status).toBe(404);
    await clock(TODAY + 3 * DAY);
    expect((await store.db.select().from(rounds))[0]?.state).toBe("concept");
    for (let run = 0; run < 2; run++) await clock(TODAY + 4 * DAY);
    expect((await store.db.select().from(rounds))[0]?.state).toBe("open");
  });

  test("opens by hand from that very day", async () => {
    expect((await app.post(paths.roundMove(2026, "opening"), {}, "bureau")).status).toBe(303);
    expect((await store.db.select().from(rounds))[0]).toMatchObject({ state: "open", opensOn: "2026-11-21" });
    expect((await app.get(paths.questionnaire(2026), "editor")).status).toBe(200);
  });

  test("gets other days; the reference date stands once somebody answered", async () => {
    expect((await app.post(paths.round(2026), dates, "bureau")).status).toBe(303);
    expect((await store.db.select().from(rounds))[0]).toMatchObject({
      referenceOn: "2026-07-01",
      opensOn: "2026-11-26",
      closesOn: "2026-12-20",
    });
    await store.db.insert(responses).values({
      id: "lindestad-in_progress",
      roundId: "round-2026",
      memberId: "lindestad",
      state: "in_progress",
      startedAt: TODAY,
    });
    const moved = await app.post(
      paths.round(2026),
      { ...dates, peildatum: "2026-08-01", gezien: "concept 2026-07-01 2026-11-26 2026-12-20 0" },
      "bureau",
    );
    expect(moved.status).toBe(422);
    expect(textOf(await moved.text())).toContain("Er zijn al antwoorden over deze peildatum.");
    const turned = await app.post(
      paths.round(2026),
      { ...dates, opent: "2026-12-24", gezien: seen },
      "bureau",
    );
    expect(textOf(await turned.text())).toContain("Kies een dag op of na de eerste dag.");
  });
});
