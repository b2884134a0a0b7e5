import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { association, members, themes, visitOffers, visitReminders, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES, type Reminder } from "../../db/visit-vocabulary.ts";
import { practicalColumns } from "./practical-columns.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");
const agreed = [...AGREED_STATES];
/** A day more than a week, for the hour that a change of the clock takes or gives. */
const FURTHEST_MS = 8 * 86_400_000;

/** Agreed visits of the coming week, with the reminders that left for the date that they have now. */
export function comingVisits(db: Database, now: number) {
  return db
    .select({
      id: visits.id,
      guestName: guest.name,
      hostName: host.name,
      guestMemberId: visits.guestMemberId,
      hostMemberId: visits.hostMemberId,
      hostPersonId: visits.hostPersonId,
      themeName: themes.name,
      learningQuestion: visits.learningQuestion,
      seats: visits.seats,
      startsAt: sql<number>`${visits.startsAt}`,
      endsAt: visits.endsAt,
      location: visits.location,
      agreedAt: sql<number>`coalesce((select min(e.at) from visit_events e where e.visit_id = ${visits.id}
        and e.starts_at = ${visits.startsAt}
        and e.state in (select value from json_each(${JSON.stringify(agreed)}))), ${visits.createdAt})`.mapWith(
        Number,
      ),
      sent: sql<string>`coalesce((select group_concat(r.kind) from visit_reminders r
        where r.visit_id = ${visits.id} and r.starts_at = ${visits.startsAt}), '')`,
      ...practicalColumns,
      association: {
        name: association.name,
        contactEmail: association.contactEmail,
        contactPhone: association.contactPhone,
      },
    })
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .innerJoin(host, eq(host.id, visits.hostMemberId))
    .innerJoin(themes, eq(themes.id, visits.themeId))
    .innerJoin(association, eq(association.id, 1))
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .where(
      and(
        inArray(visits.state, agreed),
        sql`${visits.startsAt} > ${now} and ${visits.startsAt} <= ${now + FURTHEST_MS}`,
      ),
    )
    .orderBy(visits.startsAt, visits.id);
}
export type ComingVisit = Awaited<ReturnType<typeof comingVisits>>[number];

/** Notes that a reminder leaves, unless it left before or the visit has another date by now. */
export function noteReminder(
  db: Database,
  { id, startsAt }: { id: string; startsAt: number },
  kind: Reminder,
  runId: string,
  now: number,
) {
  return db.run(sql`
    insert into visit_reminders (visit_id, kind, starts_at, run_id, sent_at)
    select id, ${kind}, starts_at, ${runId}, ${now} from visits
    where id = ${id} and starts_at = ${startsAt}
      and state in (select value from json_each(${JSON.stringify(agreed)}))
    on conflict do nothing`);
}

/** Whether this very run was the one that noted the reminder. */
export const notedBy = (runId: string): SQL =>
  sql`exists (select 1 from ${visitReminders} where ${visitReminders.runId} = ${runId})`;
