import type { Database } from "../../db/client.ts";
import { association } from "../../db/schema/tables.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { newId } from "../http/identifiers.ts";
import { exchangeNotices, exchangeReaders } from "./exchange-notices.ts";
import { type Planned, planExchange } from "./exchange-plan.ts";
import { exchanges, receivedVisits } from "./exchange-queries.ts";
import { insertExchange, insertProposals } from "./exchange-writes.ts";
import { allOpenOffers, allOpenWishes, pairsOfAsking } from "./match-queries.ts";

/** 1,000 requests over 5,000 offers take some 17 seconds, and the time grows with the square of the requests. */
const MOST = { wishes: 2_000, offers: 20_000 } as const;

export type ExchangeMade =
  | { ok: true; planned: Planned[] }
  | { ok: false; because: "exists" | "nothing_open" | "too_many" };

/**
 * Makes the exchange of a year, whatever its size; meant for a process that has the time. Twice is once.
 *
 * @param origin public address of the site, for the mail to who has a proposal; null tells nobody
 */
export async function makeExchange(
  db: Database,
  year: number,
  now: number,
  origin: string | null,
): Promise<ExchangeMade> {
  const [made, wishes, offers, pairs, received, readers, [place]] = await db.batch([
    exchanges(db),
    allOpenWishes(db, now, MOST.wishes),
    allOpenOffers(db, now, MOST.offers),
    pairsOfAsking(db),
    receivedVisits(db, now),
    exchangeReaders(db),
    db.select().from(association),
  ]);
  if (made.some((each) => each.year === year)) return { ok: false, because: "exists" };
  if (wishes.length === 0) return { ok: false, because: "nothing_open" };
  if (wishes.length > MOST.wishes || offers.length > MOST.offers) return { ok: false, because: "too_many" };
  const planned = planExchange({ wishes, offers, pairs, received }, now);
  const id = newId();
  const notices =
    origin !== null && place
      ? exchangeNotices(db, { id, year }, planned, readers, { origin, association: place }, now)
      : [];
  await db.batch([insertExchange(db, id, year, null, now), insertProposals(db, id, planned), ...notices]);
  return { ok: true, planned };
}

/** For a demo: the exchange of this year, so that its pages have something to show; not when there was one ever. */
export async function makeFirstExchange(db: Database, now: number): Promise<void> {
  const made = await exchanges(db);
  if (made.length === 0) await makeExchange(db, Number(dayInAmsterdam(now).slice(0, 4)), now, null);
}
