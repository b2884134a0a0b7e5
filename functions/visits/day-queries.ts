import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { members, people, themes, visitOffers, visitParticipants, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

const guest = alias(members, "guest");
const HOSTED = [...AGREED_STATES, "took_place"] as const;

const onDay = (scope: SessionScope, from: number, until: number) =>
  and(
    eq(visits.hostMemberId, scope.memberId),
    inArray(visits.state, [...HOSTED]),
    gte(visits.startsAt, from),
    lt(visits.startsAt, until),
  );

/** What the organisation chosen now receives between two moments, in order of the clock. */
export function hostedVisits(db: Database, scope: SessionScope, from: number, until: number) {
  return db
    .select({
      id: visits.id,
      guestMemberName: guest.name,
      offerTitle: visitOffers.title,
      themeName: themes.name,
      learningQuestion: visits.learningQuestion,
      whatWeBring: visits.whatWeBring,
      seats: visits.seats,
      startsAt: visits.startsAt,
      endsAt: visits.endsAt,
      location: visits.location,
      hostPersonId: visits.hostPersonId,
    })
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .innerJoin(themes, eq(themes.id, visits.themeId))
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .where(onDay(scope, from, until))
    .orderBy(visits.startsAt, visits.id);
}

/** Who comes to those visits and who receives them, as far as they were invited. */
export function hostedPeople(db: Database, scope: SessionScope, from: number, until: number) {
  return db
    .select({
      visitId: visits.id,
      id: visitParticipants.id,
      side: visitParticipants.side,
      personId: visitParticipants.personId,
      name: sql<string>`coalesce(${people.name}, ${visitParticipants.name}, '')`,
      email: sql<string>`coalesce(${people.email}, ${visitParticipants.email}, '')`,
      phone: people.phone,
      note: visitParticipants.note,
      status: visitParticipants.status,
    })
    .from(visitParticipants)
    .innerJoin(visits, eq(visits.id, visitParticipants.visitId))
    .leftJoin(people, sql`${people.id} = ${visitParticipants.personId} and ${people.removedAt} is null`)
    .where(
      and(
        onDay(scope, from, until),
        sql`${visitParticipants.removedAt} is null
          and coalesce(${people.email}, ${visitParticipants.email}) is not null`,
      ),
    )
    .orderBy(visitParticipants.addedAt, visitParticipants.id);
}

/** The two people who agreed on each visit: there also before anybody was invited by us. */
export function hostedMains(db: Database, scope: SessionScope, from: number, until: number) {
  return db
    .select({
      visitId: visits.id,
      personId: people.id,
      side: sql<
        "guest" | "host"
      >`case when ${people.id} = ${visits.hostPersonId} then 'host' else 'guest' end`,
      name: people.name,
      email: people.email,
      phone: people.phone,
    })
    .from(visits)
    .innerJoin(
      people,
      sql`${people.id} in (${visits.guestPersonId}, ${visits.hostPersonId}) and ${people.removedAt} is null`,
    )
    .where(onDay(scope, from, until))
    .orderBy(people.name);
}

/** The nearest days before and after on which the organisation receives somebody. */
export function neighbouringDays(db: Database, scope: SessionScope, from: number, until: number) {
  const hosted = sql`${visits.hostMemberId} = ${scope.memberId}
    and ${visits.state} in (select value from json_each(${JSON.stringify(HOSTED)}))`;
  return db
    .select({
      before: sql<number | null>`max(case when ${visits.startsAt} < ${from} then ${visits.startsAt} end)`,
      after: sql<number | null>`min(case when ${visits.startsAt} >= ${until} then ${visits.startsAt} end)`,
    })
    .from(visits)
    .where(hosted);
}
