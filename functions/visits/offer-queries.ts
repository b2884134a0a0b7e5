import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { codebooks, members, themes, visitOffers } from "../../db/schema/tables.ts";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { VisitFilters } from "../../web/visits/contract.ts";
import { FORMATS } from "../../web/visits/labels.ts";
import type { SessionScope } from "../http/session.ts";
import { receives, stillMember } from "./host-queries.ts";
import { takenSeats, waitingGroups } from "./seats.ts";

/** Offers and open requests on one page of the list. */
export const PAGE_SIZE = 12;
const DAY_MS = 86_400_000;
const WHEN_DAYS = { maand: 31, kwartaal: 92 } as const;

/** Themes of an offer as a list, in the order of the shared list. */
const themesOf = sql<{ id: string; slug: string; name: string }[]>`(
  select coalesce(json_group_array(json_object('id', t.id, 'slug', t.slug, 'name', t.name)), '[]')
  from (select t.id, t.slug, t.name from offer_themes ot join themes t on t.id = ot.theme_id
    where ot.offer_id = ${visitOffers.id} order by t.position) t)`.mapWith(
  (json: string): { id: string; slug: string; name: string }[] => JSON.parse(json),
);

/** Provinces in which a member works, as "Overijssel, Utrecht". */
export const provincesOf = (memberId: SQL | typeof visitOffers.memberId) => sql<string>`(
  select coalesce(group_concat(p.province, ', '), '') from (
    select distinct m.province from member_municipalities mm join municipalities m on m.code = mm.code
    where mm.member_id = ${memberId} order by m.province) p)`;

/** Members with a municipality in this province; the filter of both lists. */
export const worksIn = (memberId: SQL | typeof visitOffers.memberId, province: string) => sql`exists (
  select 1 from member_municipalities mm join municipalities m on m.code = mm.code
  where mm.member_id = ${memberId} and m.province = ${province})`;

const offerColumns = {
  id: visitOffers.id,
  memberId: visitOffers.memberId,
  memberName: members.name,
  memberSlug: members.slug,
  provinces: provincesOf(visitOffers.memberId),
  title: visitOffers.title,
  format: visitOffers.format,
  whatYouSee: visitOffers.whatYouSee,
  forWhom: visitOffers.forWhom,
  practical: visitOffers.practical,
  access: visitOffers.access,
  parking: visitOffers.parking,
  diet: visitOffers.diet,
  safety: visitOffers.safety,
  noPhotos: visitOffers.noPhotos,
  language: visitOffers.language,
  location: visitOffers.location,
  seatsMin: visitOffers.seatsMin,
  seats: visitOffers.seats,
  taken: takenSeats,
  waiting: waitingGroups,
  goesAheadAt: visitOffers.goesAheadAt,
  startsAt: visitOffers.startsAt,
  endsAt: visitOffers.endsAt,
  needsApproval: visitOffers.needsApproval,
  applyBefore: visitOffers.applyBefore,
  seriesId: visitOffers.seriesId,
  isPublic: visitOffers.isPublic,
  state: visitOffers.state,
  revision: visitOffers.revision,
  themes: themesOf,
};

/** The list shared by questionnaire and visits, in its order. */
export function sharedThemes(db: Database) {
  return db
    .select({ id: themes.id, slug: themes.slug, name: themes.name, definition: themes.definition })
    .from(themes)
    .innerJoin(codebooks, eq(codebooks.id, themes.codebookId))
    .where(eq(codebooks.concept, "themes"))
    .orderBy(themes.position);
}

/** Provinces in which members work: what the filter offers. */
export function provinces(db: Database) {
  return db.all<{ province: string }>(sql`select distinct m.province as province
    from member_municipalities mm join municipalities m on m.code = mm.code order by m.province`);
}

function publishedOffers(filters: VisitFilters, now: number): SQL | undefined {
  const { thema, vorm, provincie, wanneer } = filters;
  const format = VISIT_FORMATS.find((each) => FORMATS[each].slug === vorm);
  return and(
    eq(visitOffers.state, "published"),
    or(isNull(visitOffers.startsAt), gt(visitOffers.startsAt, now)),
    receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now),
    format && eq(visitOffers.format, format),
    wanneer === "overleg" ? isNull(visitOffers.startsAt) : undefined,
    wanneer === "maand" || wanneer === "kwartaal"
      ? sql`${visitOffers.startsAt} <= ${now + WHEN_DAYS[wanneer] * DAY_MS}`
      : undefined,
    provincie ? worksIn(visitOffers.memberId, provincie) : undefined,
    thema
      ? sql`exists (select 1 from offer_themes ot join themes t on t.id = ot.theme_id
          where ot.offer_id = ${visitOffers.id} and t.slug = ${thema})`
      : undefined,
  );
}

/** Published offers that are still to come, those with a day first, in order of that day. */
export function browseOffers(db: Database, filters: VisitFilters, now: number) {
  return db
    .select(offerColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(publishedOffers(filters, now))
    .orderBy(sql`${visitOffers.startsAt} is null`, visitOffers.startsAt, visitOffers.title, visitOffers.id)
    .limit(PAGE_SIZE)
    .offset((filters.pagina - 1) * PAGE_SIZE);
}

export function countOffers(db: Database, filters: VisitFilters, now: number) {
  return db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(visitOffers)
    .where(publishedOffers(filters, now));
}

/** An offer that the viewer may know of: published by who is still a member, or of an organisation of the viewer. */
export function readOffer(db: Database, scope: SessionScope, id: string) {
  return db
    .select(offerColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.id, id),
        or(
          sql`${visitOffers.state} = 'published'
            and ${stillMember(visitOffers.memberId, dayInAmsterdam(scope.now))}`,
          sql`${visitOffers.memberId} = ${scope.memberId}`,
        ),
      ),
    );
}

/**
 * One row when this offer is paused or withdrawn. Who has its id and a filled-in form saw it while it was
 * published, so this tells nothing new.
 */
export function closedOffer(db: Database, id: string) {
  return db
    .select({ id: visitOffers.id })
    .from(visitOffers)
    .where(and(eq(visitOffers.id, id), inArray(visitOffers.state, ["paused", "withdrawn"])));
}

/**
 * The other days of the series of an offer, in order, as far as the viewer may know of them: all of one's own
 * organisation, of others the open ones that are still to come.
 */
export function siblingOffers(db: Database, scope: SessionScope, id: string, now: number) {
  return db
    .select({
      id: visitOffers.id,
      startsAt: visitOffers.startsAt,
      endsAt: visitOffers.endsAt,
      seats: visitOffers.seats,
      taken: takenSeats,
      state: visitOffers.state,
    })
    .from(visitOffers)
    .where(
      sql`${visitOffers.seriesId} = (select it.series_id from visit_offers it where it.id = ${id})
        and ${visitOffers.id} <> ${id} and ${visitOffers.state} <> 'withdrawn'
        and (${visitOffers.memberId} = ${scope.memberId}
          or (${visitOffers.state} = 'published' and ${visitOffers.startsAt} > ${now}
            and ${receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now)}))`,
    )
    .orderBy(visitOffers.startsAt);
}

/** All offers of the viewer's organisation that are not withdrawn, drafts included. */
export function ownOffers(db: Database, scope: SessionScope) {
  return db
    .select(offerColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(sql`${visitOffers.memberId} = ${scope.memberId} and ${visitOffers.state} <> 'withdrawn'`)
    .orderBy(visitOffers.state, visitOffers.title);
}
