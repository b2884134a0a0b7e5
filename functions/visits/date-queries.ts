import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitDateAnswers, visitDates, visits } from "../../db/schema/tables.ts";
import type { DateAnswer } from "../../db/visit-vocabulary.ts";
import { MOST_DATES } from "../../web/visits/meeting-contract.ts";
import type { VisitMoment } from "../../web/visits/moment.ts";
import type { Side } from "../../web/visits/moves.ts";
import type { SessionScope } from "../http/session.ts";
import { SEARCHING_STATES } from "./meeting-policy.ts";
import { isParty } from "./visit-queries.ts";

const answerOf = (side: Side) =>
  sql<DateAnswer | null>`(select a.answer from visit_date_answers a
    where a.date_id = ${visitDates.id} and a.side = ${side})`;

/** The moments that lie on the table for a visit, in order, with what each side said; only for its two sides. */
export function readDates(db: Database, scope: SessionScope, visitId: string) {
  return db
    .select({
      id: visitDates.id,
      startsAt: visitDates.startsAt,
      endsAt: visitDates.endsAt,
      side: visitDates.side,
      guestAnswer: answerOf("guest"),
      hostAnswer: answerOf("host"),
    })
    .from(visitDates)
    .innerJoin(visits, eq(visits.id, visitDates.visitId))
    .where(and(eq(visitDates.visitId, visitId), isNull(visitDates.withdrawnAt), isParty(scope)))
    .orderBy(visitDates.startsAt, visitDates.endsAt, visitDates.id);
}
export type DateRow = Awaited<ReturnType<typeof readDates>>[number];

/** Who does something about the dates of a visit, for which side. */
interface DateActor {
  visitId: string;
  side: Side;
  personId: string;
  now: number;
}

/** A visit that is still looking for a day: the condition of every write here. */
const isSearching = (visitId: string) => sql`exists (select 1 from visits v
  where v.id = ${visitId} and v.state in (select value from json_each(${JSON.stringify(SEARCHING_STATES)})))`;

/** Lays a moment on the table, unless it lies there already or the table is full. Its id comes from the form. */
export function proposeDate(
  db: Database,
  { visitId, side, personId, now }: DateActor,
  date: VisitMoment & { id: string },
) {
  return db.run(sql`
    insert into visit_dates (id, visit_id, starts_at, ends_at, side, person_id, created_at)
    select ${date.id}, ${visitId}, ${date.startsAt}, ${date.endsAt}, ${side}, ${personId}, ${now}
    where ${isSearching(visitId)}
      and (select count(*) from visit_dates d where d.visit_id = ${visitId} and d.withdrawn_at is null) < ${MOST_DATES}
      and not exists (select 1 from visit_dates d where d.visit_id = ${visitId} and d.withdrawn_at is null
        and d.starts_at = ${date.startsAt} and d.ends_at = ${date.endsAt})
    on conflict (id) do nothing`);
}

/** Who proposes a moment can come then; said by the side itself until it says otherwise. */
export function answerOwnDates(db: Database, { visitId, side, personId, now }: DateActor) {
  return db.run(sql`
    insert into visit_date_answers (date_id, side, answer, person_id, at)
    select d.id, d.side, 'yes', ${personId}, ${now} from visit_dates d
    where d.visit_id = ${visitId} and d.side = ${side}
    on conflict (date_id, side) do nothing`);
}

/** What a side says about one moment; the latest counts. */
export function answerDate(
  db: Database,
  { visitId, side, personId, now }: DateActor,
  dateId: string,
  answer: DateAnswer,
) {
  return db
    .insert(visitDateAnswers)
    .select(
      sql`select ${visitDates.id}, ${side}, ${answer}, ${personId}, ${now} from ${visitDates}
        where ${visitDates.id} = ${dateId} and ${visitDates.visitId} = ${visitId}
          and ${visitDates.withdrawnAt} is null and ${isSearching(visitId)}
          and ${answer} is not (select a.answer from visit_date_answers a where a.date_id = ${dateId} and a.side = ${side})`,
    )
    .onConflictDoUpdate({
      target: [visitDateAnswers.dateId, visitDateAnswers.side],
      set: { answer: sql`excluded.answer`, personId: sql`excluded.person_id`, at: sql`excluded.at` },
    })
    .returning({ dateId: visitDateAnswers.dateId });
}

/** Takes back a moment that one's own side proposed. */
export function withdrawDate(db: Database, { visitId, side, now }: DateActor, dateId: string) {
  return db
    .update(visitDates)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(visitDates.id, dateId),
        eq(visitDates.visitId, visitId),
        eq(visitDates.side, side),
        isNull(visitDates.withdrawnAt),
      ),
    )
    .returning({ id: visitDates.id });
}
