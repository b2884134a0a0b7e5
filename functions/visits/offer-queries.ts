import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { codebooks, members, offerThemes, themes, visitOffers } from "../../db/schema/tables.ts";
import type { OfferState } from "../../db/vocabulary.ts";
import { VISIT_FORMATS } from "../../db/vocabulary.ts";
import type { OfferForm, VisitFilters } from "../../web/visits/contract.ts";
import { FORMATS } from "../../web/visits/labels.ts";
import type { VisitMoment } from "../../web/visits/moment.ts";
import type { SessionScope } from "../http/session.ts";

/** Offers and open requests on one page of the list. */
export const PAGE_SIZE = 12;
const DAY_MS = 86_400_000;
const WHEN_DAYS = { maand: 31, kwartaal: 92 } as const;

/** People who will certainly come: only an accepted visit takes seats, and gives them back when it ends. */
export const takenSeats = sql<number>`(select coalesce(sum(v.seats), 0) from visits v
  where v.offer_id = ${visitOffers.id} and v.state = 'accepted')`.mapWith(Number);

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
  location: visitOffers.location,
  seats: visitOffers.seats,
  taken: takenSeats,
  startsAt: visitOffers.startsAt,
  endsAt: visitOffers.endsAt,
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

/** An offer that the viewer may know of: published, or of an organisation of the viewer. */
export function readOffer(db: Database, scope: SessionScope, id: string) {
  return db
    .select(offerColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.id, id),
        or(eq(visitOffers.state, "published"), sql`${visitOffers.memberId} = ${scope.memberId}`),
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

/** All offers of the viewer's organisation that are not withdrawn, drafts included. */
export function ownOffers(db: Database, scope: SessionScope) {
  return db
    .select(offerColumns)
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(sql`${visitOffers.memberId} = ${scope.memberId} and ${visitOffers.state} <> 'withdrawn'`)
    .orderBy(visitOffers.state, visitOffers.title);
}

interface OfferWrite {
  id: string;
  form: OfferForm;
  moment: VisitMoment | null;
  now: number;
}

const contentOf = ({ form, moment }: OfferWrite) => ({
  title: form.titel,
  format: form.vorm,
  whatYouSee: form.watjeziet,
  forWhom: form.voorwie,
  practical: form.praktisch,
  location: form.locatie,
  seats: form.plekken,
  startsAt: moment?.startsAt ?? null,
  endsAt: moment?.endsAt ?? null,
});

/** A new draft. The form brings the id, so a second submit of the same form changes nothing. */
export function insertOffer(db: Database, offer: OfferWrite, memberId: string, personId: string) {
  return db
    .insert(visitOffers)
    .values({
      id: offer.id,
      memberId,
      ...contentOf(offer),
      state: "draft",
      createdBy: personId,
      createdAt: offer.now,
      updatedAt: offer.now,
    })
    .onConflictDoNothing()
    .returning({ id: visitOffers.id });
}

/**
 * Changes an offer from the revision that its editor saw. Never fewer seats than are taken, and never
 * another day while visits are accepted: the condition is in the statement, so nobody comes in between.
 */
export function updateOffer(db: Database, offer: OfferWrite) {
  const startsAt = offer.moment?.startsAt ?? null;
  const endsAt = offer.moment?.endsAt ?? null;
  return db
    .update(visitOffers)
    .set({ ...contentOf(offer), revision: sql`${visitOffers.revision} + 1`, updatedAt: offer.now })
    .where(
      sql`${visitOffers.id} = ${offer.id} and ${visitOffers.revision} = ${offer.form.revisie}
        and ${visitOffers.state} <> 'withdrawn' and ${takenSeats} <= ${offer.form.plekken}
        and (${takenSeats} = 0
          or (${visitOffers.startsAt} is ${startsAt} and ${visitOffers.endsAt} is ${endsAt}))`,
    )
    .returning({ id: visitOffers.id });
}

/**
 * The themes of an offer, after the statement that wrote it. `changes()` is the number of rows that the
 * statement before this one changed: each of the two happens only if the one before it did.
 */
export function replaceThemes(db: Database, offerId: string, themeIds: readonly string[]) {
  const chosen = db
    .select({ id: themes.id })
    .from(themes)
    .innerJoin(codebooks, eq(codebooks.id, themes.codebookId))
    .where(and(eq(codebooks.concept, "themes"), inArray(themes.id, [...themeIds])));
  return [
    // Written again even when it is there: otherwise an unchanged list would count as zero changes.
    db.run(sql`insert into offer_themes (offer_id, theme_id)
      select ${offerId}, chosen.id from ${chosen} as chosen where changes() > 0
      on conflict (offer_id, theme_id) do update set theme_id = excluded.theme_id`),
    db.delete(offerThemes).where(
      sql`${offerThemes.offerId} = ${offerId} and changes() > 0
        and ${offerThemes.themeId} not in ${chosen}`,
    ),
  ] as const;
}

export function moveOffer(db: Database, id: string, revision: number, to: OfferState, now: number) {
  return db
    .update(visitOffers)
    .set({ state: to, revision: revision + 1, updatedAt: now })
    .where(and(eq(visitOffers.id, id), eq(visitOffers.revision, revision)))
    .returning({ id: visitOffers.id });
}
