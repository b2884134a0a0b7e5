import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cpuUsage } from "node:process";
import type { Database } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { sessionScope } from "../../functions/http/viewer.ts";
import { planExchange } from "../../functions/visits/exchange-plan.ts";
import { receivedVisits } from "../../functions/visits/exchange-queries.ts";
import {
  allOpenOffers,
  allOpenWishes,
  offersForWish,
  pairsOf,
  pairsOfAsking,
  wishOf,
} from "../../functions/visits/match-queries.ts";
import { historiesOf, offerFactsOf, wishFactsOf } from "../../functions/visits/match-reading.ts";
import { rankOffers } from "../../functions/visits/matching/ranking.ts";
import { paths } from "../../web/paths.ts";
import type { DemoPerson } from "../support/browser.ts";
import build, { WORKER_DIRECTORY } from "../support/build.ts";
import { freshDemo } from "./demo-file.ts";
import { ask, load, round } from "./load.ts";
import { signIn } from "./measured.ts";
import { startDatabase, startWorker } from "./processes.ts";
import { withOrganisations } from "./synthetic-visits.ts";

/** A page of matching, and as whom it is seen. */
const PAGES: readonly { name: string; path: string; person: DemoPerson }[] = [
  { name: "teams", path: paths.teamsForRequest("vraag-lindestad-ggz"), person: "professional" },
  { name: "requests", path: paths.requestsForOffer("aanbod-buurtplan-linde"), person: "gastheer" },
  { name: "bundles", path: paths.bundles(), person: "gastheer" },
  { name: "network", path: paths.network(), person: "professional" },
];
const WARM_UP = 20;
const REQUESTS = 40;
/** The largest exchange that is tried; the job itself takes up to 5,000 requests. */
const MOST_REQUESTS = 1_000;

/** All in milliseconds of processor: of the Worker alone for pages, of this process for the rest. */
export interface MatchingMeasure {
  organisations: number;
  /** reading and ranking the candidates of one request, the rows being there */
  ranking: number;
  candidates: number;
  pages: Record<string, number>;
  exchange: { requests: number; offers: number; placed: number; cpuMs: number };
}

/** Matching at several sizes of an association; a minute each. */
export async function measureMatching(sizes: readonly number[]): Promise<MatchingMeasure[]> {
  const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-matching-"));
  try {
    build();
    const demo = await freshDemo(join(directory, "demo"));
    const found: MatchingMeasure[] = [];
    for (const organisations of sizes) {
      const path = await withOrganisations(
        demo,
        join(directory, String(organisations)),
        organisations,
        Date.now(),
      );
      const pages = await pageCosts(path);
      const db = openEmbedded(path);
      found.push({ organisations, ...(await rankingCost(db)), pages, exchange: await exchangeCost(db) });
      db.$client.close();
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Processor time of the Worker for one view of each page; the database is another process. */
async function pageCosts(path: string): Promise<Record<string, number>> {
  const database = await startDatabase(path);
  const vars = {
    DATABASE_URL: database.url,
    ...{ DEMO: "aan", DEMO_OPENBAAR: "ja, iedereen mag als demo inloggen" },
  };
  const worker = await startWorker(join(WORKER_DIRECTORY, "worker.js"), vars, join(dirname(path), "worker"));
  try {
    const costs: Record<string, number> = {};
    for (const { name, path: address, person } of PAGES) {
      const what = { url: `${worker.url}${address}`, cookie: await signIn(worker.url, person) };
      const { status } = await ask(what);
      if (status !== 200) throw new Error(`${address} answered ${status}`);
      await load(what, WARM_UP, 1);
      const before = worker.cpuMs();
      await load(what, REQUESTS, 1);
      costs[name] = round((worker.cpuMs() - before) / REQUESTS);
    }
    return costs;
  } finally {
    await worker.stop();
    await database.stop();
  }
}

async function rankingCost(db: Database): Promise<{ ranking: number; candidates: number }> {
  const [session] = await db.all<{ id: string }>(
    "select id from sessions where person_id = 'professional' limit 1",
  );
  const now = Date.now();
  const scope = sessionScope(session?.id ?? "", now);
  const [[wish], offers, pairs] = await db.batch([
    wishOf(db, scope, "vraag-lindestad-ggz"),
    offersForWish(db, scope, "vraag-lindestad-ggz"),
    pairsOf(db, scope.memberId),
  ]);
  if (!wish) throw new Error("The measured request is not there.");
  const rank = () => rankOffers(wishFactsOf(wish), offerFactsOf(offers, now), historiesOf(pairs));
  for (let time = 0; time < WARM_UP; time++) rank();
  return { ranking: timed(rank, REQUESTS), candidates: offers.length };
}

async function exchangeCost(db: Database): Promise<MatchingMeasure["exchange"]> {
  const now = Date.now();
  const [wishes, offers, pairs, received] = await db.batch([
    allOpenWishes(db, now, MOST_REQUESTS - 1),
    allOpenOffers(db, now, 20_000),
    pairsOfAsking(db),
    receivedVisits(db, now),
  ]);
  let placed = 0;
  const cpuMs = timed(() => {
    placed = planExchange({ wishes, offers, pairs, received }, now).filter(({ offerId }) => offerId).length;
  }, 1);
  return { requests: wishes.length, offers: offers.length, placed, cpuMs };
}

function timed(work: () => unknown, times: number): number {
  const before = cpuUsage();
  for (let time = 0; time < times; time++) work();
  const { user, system } = cpuUsage(before);
  return round((user + system) / 1000 / times);
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  const found = await measureMatching(sizes.length > 0 ? sizes : [55, 1_000, 10_000]);
  console.log(JSON.stringify(found, null, 2));
}
