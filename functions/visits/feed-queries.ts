import { and, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { calendarFeeds, members, people, themes, visitOffers, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import { practicalColumns } from "./practical-columns.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");

/** A calendar keeps what was for a year. */
const KEPT_MS = 365 * 86_400_000;
const MOST_EVENTS = 200;

/** Whose address this is; no row for one that was replaced, taken away, or never there. */
export function feedOwner(db: Database, tokenHash: string) {
  return db
    .select({ personId: people.id })
    .from(calendarFeeds)
    .innerJoin(people, sql`${people.id} = ${calendarFeeds.personId} and ${people.removedAt} is null`)
    .where(eq(calendarFeeds.tokenHash, tokenHash));
}

/** The agreed visits that the owner of an address goes to or receives, as long as one of the teams is the owner's. */
export function feedVisits(db: Database, tokenHash: string, now: number) {
  const owner = sql`(select person_id from calendar_feeds where token_hash = ${tokenHash})`;
  return db
    .select({
      id: visits.id,
      guestName: guest.name,
      hostName: host.name,
      themeName: themes.name,
      learningQuestion: visits.learningQuestion,
      seats: visits.seats,
      startsAt: visits.startsAt,
      endsAt: visits.endsAt,
      location: visits.location,
      calendarSequence: visits.calendarSequence,
      updatedAt: visits.updatedAt,
      ...practicalColumns,
    })
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .innerJoin(host, eq(host.id, visits.hostMemberId))
    .innerJoin(themes, eq(themes.id, visits.themeId))
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .where(
      and(
        inArray(visits.state, [...AGREED_STATES, "took_place"]),
        isNotNull(visits.startsAt),
        gt(visits.endsAt, now - KEPT_MS),
        sql`exists (select 1 from memberships ms where ms.person_id = ${owner}
          and ms.member_id in (${visits.guestMemberId}, ${visits.hostMemberId}))`,
        sql`(${owner} in (${visits.guestPersonId}, ${visits.hostPersonId}) or exists (
          select 1 from visit_participants vp where vp.visit_id = ${visits.id} and vp.person_id = ${owner}
            and vp.removed_at is null))`,
      ),
    )
    .orderBy(visits.startsAt, visits.id)
    .limit(MOST_EVENTS);
}
