import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { hostBlackouts, hostSettings, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { quartersFrom } from "./host-load.ts";

/** Visits that a host receives or received. */
const HOSTED: SQL = sql.raw(`(${[...AGREED_STATES, "took_place"].map((state) => `'${state}'`).join(", ")})`);
/** No day can be planned further ahead than three years; one quarter more for the lead time of a year. */
const QUARTERS_AHEAD = 17;
const DAY_MS = 86_400_000;

/** The limits of one organisation; no row when it never set any. */
export function hostLimits(db: Database, memberId: SQLWrapper | string) {
  return db
    .select({
      maxPerQuarter: hostSettings.maxPerQuarter,
      leadDays: hostSettings.leadDays,
      isPaused: hostSettings.isPaused,
      revision: hostSettings.revision,
    })
    .from(hostSettings)
    .where(sql`${hostSettings.memberId} = ${memberId}`);
}

export function hostBlackoutsOf(db: Database, memberId: SQLWrapper | string) {
  return db
    .select({ weekOn: hostBlackouts.weekOn, startsAt: hostBlackouts.startsAt, endsAt: hostBlackouts.endsAt })
    .from(hostBlackouts)
    .where(sql`${hostBlackouts.memberId} = ${memberId}`)
    .orderBy(hostBlackouts.startsAt);
}

/** Beginnings of the receptions of one organisation from `since` on, one row a visit. */
export function hostedBy(db: Database, memberId: SQLWrapper | string, since: number) {
  return db
    .select({ startsAt: sql<number>`${visits.startsAt}`.mapWith(Number) })
    .from(visits)
    .where(
      sql`${visits.hostMemberId} = ${memberId} and ${visits.state} in ${HOSTED} and ${visits.startsAt} >= ${since}`,
    );
}

/** Whether an organisation still takes part on this day, "2026-11-22". */
export const stillMember = (memberId: SQLWrapper, today: string): SQL => sql`exists (select 1 from members sm
  where sm.id = ${memberId} and (sm.left_on is null or sm.left_on > ${today}))`;

/**
 * `mayReceive` as a condition, so that a list can be counted and cut into pages. A property test holds the two
 * together. Who left the association receives nobody any more.
 *
 * @param startsAt the beginning of the wanted day; null in the row when the day is still to be found
 */
export function receives(memberId: SQLWrapper, startsAt: SQLWrapper, now: number): SQL {
  const quarters = sql.join(
    quartersFrom(now, QUARTERS_AHEAD).map(({ from, until }) => sql`(${from}, ${until})`),
    sql`, `,
  );
  const booked = sql`select count(distinct hv.starts_at) from visits hv, (values ${quarters}) q
    where hv.host_member_id = ${memberId} and hv.state in ${HOSTED}
      and coalesce(${startsAt}, ${now} + hs.lead_days * ${DAY_MS}) >= q.column1
      and coalesce(${startsAt}, ${now} + hs.lead_days * ${DAY_MS}) < q.column2
      and hv.starts_at >= q.column1 and hv.starts_at < q.column2`;
  const isJoined = sql`exists (select 1 from visits hv where hv.host_member_id = ${memberId}
    and hv.state in ${HOSTED} and hv.starts_at = ${startsAt})`;
  return sql`(${stillMember(memberId, dayInAmsterdam(now))} and not exists (select 1 from host_settings hs where hs.member_id = ${memberId} and (
    hs.is_paused = 1
    or ${startsAt} < ${now} + hs.lead_days * ${DAY_MS}
    or exists (select 1 from host_blackouts hb where hb.member_id = ${memberId}
      and hb.starts_at <= ${startsAt} and ${startsAt} < hb.ends_at)
    or (hs.max_per_quarter is not null and not ${isJoined} and (${booked}) >= hs.max_per_quarter))))`;
}
