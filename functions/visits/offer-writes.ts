import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { codebooks, offerThemes, themes, visitOffers } from "../../db/schema/tables.ts";
import type { OfferState } from "../../db/visit-vocabulary.ts";
import type { VisitMoment } from "../../web/visits/moment.ts";
import type { OfferForm } from "../../web/visits/offer-contract.ts";
import { clockOnDay } from "../http/amsterdam.ts";
import { takenSeats, waitingGroups } from "./seats.ts";

/** The words of an offer: the same on all days of a series. */
const wordsOf = (form: OfferForm) => ({
  title: form.titel,
  format: form.vorm,
  whatYouSee: form.watjeziet,
  forWhom: form.voorwie,
  practical: form.praktisch,
  access: form.toegang,
  parking: form.parkeren,
  diet: form.eten,
  safety: form.veiligheid,
  noPhotos: form.fotos,
  language: form.taal,
  location: form.locatie,
  isPublic: form.openbaar,
});

/** The day and who may come on it: without a day there is no line to stand in, and no last day to ask. */
const dayOf = (form: OfferForm, moment: VisitMoment | undefined) => ({
  startsAt: moment?.startsAt ?? null,
  endsAt: moment?.endsAt ?? null,
  needsApproval: moment ? form.toelating : true,
  // Until the end of the last day on which somebody may ask.
  applyBefore:
    moment && form.sluitdagen !== null ? clockOnDay(moment.startsAt, 1 - form.sluitdagen, "00:00") : null,
});

interface NewOffer {
  form: OfferForm;
  /** one row a day, with the id that the form brought first; without days one row in consultation */
  rows: readonly { id: string; moment: VisitMoment | undefined }[];
  memberId: string;
  personId: string;
  now: number;
}

