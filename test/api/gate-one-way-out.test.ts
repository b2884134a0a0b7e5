import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { createWholeApp } from "../../functions/whole-app.ts";
import { startApp } from "../support/app.ts";
import type { DemoPerson } from "../support/browser.ts";
import { crawl, routesOf } from "../support/crawl.ts";
import { demoToken, openDemoDatabase } from "../support/demo.ts";
import { answerOtherwise } from "../support/other-answers.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import type { TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

/**
 * The gate is the one way out. Two associations with the same releases, in which the confidential answers of all
 * others differ: whoever looks must see the same, on every page and in every file, to the letter. So nothing that
 * is shown is made of a confidential answer, but what the gate made of it.
 */
const READERS = [null, "redacteur", "monitoring", "bureau"] as const satisfies readonly (DemoPerson | null)[];
const START: Record<string, string[]> = {
  null: ["/"],
  redacteur: ["/", "/inzicht/2024/spiegel", "/api/v1/rondes/2024/cijfers"],
  monitoring: [
    ...["/", "/inzicht/2024/kwaliteit", "/inzicht/2024/kwaliteit.csv", "/vragenlijst/2024/redenen"],
    ...["4A1", "4C1"].map(
      (concept) => `/vragenlijsten/vragenlijst-2026/vragen/item-2026-${concept.toLowerCase()}`,
    ),
  ],
  bureau: ["/"],
};

/**
 * Where the bureau sees that an organisation answered twice: of each confidential question whether both say the
 * same, and no answer. What differs there is no figure.
 */
const ANSWERED_TWICE = /^\/bureau\/rondes\/2024\/dubbel\//;

let routes: string[];
const worlds: TemporaryDatabase[] = [];
/** per reader what an address answered, in the first and in the second world */
const seen = new Map<string, { path: string; one: string; other: string }[]>();
let changed = 0;

beforeAll(async () => {
  routes = routesOf(createWholeApp({ settings: DEMO_SETTINGS } as Parameters<typeof createWholeApp>[0]));
  for (let nth = 0; nth < 2; nth++) {
    const world = await openDemoDatabase();
    worlds.push(world);
    await seedRelease(world.db, "4A1", SCALE_CELLS);
    await seedRelease(world.db, "4C1", THEME_CELLS);
    await openAnswers(world.db);
  }
  changed = await answerOtherwise(worlds[1]!.db);
  for (const reader of READERS) seen.set(String(reader), await lookAtBoth(reader));
}, 240_000);
afterAll(async () => {
  for (const { close } of worlds) await close();
});

/** What organisations opened, as the release job would store it: these answers are the same in both worlds. */
const openAnswers = (db: Database) =>
  db.run(sql`
    insert into release_openings (release_id, member_id, response_id, consent)
    select e.id, r.member_id, r.id, a.consent
    from releases e join responses r on r.round_id = e.round_id and r.state = 'signed'
    join answers a on a.response_id = r.id and a.item_id = e.item_id
      and a.consent in ('public', 'members', 'learning_group')
    where true on conflict do nothing`);

async function lookAtBoth(reader: DemoPerson | null) {
  const headers = reader ? { cookie: `sessie=${demoToken(reader)}` } : undefined;
  const [one, other] = worlds.map(({ db }) => startApp(db, { settings: DEMO_SETTINGS }));
  const bodies = new Map<string, string>();
  const look = async (app: typeof one, path: string) => {
    const response = await app!.request(path, { headers });
    const isWorkbook = /\.xlsx(\?|$)/.test(path) && response.status === 200;
    // The zip around the sheets says when it was made.
    const body = isWorkbook
      ? JSON.stringify(await readSheets(response.clone()))
      : Buffer.from(await response.clone().arrayBuffer()).toString("latin1");
    return { response, body: `${response.status} ${withoutLots(body)}` };
  };
  const visited = await crawl(
    routes,
    async (path) => {
      const { response, body } = await look(one, path);
      bodies.set(path, body);
      return response;
    },
    START[String(reader)] ?? [],
  );
  const found = [];
  // In the same order, for a look that is logged may be seen on a later page.
  for (const { path } of visited.filter(({ path }) => !ANSWERED_TWICE.test(path)))
    found.push({ path, one: bodies.get(path) ?? "", other: (await look(other, path)).body });
  return found;
}

/** Identifiers of forms are drawn for each page. */
const withoutLots = (body: string) => body.replace(/\b[0-9a-hj-km-np-tv-z]{20}\b/g, "lot");

describe.each(READERS.map(String))("as %s", (reader) => {
  test("every page and file is the same, whatever others answered in confidence", () => {
    const pages = seen.get(reader) ?? [];
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter(({ one }) => !one.startsWith("200 ")).map(({ path }) => path)).toEqual([]);
    expect(pages.filter(({ one, other }) => one !== other).map(({ path }) => path)).toEqual([]);
  });
});

test("most of the answers were different, and a fact that differs is seen", async () => {
  expect(changed).toBeGreaterThan(500);
  const [one, other] = worlds.map(({ db }) => startApp(db, { settings: DEMO_SETTINGS }));
  await worlds[1]!.db.run(sql`delete from answers where item_id = 'item-3d1' and rowid % 2 = 0`);
  const page = async (app: typeof one) =>
    (
      await app!.request("/inzicht/2024/3D1", {
        headers: { cookie: `sessie=${demoToken("redacteur")}` },
      })
    ).text();
  expect(withoutLots(await page(one))).not.toBe(withoutLots(await page(other)));
});
