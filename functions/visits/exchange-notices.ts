import { sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { type ExchangeWords, exchangeMail } from "../../web/visits/exchange-emails.ts";
import { newId } from "../http/identifiers.ts";
import { queueNotice } from "../mail/notice.ts";
import type { Planned } from "./exchange-plan.ts";
import { isOf } from "./visit-people.ts";

/** Somebody who hears of proposals: as guest of one request, or as host of an organisation. */
export interface ExchangeReader {
  side: "guest" | "host";
  /** of the request for a guest, of the organisation for a host */
  about: string;
  email: string;
}

const guestIsThere = isOf(sql`v.guest_person_id`, sql`v.guest_member_id`);

/**
 * Everybody who may have to hear of an exchange: who asked (when that person left, the hosts and editors of that
 * organisation), and the hosts of organisations with an offer.
 */
export const exchangeReaders = (db: Database) =>
  db.all<ExchangeReader>(sql`
    select 'guest' as side, v.id as about, p.email as email from visits v join people p on p.id in (
        select v.guest_person_id where ${guestIsThere}
        union select person_id from memberships
          where member_id = v.guest_member_id and role in ('host', 'editor') and not ${guestIsThere})
      where v.state = 'open' and p.removed_at is null
    union all
    select 'host', ms.member_id, p.email from memberships ms join people p on p.id = ms.person_id
      where p.removed_at is null and ms.role = 'host' and exists (
        select 1 from visit_offers o where o.member_id = ms.member_id and o.state = 'published')`);

/** From where the notices leave. */
export interface ExchangeSite {
  /** public address without a slash at the end */
  origin: string;
  association: ExchangeWords["association"];
}

/**
 * One notice for everybody for whom an exchange has proposals, however many those are. They belong in the batch
 * that stores it, and leave only when this very exchange was stored: a second start of the same year tells nobody.
 */
export function exchangeNotices(
  db: Database,
  exchange: { id: string; year: number },
  planned: readonly Planned[],
  readers: readonly ExchangeReader[],
  { origin, association }: ExchangeSite,
  now: number,
): Statement[] {
  const url = `${origin}${paths.exchange()}`;
  const isStored = sql`exists (select 1 from visit_exchanges where id = ${exchange.id})`;
  return [...countsOf(planned, readers)].map(([to, counts]) => {
    const mail = exchangeMail({ ...counts, year: exchange.year, association }, url);
    return queueNotice(db, { id: newId(), to, kind: "visit_request", mail, url }, now, isStored);
  });
}

/** How many proposals there are for each address, as guest and as host; nobody without one. */
function countsOf(planned: readonly Planned[], readers: readonly ExchangeReader[]) {
  const proposals = new Map<string, number>();
  for (const { visitId, hostMemberId } of planned) {
    if (hostMemberId === null) continue;
    proposals.set(`guest ${visitId}`, 1);
    proposals.set(`host ${hostMemberId}`, (proposals.get(`host ${hostMemberId}`) ?? 0) + 1);
  }
  const counts = new Map<string, { asGuest: number; asHost: number }>();
  for (const { side, about, email } of readers) {
    const count = proposals.get(`${side} ${about}`) ?? 0;
    if (count === 0) continue;
    const known = counts.get(email) ?? { asGuest: 0, asHost: 0 };
    counts.set(
      email,
      side === "guest"
        ? { ...known, asGuest: known.asGuest + count }
        : { ...known, asHost: known.asHost + count },
    );
  }
  return counts;
}
