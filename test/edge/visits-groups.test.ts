import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessions } from "../../db/schema/tables.ts";
import { seedCast, tokenOf } from "../support/cast.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import { beginning, GroupModel, groupEvent } from "../support/group-model.ts";
import { GroupPlay, type Playground, seedPlay } from "../support/group-play.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { seedThemes } from "../support/visit-fixtures.ts";

const SEED = 20_261_123;

let file: TemporaryDatabase;
let edge: Edge;
let ground: Playground;

beforeAll(async () => {
  file = await openTemporaryDatabase();
  await seedCast(file.db);
  await seedThemes(file.db);
  const now = Date.now();
  // The Worker has the real clock, on which the sessions of the cast may have ended.
  await file.db.update(sessions).set({ createdAt: now, expiresAt: now + 86_400_000 });
  edge = await startEdge(file.path, { ORIGIN: "https://plein.example" });
  ground = {
    db: file.db,
    now,
    tick: () => edge.scheduled(),
    post: (path, fields, as) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const each of [value].flat()) body.append(name, each);
      const headers = {
        cookie: `sessie=${tokenOf(as)}`,
        origin: "https://plein.example",
        "content-type": "application/x-www-form-urlencoded",
      };
      return edge.fetch(path, { method: "POST", body: body.toString(), headers, redirect: "manual" });
    },
  };
});
afterAll(async () => {
  await edge?.close();
  await file?.close();
});

test("the built Worker over HTTP keeps every promise to groups: one event after another, and several at once", async () => {
  let plays = 0;
  let promotions = 0;
  let events = 0;
  await fc.assert(
    fc.asyncProperty(
      beginning,
      fc.array(groupEvent, { minLength: 12, maxLength: 22 }),
      async ({ capacity, needsApproval }, all) => {
        plays += 1;
        const play = new GroupPlay(ground, `rand${plays}z`, new GroupModel(capacity, needsApproval));
        await seedPlay(file.db, play, ground.now);
        for (const event of all) {
          const statuses = await play.send(event, await play.rows());
          play.imagine(event);
          events += 1;
          for (const status of statuses) expect([200, 303, 409, 422]).toContain(status);
          expect(await play.differences()).toEqual([]);
        }
        const rows = await play.rows();
        await Promise.all(all.slice(0, 6).map((event) => play.send(event, rows)));
        expect(await play.brokenPromises()).toEqual([]);
        await ground.tick();
        expect(await play.wronglyTold()).toEqual([]);
        promotions += play.model.groups.reduce((sum, group) => sum + group.promotions, 0);
      },
    ),
    { numRuns: 40, seed: SEED },
  );
  expect(events).toBeGreaterThan(500);
  expect(promotions).toBeGreaterThan(60);
}, 300_000);
