import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Database, Statement } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { visitOffers } from "../../db/schema/tables.ts";
import { promotion } from "../../functions/visits/promotion.ts";
import { keepWaitingLists } from "../../functions/visits/telling.ts";
import { appendEvent, insertVisit, moveVisit } from "../../functions/visits/visit-writes.ts";
import { freshDemo } from "./demo-file.ts";
import { round } from "./load.ts";
import { withOrganisations } from "./synthetic-visits.ts";

const DAY_MS = 86_400_000;
const OFFER = "aanbod-van-de-meting";
const SEATS = 20;
/** So many groups ask for a place on one day: a line longer than any association has seen. */
const GROUPS = 100;
const CANCELLED = 8;

/** Milliseconds for one batch, the middle one of all: on the embedded database, commit included. */
export interface WaitingMeasure {
  organisations: number;
  visits: number;
  /** a request that comes in line, or gets a place at once */
  apply: number;
  /** a cancellation that gives its place to the line */
  promote: number;
  promoted: number;
  /** a run of the clock that finds nothing to do */
  idleClock: number;
}

/** Waiting lists at several sizes of an association. */
export async function measureWaiting(sizes: readonly number[]): Promise<WaitingMeasure[]> {
  const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-waiting-"));
  try {
    const demo = await freshDemo(join(directory, "demo"));
    const found: WaitingMeasure[] = [];
    for (const organisations of sizes) {
      const path = await withOrganisations(
        demo,
        join(directory, String(organisations)),
        organisations,
        Date.now(),
      );
      const db = openEmbedded(path);
      found.push({ organisations, ...(await measureOne(db)) });
      db.$client.close();
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measureOne(db: Database): Promise<Omit<WaitingMeasure, "organisations">> {
  const now = Date.now();
  const day = { startsAt: now + 30 * DAY_MS, endsAt: now + 30 * DAY_MS + 3_600_000 };
  await db.insert(visitOffers).values({
    ...{ id: OFFER, memberId: "buurtkracht-lindestad", title: "Een volle dag", format: "team_visit", ...day },
    ...{ whatYouSee: "Ons werk.", forWhom: "teams", seats: SEATS, needsApproval: false, state: "published" },
    ...{ createdAt: now, updatedAt: now },
  });
  const [theme] = await db.all<{ id: string }>("select theme_id as id from visits limit 1");
  const offer = { id: OFFER, memberId: "buurtkracht-lindestad", location: "", ...day };
  const form = {
    aanbod: OFFER,
    thema: "",
    leervraag: "Hoe?",
    meebrengen: "",
    periode: "",
    vorm: null,
  } as const;
  const applications = await timings(GROUPS, (at) => {
    const id = `meting-${at}`;
    const asked = { ...form, aantal: 1 + (at % 4), reisgrens: null, reiseenheid: "minutes" } as const;
    const who = { guestMemberId: "wijkteam-waterrand", personId: "professional", hostPersonId: null };
    const visit = {
      id,
      form: asked,
      themeId: theme?.id ?? "",
      state: "waiting",
      offer,
      now,
      ...who,
    } as const;
    return [insertVisit(db, visit), appendEvent(db, id, who.personId, "", now), ...promotion(db, OFFER, now)];
  });
  const inside = await db.all<{ id: string; revision: number }>(
    `select id, revision from visits where offer_id = '${OFFER}' and state = 'accepted' order by seats desc limit ${CANCELLED}`,
  );
  const cancellations = await timings(inside.length, (at) => {
    const { id = "", revision = 0 } = inside[at] ?? {};
    const ending = {
      from: "accepted",
      to: "cancelled",
      note: "Ziek",
      moment: null,
      host: null,
      cause: null,
    } as const;
    const move = { visitId: id, seenRevision: revision, personId: "professional", now, ...ending };
    return [
      moveVisit(db, { ...move, needsOpenOffer: false, sendsInvitation: true }),
      appendEvent(db, id, "professional", "Ziek", now),
      ...promotion(db, OFFER, now),
    ];
  });
  const work = { db, now, origin: "http://localhost", mailFrom: "plein@plein.example", replyAddress: null };
  // Tells all that happened; after that there is nothing left to do.
  for (let run = 0; run < 5; run += 1) await keepWaitingLists(work);
  const idle: number[] = [];
  for (let run = 0; run < 20; run += 1) idle.push(await timed(() => keepWaitingLists(work)));
  const [counted] = await db.all<{ visits: number; promoted: number }>(
    `select (select count(*) from visits) as visits, (select count(*) from visit_events e join visits v on v.id = e.visit_id
      where v.offer_id = '${OFFER}' and e.state = 'accepted') as promoted`,
  );
  return {
    visits: counted?.visits ?? 0,
    promoted: counted?.promoted ?? 0,
    apply: middle(applications),
    promote: middle(cancellations),
    idleClock: middle(idle),
  };

  async function timings(count: number, batch: (at: number) => Statement[]): Promise<number[]> {
    const times: number[] = [];
    for (let at = 0; at < count; at += 1)
      times.push(await timed(() => db.batch(batch(at) as unknown as [Statement])));
    return times;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

const middle = (times: number[]): number =>
  round(times.sort((one, other) => one - other)[times.length >> 1] ?? 0);

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(await measureWaiting(sizes.length > 0 ? sizes : [55, 1_000, 10_000]), null, 2));
}
