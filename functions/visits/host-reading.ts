import { type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { type HostLimits, type HostObstacle, mayReceive, NO_LIMITS, quarterOf } from "./host-load.ts";
import { hostBlackoutsOf, hostedBy, hostLimits } from "./host-queries.ts";

/** The three statements that tell what a host can bear; their rows are for `hostOf`. */
export function hostStatements(db: Database, memberId: SQLWrapper | string, now: number) {
  return [
    hostLimits(db, memberId),
    hostBlackoutsOf(db, memberId),
    hostedBy(db, memberId, quarterOf(now).from),
  ] as const;
}

/** The organisation that made this offer, for `hostStatements`. */
export const memberOfOffer = (offerId: string): SQLWrapper =>
  sql`(select member_id from visit_offers where id = ${offerId})`;

interface HostStand {
  limits: HostLimits;
  /** beginnings of agreed and past receptions since the begin of this quarter */
  hosted: readonly number[];
}

export function hostOf(
  limits: readonly Omit<HostLimits, "blackouts">[],
  blackouts: HostLimits["blackouts"],
  hosted: readonly { startsAt: number }[],
): HostStand {
  return {
    limits: { ...(limits[0] ?? NO_LIMITS), blackouts },
    hosted: hosted.map(({ startsAt }) => startsAt),
  };
}

/** Why this host cannot be asked for this day, or null when it can. */
export function obstacleOf(host: HostStand, startsAt: number | null, now: number): HostObstacle | null {
  const receiving = mayReceive(host.limits, host.hosted, startsAt, now);
  return receiving.may ? null : receiving.because;
}
