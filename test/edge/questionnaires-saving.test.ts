import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { memberships, rounds } from "../../db/schema/tables.ts";
import { seedCast, seedRound } from "../support/cast.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import { savingEvent } from "../support/saving-event.ts";
import { type SavingGround, SavingPlay, type SavingTally } from "../support/saving-play.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const SEED = 20_261_122;
const WEEK_MS = 7 * 86_400_000;

let file: TemporaryDatabase;
let edge: Edge;
let ground: SavingGround;

beforeAll(async () => {
  file = await openTemporaryDatabase();
  const { db } = file;
  await seedCast(db);
  await seedRegistry(db);
  await seedRound(db);
  const now = Date.now();
  await db.insert(memberships).values({
    ...{ personId: "host", memberId: "lindestad", role: "editor", grantedAt: now },
  });
  // The Worker has the real clock, on which the round of the other tests may have ended.
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  await db.update(rounds).set({ opensOn: day(now - WEEK_MS), closesOn: day(now + WEEK_MS) });
  edge = await startEdge(file.path, { ORIGIN: "https://plein.example" });
  ground = {
    db,
    now,
    request: (path, init) => {
      const { body } = init;
      const headers = {
        ...(init.headers as Record<string, string>),
        ...(body ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      };
      return edge.fetch(path, { ...init, headers, ...(body ? { body: String(body) } : {}) });
    },
  };
});
afterAll(async () => {
  await edge?.close();
  await file?.close();
});

test("the built Worker over HTTP loses no answer, whatever editors, tabs, sessions and networks do", async () => {
  const tally: SavingTally = { events: 0, acknowledged: 0, conflicts: 0, retries: 0, refused: 0, lost: 0 };
  let plays = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(savingEvent, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 16 }),
      async (bursts) => {
        plays += 1;
        const play = new SavingPlay(ground, `rand${plays}`, tally);
        await play.open();
        for (const burst of bursts) await Promise.all(burst.map((event) => play.play(event)));
        await play.end();
        expect(await play.brokenPromises()).toEqual([]);
      },
    ),
    { numRuns: 12, seed: SEED, endOnFailure: true },
  );
  console.info(`Saving at the edge with seed ${SEED}: ${JSON.stringify({ plays, ...tally })}`);
  expect(tally.lost).toBe(0);
  expect(tally.acknowledged).toBeGreaterThan(60);
  expect(tally.conflicts).toBeGreaterThan(20);
}, 300_000);
