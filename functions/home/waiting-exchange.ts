import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { countOf } from "../../web/ui/dutch.ts";
import type { SessionScope, Viewer } from "../http/session.ts";
import type { Dated } from "./waiting.ts";

const DAY_MS = 86_400_000;
/** So long after an exchange its proposals still wait at the top of a page. */
const FRESH_DAYS = 60;

export interface ExchangeWaiting {
  year: number;
  computedAt: number;
  asGuest: number;
  asHost: number;
}

/** Proposals of the latest exchange that still wait for an answer of the viewer's organisation. */
export const waitingProposals = (db: Database, { memberId, now }: SessionScope) =>
  db.all<ExchangeWaiting>(sql`select e.year, e.computed_at as computedAt,
      sum(p.guest_member_id = ${memberId}) as asGuest, sum(p.host_member_id = ${memberId}) as asHost
    from visit_exchanges e join exchange_proposals p on p.exchange_id = e.id
    join visits v on v.id = p.visit_id
    where e.year = (select max(year) from visit_exchanges) and e.computed_at > ${now - FRESH_DAYS * DAY_MS}
      and ${memberId} in (p.guest_member_id, p.host_member_id) and p.host_member_id is not null
      and p.declined_by_guest_at is null and p.declined_by_host_at is null and v.state = 'open'
    group by e.id`);

/** One line for all proposals; those to a host only for who may answer as host. */
export function proposalLines(viewer: Viewer, rows: readonly ExchangeWaiting[]): Dated[] {
  const isHost = viewer.member?.roles.includes("host") ?? false;
  return rows.flatMap(({ year, computedAt, asGuest, asHost }) => {
    const count = asGuest + (isHost ? asHost : 0);
    if (count === 0) return [];
    return [
      {
        due: computedAt + 30 * DAY_MS,
        badge: { kind: "green", label: "werkbezoek" } as const,
        href: paths.exchange(),
        label: `${countOf(count, "voorstel", "voorstellen")} van de ruilbeurs ${year} bekijken`,
        hint: "Er is nog niets geregeld. Ongeveer 3 minuten.",
      },
    ];
  });
}
