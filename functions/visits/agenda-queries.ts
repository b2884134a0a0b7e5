import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { members, visitOffers } from "../../db/schema/tables.ts";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import type { AgendaFilters } from "../../web/visits/agenda-contract.ts";
import { FORMATS } from "../../web/visits/labels.ts";
import { receives } from "./host-queries.ts";
import { worksIn } from "./offer-queries.ts";
import { takenSeats } from "./seats.ts";

/** Days on one page of an agenda. A month with more is cut off, so that no page grows without end. */
const MOST_ITEMS = 300;

const dayColumns = {
  id: visitOffers.id,
  memberName: members.name,
  title: visitOffers.title,
  format: visitOffers.format,
  forWhom: visitOffers.forWhom,
  language: visitOffers.language,
  location: visitOffers.location,
  seats: visitOffers.seats,
  taken: takenSeats,
  startsAt: sql<number>`${visitOffers.startsAt}`.mapWith(Number),
  endsAt: visitOffers.endsAt,
};

interface Period {
  from: number;
  until: number;
}

const inPeriod = ({ from, until }: Period): SQL =>
  sql`${visitOffers.startsAt} >= ${from} and ${visitOffers.startsAt} < ${until}`;

function chosenOffers({ thema, vorm, provincie }: AgendaFilters): SQL | undefined {
  const format = VISIT_FORMATS.find((each) => FORMATS[each].slug === vorm);
  return and(
    format && eq(visitOffers.format, format),
    provincie ? worksIn(visitOffers.memberId, provincie) : undefined,
    thema
      ? sql`exists (select 1 from offer_themes ot join themes t on t.id = ot.theme_id
          where ot.offer_id = ${visitOffers.id} and t.slug = ${thema})`
      : undefined,
  );
}

/**
 * Open offers with a day in this period, also days that are past: an agenda looks back too. A host at its limit
 * is not offered for a day to come.
 */
export function agendaDays(db: Database, period: Period, filters: AgendaFilters, now: number) {
  return db
    .select(dayColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.state, "published"),
        inPeriod(period),
        sql`(${visitOffers.startsAt} <= ${now}
          or ${receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now)})`,
        chosenOffers(filters),
      ),
    )
    .orderBy(visitOffers.startsAt, visitOffers.title, visitOffers.id)
    .limit(MOST_ITEMS);
}
export type AgendaRow = Awaited<ReturnType<typeof agendaDays>>[number];

/**
 * What everybody may see: days of open offers of which the host chose so. Named column by column: of a visit
 * itself, its guests, its questions and its people nothing is asked, so nothing can slip out.
 */
export function publicDays(db: Database, period: Period, now: number) {
  return db
    .select({
      id: visitOffers.id,
      memberName: members.name,
      title: visitOffers.title,
      format: visitOffers.format,
      forWhom: visitOffers.forWhom,
      location: visitOffers.location,
      isFull: sql<number>`${takenSeats} >= ${visitOffers.seats}`.mapWith(Boolean),
      startsAt: sql<number>`${visitOffers.startsAt}`.mapWith(Number),
      endsAt: visitOffers.endsAt,
      updatedAt: visitOffers.updatedAt,
      revision: visitOffers.revision,
    })
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.state, "published"),
        eq(visitOffers.isPublic, true),
        sql`(${members.leftOn} is null or ${members.leftOn} > date(${visitOffers.startsAt} / 1000, 'unixepoch'))`,
        inPeriod(period),
        sql`(${visitOffers.startsAt} <= ${now}
          or ${receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now)})`,
      ),
    )
    .orderBy(visitOffers.startsAt, visitOffers.title, visitOffers.id)
    .limit(MOST_ITEMS);
}
export type PublicDayRow = Awaited<ReturnType<typeof publicDays>>[number];

/**
 * Visits on a public offer whose day was found together: only that day, and only once it is agreed. Its guests
 * stay unknown.
 */
export function publicVisits(db: Database, period: Period) {
  return db.all<PublicVisitRow>(sql`
    select distinct o.id as id, m.name as memberName, o.title as title, o.format as format,
      v.starts_at as startsAt, v.ends_at as endsAt
    from visits v join visit_offers o on o.id = v.offer_id join members m on m.id = o.member_id
    where o.is_public = 1 and o.state = 'published' and o.starts_at is null
      and (m.left_on is null or m.left_on > date(v.starts_at / 1000, 'unixepoch'))
      and v.state in ('accepted', 'moved', 'confirmed')
      and v.starts_at >= ${period.from} and v.starts_at < ${period.until}
    order by v.starts_at, o.title, o.id limit ${MOST_ITEMS}`);
}
interface PublicVisitRow {
  id: string;
  memberName: string;
  title: string;
  format: (typeof VISIT_FORMATS)[number];
  startsAt: number;
  endsAt: number | null;
}
