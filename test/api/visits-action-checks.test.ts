import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actionChecks, visitActions } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
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

describe("what came of the action", () => {
  const CHECK: Fields = { uitkomst: "deels", waarom: "Te druk" };
  const withAction = async (daysAgo: number) => {
    const id = await seedVisit(store.db, {
      state: "took_place",
      hostPersonId: "otherHost",
      startsAt: TODAY - daysAgo * DAY_MS - 1,
      endsAt: TODAY - daysAgo * DAY_MS,
    });
    await store.db.insert(visitActions).values({
      visitId: id,
      memberId: "lindestad",
      action: "Een ronde",
      ownerPersonId: "editor",
      agreedAt: TODAY - daysAgo * DAY_MS,
    });
    return id;
  };

  test("is told once, with a reason unless all was applied", async () => {
    const id = await withAction(91);
    const bare = await app.post(paths.actionCheck(id, 90), { uitkomst: "niet", waarom: "" }, "editor");
    expect(bare.status).toBe(422);
    expect(textOf(await bare.text())).toContain("Vertel kort waarom.");
    const told = await costOf(app, () => app.post(paths.actionCheck(id, 90), CHECK, "editor"));
    expect([told.response.status, told.trips]).toEqual([303, 2]);
    expect(
      (await app.post(paths.actionCheck(id, 90), { uitkomst: "toegepast", waarom: "" }, "editor")).status,
    ).toBe(409);
    // A second click is harmless; another answer than what stands is not kept, and comes back with its words.
    expect((await app.post(paths.actionCheck(id, 90), CHECK, "editor")).status).toBe(303);
    const other = await app.post(paths.actionCheck(id, 90), { ...CHECK, waarom: "Nog geen geld" }, "editor");
    expect(other.status).toBe(409);
    expect(await other.text()).toContain("Nog geen geld");
    expect(await store.db.select().from(actionChecks)).toMatchObject([
      { afterDays: 90, outcome: "partly_applied", why: "Te druk" },
    ]);
  });

  test("two colleagues at the same moment: one is kept, the other hears that it was not", async () => {
    const id = await withAction(91);
    const both = await Promise.all(
      ["Te druk", "Nog geen geld"].map((waarom) =>
        app.post(paths.actionCheck(id, 90), { uitkomst: "niet", waarom }, "editor"),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await store.db.select().from(actionChecks)).toHaveLength(1);
  });

  test("is not asked early, nor of who has no action, nor of others", async () => {
    const id = await withAction(80);
    expect((await app.get(paths.actionCheck(id, 90), "editor")).status).toBe(409);
    expect((await app.get(paths.actionCheck(id, 90), "otherHost")).status).toBe(404);
    expect((await app.get(paths.actionCheck(id, 91), "editor")).status).toBe(404);
    expect((await app.post(paths.actionCheck(id, 90), CHECK, "bureau")).status).toBe(404);
    expect((await app.post(paths.actionCheck(id, 90), CHECK)).status).toBe(401);
    expect(await store.db.select().from(actionChecks)).toEqual([]);
  });
});
