import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import {
  association,
  members,
  people,
  themes,
  visitEvents,
  visitOffers,
  visits,
} from "../../db/schema/tables.ts";
import { practicalColumns } from "./practical-columns.ts";
import { AGREED_SQL } from "./seats.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");

const leaver = alias(people, "leaver");
/** What the last invitation to who handed over says. */
const leftRow = <T = string>(column: "side" | "reply_key") =>
  sql<T>`(select p.${sql.raw(column)} from visit_participants p where p.visit_id = ${visits.id}
    and p.person_id = ${visitEvents.handedFrom} order by p.removed_at desc limit 1)`;

/** So many events are told in one run; the rest a minute later. */
const MOST_EVENTS = 40;

/** What happened to several visits at once and nobody was told yet, the oldest first. */
export function untoldEvents(db: Database) {
  return (
    db
      .select({
        id: visits.id,
        eventRevision: visitEvents.revision,
        eventState: visitEvents.state,
        note: visitEvents.note,
        revision: visits.revision,
        guestMemberName: guest.name,
        hostMemberName: host.name,
        hostPersonId: visits.hostPersonId,
        themeName: themes.name,
        learningQuestion: visits.learningQuestion,
        seats: visits.seats,
        startsAt: visits.startsAt,
        endsAt: visits.endsAt,
        location: visits.location,
        ...practicalColumns,
        calendarSequence: visits.calendarSequence,
        /** who handed the visit over; null for every other event */
        handedFrom: visitEvents.handedFrom,
        leaverName: leaver.name,
        leaverEmail: leaver.email,
        leaverSide: sql<"guest" | "host">`coalesce(${leftRow("side")}, 'guest')`,
        leaverKey: leftRow<string | null>("reply_key"),
        association: {
          name: association.name,
          contactEmail: association.contactEmail,
          contactPhone: association.contactPhone,
        },
      })
      .from(visitEvents)
      .innerJoin(visits, eq(visits.id, visitEvents.visitId))
      .innerJoin(association, eq(association.id, 1))
      .innerJoin(guest, eq(guest.id, visits.guestMemberId))
      .leftJoin(host, eq(host.id, visits.hostMemberId))
      .leftJoin(leaver, and(eq(leaver.id, visitEvents.handedFrom), isNull(leaver.removedAt)))
      .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
      .innerJoin(themes, eq(themes.id, visits.themeId))
      // The very words of the partial index, so that a run without news looks at nothing.
      .where(sql`is_untold = 1`)
      .orderBy(visitEvents.at, visitEvents.visitId, visitEvents.revision)
      .limit(MOST_EVENTS)
  );
}
export type UntoldEvent = Awaited<ReturnType<typeof untoldEvents>>[number];

/** Takes an event to tell it; no row when another process took it. The mail follows in the same batch. */
export function takeEvent(db: Database, visitId: string, revision: number) {
  return db
    .update(visitEvents)
    .set({ isUntold: false })
    .where(
      and(
        eq(visitEvents.visitId, visitId),
        eq(visitEvents.revision, revision),
        eq(visitEvents.isUntold, true),
      ),
    )
    .returning({ visitId: visitEvents.visitId });
}

/** Offers with a day ahead on which a waiting group may fit: a net under every write that forgot to promote. */
export function offersToPromote(db: Database, now: number) {
  return db
    .selectDistinct({ id: visitOffers.id })
    .from(visits)
    .innerJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .where(
      sql`${visits.state} = 'waiting' and ${visits.startsAt} = ${visitOffers.startsAt} and ${visitOffers.startsAt} > ${now}
        and ${inArray(visitOffers.state, ["published", "paused"])}
        and ${visits.seats} + (select coalesce(sum(v.seats), 0) from visits v where v.offer_id = ${visitOffers.id}
          and v.state in ${AGREED_SQL} and v.starts_at = ${visitOffers.startsAt}) <= ${visitOffers.seats}`,
    )
    .limit(MOST_EVENTS);
}

const NO_PLACE = "Er kwam geen plek vrij.";

/** Ends the waiting of groups whose day has come, or whose offer was withdrawn; nobody has to do that by hand. */
export function endWaiting(db: Database, now: number) {
  const isHopeless = sql`v.state = 'waiting' and (v.starts_at <= ${now} or exists (
    select 1 from visit_offers o where o.id = v.offer_id and o.state = 'withdrawn'))`;
  return [
    db.run(sql`update visits set state = 'declined', reason = ${NO_PLACE}, revision = revision + 1, updated_at = ${now}
      where id in (select v.id from visits v where ${isHopeless})`),
    db.run(sql`insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at, is_untold)
      select v.id, v.revision, v.state, ${now}, null, ${NO_PLACE}, v.starts_at, v.ends_at, 1 from visits v
      where changes() > 0 and v.state = 'declined' and v.updated_at = ${now}
        and not exists (select 1 from visit_events e where e.visit_id = v.id and e.revision = v.revision)`),
  ] as const;
}
