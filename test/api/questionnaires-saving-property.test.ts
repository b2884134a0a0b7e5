import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { startApp } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { openScene, type Scene } from "../support/questionnaire-fixtures.ts";
import { savingEvent } from "../support/saving-event.ts";
import { type SavingGround, SavingPlay, type SavingTally } from "../support/saving-play.ts";

/** The day it was written; any other seed must do as well. */
const SEED = 20_261_122;
const MANY_EVENTS_MS = 400_000;

/** What comes out of the database waits up to so long, so that others read between a read and its write. */
const LONGEST_PAUSE_MS = 6;

let scene: Scene;
let ground: SavingGround;
let plays = 0;
const tally: SavingTally = { events: 0, acknowledged: 0, conflicts: 0, retries: 0, refused: 0, lost: 0 };

beforeAll(async () => {
  scene = await openScene();
  ground = { db: scene.db, now: TODAY, request: scene.app.request };
});
afterAll(async () => {
  await scene.close();
  console.info(`Saving with seed ${SEED}: ${JSON.stringify({ plays, ...tally })}`);
});

/** The app over a database that dawdles, each time for as long as the seed says. */
function dawdling(db: Database): SavingGround["request"] {
  let state = SEED;
  const slow = new Proxy(db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (name !== "batch") return value;
      return async (...given: Parameters<Database["batch"]>) => {
        const rows = await Reflect.apply(value as Database["batch"], target, given);
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        await new Promise((wake) => setTimeout(wake, state % LONGEST_PAUSE_MS));
        return rows;
      };
    },
  });
  return startApp(slow).request;
}

async function freshPlay(on: SavingGround): Promise<SavingPlay> {
  plays += 1;
  const play = new SavingPlay(on, `spel${plays}`, tally);
  await play.open();
  return play;
}

describe("whatever editors, tabs, sessions and networks do", () => {
  test(
    "every acknowledged answer is in the history once, and none is overwritten unseen",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(savingEvent, { minLength: 12, maxLength: 36 }), async (events) => {
          const play = await freshPlay(ground);
          for (const event of events) await play.play(event);
          expect(await play.brokenAcknowledgements()).toEqual([]);
          await play.end();
          expect(await play.brokenPromises()).toEqual([]);
        }),
        { numRuns: 30, seed: SEED, endOnFailure: true },
      );
      expect(tally.lost).toBe(0);
      // A day without trouble proves nothing.
      expect(tally.acknowledged).toBeGreaterThan(150);
      expect(tally.conflicts).toBeGreaterThan(50);
      expect(tally.retries).toBeGreaterThan(50);
      expect(tally.refused).toBeGreaterThan(20);
    },
    MANY_EVENTS_MS,
  );

  test(
    "also when several things happen at the same moment",
    async () => {
      const busy = { ...ground, request: dawdling(scene.db) };
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(savingEvent, { minLength: 2, maxLength: 5 }), { minLength: 4, maxLength: 9 }),
          async (bursts) => {
            const play = await freshPlay(busy);
            for (const burst of bursts) await Promise.all(burst.map((event) => play.play(event)));
            await play.end();
            expect(await play.brokenPromises()).toEqual([]);
          },
        ),
        { numRuns: 20, seed: SEED, endOnFailure: true },
      );
    },
    MANY_EVENTS_MS,
  );
});