/** New drafts. The form brings the id, so a second submit of the same form changes nothing. */
export function insertOffers(db: Database, { form, rows, memberId, personId, now }: NewOffer) {
  return db
    .insert(visitOffers)
    .values(
      rows.map(({ id, moment }) => ({
        id,
        memberId,
        ...wordsOf(form),
        ...dayOf(form, moment),
        seatsMin: form.plekkenmin,
        seats: form.plekken,
        seriesId: rows.length > 1 ? (rows[0]?.id ?? null) : null,
        state: "draft" as const,
        createdBy: personId,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: visitOffers.id });
}

interface OfferChange {
  id: string;
  form: OfferForm;
  moment: VisitMoment | undefined;
  now: number;
}

/**
 * Changes an offer from the revision that its editor saw. Never fewer seats than are taken, and never
 * another day while visits are accepted: the condition is in the statement, so nobody comes in between.
 */
export function updateOffer(db: Database, { id, form, moment, now }: OfferChange) {
  const day = dayOf(form, moment);
  return db
    .update(visitOffers)
    .set({
      ...wordsOf(form),
      seatsMin: form.plekkenmin,
      seats: form.plekken,
      ...day,
      // What its hosts were asked and decided was about the day before this one.
      goesAheadAt: sql`case when ${visitOffers.startsAt} is ${day.startsAt} then ${visitOffers.goesAheadAt} end`,
      minimumAskedAt: sql`case when ${visitOffers.startsAt} is ${day.startsAt} then ${visitOffers.minimumAskedAt} end`,
      revision: sql`${visitOffers.revision} + 1`,
      updatedAt: now,
    })
    .where(
      sql`${visitOffers.id} = ${id} and ${visitOffers.revision} = ${form.revisie}
        and ${visitOffers.state} <> 'withdrawn' and ${takenSeats} <= ${form.plekken}
        and ((${takenSeats} = 0 and ${waitingGroups} = 0)
          or (${visitOffers.startsAt} is ${day.startsAt} and ${visitOffers.endsAt} is ${day.endsAt}))`,
    )
    .returning({ id: visitOffers.id });
}

const isSibling = (id: string) => sql`${visitOffers.id} <> ${id} and ${visitOffers.seriesId} = (
  select it.series_id from visit_offers it where it.id = ${id})`;

/**
 * The words and themes of a change on all days of its series, right after `updateOffer`. Days and seats stay:
 * those differ. Each statement happens only if the one before it changed something, and each of them but the last
 * always does: the offer itself is among them, written once more as it already is.
 */
export function changeSeries(db: Database, { id, form, now }: OfferChange) {
  const chosen = chosenThemes(db, form.themas);
  const isOfSeries = sql`(${visitOffers.id} = ${id}
    or (${isSibling(id)} and ${visitOffers.state} <> 'withdrawn'))`;
  return [
    db.run(sql`insert into offer_themes (offer_id, theme_id)
      select visit_offers.id, chosen.id from visit_offers, ${chosen} as chosen
      where changes() > 0 and ${isOfSeries}
      on conflict (offer_id, theme_id) do update set theme_id = excluded.theme_id`),
    db
      .update(visitOffers)
      .set({
        ...wordsOf(form),
        revision: sql`${visitOffers.revision} + (${visitOffers.id} <> ${id})`,
        updatedAt: now,
      })
      .where(sql`changes() > 0 and ${isOfSeries}`),
    db.run(sql`delete from offer_themes where changes() > 0 and theme_id not in ${chosen}
      and offer_id in (select visit_offers.id from visit_offers where ${isOfSeries})`),
  ] as const;
}

/**
 * The themes of an offer, after the statement that wrote it. `changes()` is the number of rows that the
 * statement before this one changed: each of the two happens only if the one before it did.
 */
export function replaceThemes(db: Database, offerId: string, themeIds: readonly string[]) {
  const chosen = chosenThemes(db, themeIds);
  return [
    // Written again even when it is there: otherwise an unchanged list would count as zero changes.
    db.run(sql`insert into offer_themes (offer_id, theme_id)
      select ${offerId}, chosen.id from ${chosen} as chosen where changes() > 0
      on conflict (offer_id, theme_id) do update set theme_id = excluded.theme_id`),
    db
      .delete(offerThemes)
      .where(
        sql`${offerThemes.offerId} = ${offerId} and changes() > 0 and ${offerThemes.themeId} not in ${chosen}`,
      ),
  ] as const;
}

/** The themes of new offers, after the statement that made them: none when they were there already. */
export function insertThemes(db: Database, offerIds: readonly string[], themeIds: readonly string[]) {
  return db.run(sql`insert into offer_themes (offer_id, theme_id)
    select o.id, chosen.id from visit_offers o, ${chosenThemes(db, themeIds)} as chosen
    where changes() > 0 and ${inArray(sql`o.id`, [...offerIds])} on conflict do nothing`);
}

const chosenThemes = (db: Database, themeIds: readonly string[]) =>
  db
    .select({ id: themes.id })
    .from(themes)
    .innerJoin(codebooks, eq(codebooks.id, themes.codebookId))
    .where(and(eq(codebooks.concept, "themes"), inArray(themes.id, [...themeIds])));

export function moveOffer(db: Database, id: string, revision: number, to: OfferState, now: number) {
  return db
    .update(visitOffers)
    .set({ state: to, revision: revision + 1, updatedAt: now })
    .where(and(eq(visitOffers.id, id), eq(visitOffers.revision, revision)))
    .returning({ id: visitOffers.id });
}

/** The same stand for the other days that may take it, right after `moveOffer`; a day that is past stays. */
export function moveSiblings(
  db: Database,
  id: string,
  from: readonly OfferState[],
  to: OfferState,
  now: number,
) {
  return db
    .update(visitOffers)
    .set({ state: to, revision: sql`${visitOffers.revision} + 1`, updatedAt: now })
    .where(
      and(
        sql`changes() > 0 and ${isSibling(id)}`,
        inArray(visitOffers.state, [...from]),
        to === "published" ? sql`${visitOffers.startsAt} > ${now}` : undefined,
      ),
    );
}

/** One more day of an offer: its words and themes, with a day of its own. The original joins the series. */
export function insertDay(
  db: Database,
  day: { id: string; offerId: string; moment: VisitMoment; personId: string; now: number },
) {
  const { id, offerId, moment, personId, now } = day;
  return [
    db
      .update(visitOffers)
      .set({ seriesId: offerId })
      .where(sql`${visitOffers.id} = ${offerId} and ${visitOffers.seriesId} is null`),
    db.run(sql`insert into visit_offers (id, member_id, title, format, what_you_see, for_whom, practical, access,
        parking, diet, safety, no_photos, language, location, is_public, seats_min, seats, needs_approval,
        series_id, starts_at, ends_at, state, revision, created_by, created_at, updated_at)
      select ${id}, member_id, title, format, what_you_see, for_whom, practical, access,
        parking, diet, safety, no_photos, language, location, is_public, seats_min, seats, needs_approval, series_id,
        ${moment.startsAt}, ${moment.endsAt}, 'draft', 1, ${personId}, ${now}, ${now}
      from visit_offers where id = ${offerId} and state <> 'withdrawn'
      on conflict (id) do nothing`),
    db.run(sql`insert into offer_themes (offer_id, theme_id) select ${id}, theme_id from offer_themes
      where offer_id = ${offerId} and changes() > 0`),
  ] as const;
}
