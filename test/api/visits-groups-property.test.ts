import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepWaitingLists } from "../../functions/visits/telling.ts";
import { ORIGIN, startApp } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import { beginning, GroupModel, groupEvent } from "../support/group-model.ts";
import { GroupPlay, type Playground, seedPlay } from "../support/group-play.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { seedThemes } from "../support/visit-fixtures.ts";

const SEED = 20_261_122;

let store: TemporaryDatabase;
let ground: Playground;
let plays = 0;

beforeAll(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  await seedThemes(store.db);
  const { db } = store;
  const app = startApp(db);
  const tick = () =>
    keepWaitingLists({ db, now: TODAY, origin: ORIGIN, mailFrom: "plein@plein.example", replyAddress: null });
  ground = { db, now: TODAY, post: app.post, tick };
});
afterAll(() => store.close());

async function freshPlay(capacity: number, needsApproval: boolean): Promise<GroupPlay> {
  plays += 1;
  const play = new GroupPlay(ground, `spel${plays}z`, new GroupModel(capacity, needsApproval));
  await seedPlay(store.db, play, TODAY);
  return play;
}

/** A thousand events, each a request or two: on a busy machine more than the minute that a file gets. */
const MANY_ORDERS_MS = 240_000;

describe("a day with seats, a line and everything that can happen to it", () => {
  test(
    "goes exactly as a simple model says, event after event",
    async () => {
      let events = 0;
      let promotions = 0;
      await fc.assert(
        fc.asyncProperty(
          beginning,
          fc.array(groupEvent, { minLength: 10, maxLength: 30 }),
          async ({ capacity, needsApproval }, all) => {
            const play = await freshPlay(capacity, needsApproval);
            for (const event of all) {
              const statuses = await play.send(event, await play.rows());
              play.imagine(event);
              events += 1;
              for (const status of statuses) expect([200, 303, 409, 422]).toContain(status);
              expect(await play.differences()).toEqual([]);
              expect(await play.brokenPromises()).toEqual([]);
            }
            await ground.tick();
            expect(await play.wronglyTold()).toEqual([]);
            promotions += play.model.groups.reduce((sum, group) => sum + group.promotions, 0);
          },
        ),
        { numRuns: 60, seed: SEED },
      );
      // A test in which nobody ever waits proves nothing.
      expect(events).toBeGreaterThan(1000);
      expect(promotions).toBeGreaterThan(150);
    },
    MANY_ORDERS_MS,
  );

  test(
    "keeps every promise when several things happen at the same moment",
    async () => {
      let bursts = 0;
      await fc.assert(
        fc.asyncProperty(
          beginning,
          fc.array(fc.array(groupEvent, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 8 }),
          async ({ capacity, needsApproval }, all) => {
            const play = await freshPlay(capacity, needsApproval);
            for (const burst of all) {
              const rows = await play.rows();
              // The model only says which groups there are to pick from; in what order they came nobody knows.
              play.model.groups.splice(0, play.model.groups.length, ...[...rows.keys()].map(nameless));
              await Promise.all(burst.map((event) => play.send(event, rows)));
              bursts += 1;
              expect(await play.brokenPromises()).toEqual([]);
            }
            await ground.tick();
            expect(await play.wronglyTold()).toEqual([]);
          },
        ),
        { numRuns: 40, seed: SEED },
      );
      expect(bursts).toBeGreaterThan(120);
    },
    MANY_ORDERS_MS,
  );
});

const nameless = (id: string) => ({ id, seats: 1, state: "out" as const, number: null, promotions: 0 });
