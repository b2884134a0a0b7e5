import { themeId } from "../registry/codebooks.ts";
import type { offerThemes, visitEvents, visitOffers, visits } from "../schema/tables.ts";
import type { VisitState } from "../vocabulary.ts";
import { afterRows } from "./lesson-rows.ts";
import { offerDetails, seriesDay } from "./offer-details.ts";
import { offersByAgreement } from "./offers-by-agreement.ts";
import { offersOnADay } from "./offers-on-a-day.ts";
import { openQuestions } from "./open-questions.ts";
import { pastVisits } from "./past-visits.ts";
import { guestOf, hostOf } from "./people.ts";
import { type DemoVisit, demoVisits } from "./visit-requests.ts";
import { dayOf, onWorkday } from "./workdays.ts";

const demoOffers = [...offersOnADay, ...offersByAgreement];
const allVisits = [...demoVisits, ...openQuestions, ...pastVisits];
const ended: readonly VisitState[] = ["took_place", "did_not_take_place"];

/** Days in offers and visits are counted from this moment, so that the demo always has something ahead. */
export function offerRows(now: Date): (typeof visitOffers.$inferInsert)[] {
  const today = dayOf(now.getTime());
  const rows = demoOffers.map(({ themes: _, on, ...offer }, index) => {
    const createdAt = onWorkday(today, -70 + index * 2, "10:00");
    return {
      ...momentOf(today, on),
      id: offer.id,
      memberId: offer.slug,
      title: offer.title,
      format: offer.format,
      whatYouSee: offer.whatYouSee,
      forWhom: offer.forWhom,
      practical: offer.practical ?? "",
      ...offerDetails[offer.id],
      location: offer.location ?? "",
      seats: offer.seats,
      state: offer.state,
      createdBy: hostOf(offer.slug),
      createdAt,
      updatedAt: createdAt,
    };
  });
  const first = rows.find(({ id }) => id === seriesDay.of);
  if (!first) throw new Error(`There is no offer ${seriesDay.of}`);
  const more = { ...first, id: seriesDay.id, ...momentOf(today, seriesDay.on) };
  return [...rows, more].map((row) => (row.title === first.title ? { ...row, seriesId: first.id } : row));
}

export function offerThemeRows(): (typeof offerThemes.$inferInsert)[] {
  const first = demoOffers.find(({ id }) => id === seriesDay.of);
  return [...demoOffers, { id: seriesDay.id, themes: first?.themes ?? [] }].flatMap(({ id, themes }) =>
    themes.map((slug) => ({ offerId: id, themeId: themeId("codebook-themes", slug) })),
  );
}

export function visitRows(now: Date): (typeof visits.$inferInsert)[] {
  const today = dayOf(now.getTime());
  return allVisits.map((visit) => {
    const state = stateOf(visit);
    return {
      ...momentOf(today, visit.on),
      id: visit.id,
      guestMemberId: visit.guest,
      guestPersonId: guestOf(visit.guest),
      hostMemberId: visit.host ?? null,
      hostPersonId: visit.host ? hostOf(visit.host) : null,
      offerId: visit.offer ?? null,
      themeId: themeId("codebook-themes", visit.theme),
      learningQuestion: visit.learningQuestion,
      whatWeBring: visit.whatWeBring ?? "",
      period: visit.period ?? "",
      seats: visit.seats,
      location: visit.location ?? "",
      state,
      reason: visit.reason ?? "",
      revision: visit.path.length,
      calendarSequence: visit.path.filter((step) => step === "accepted" || step === "cancelled").length,
      createdAt: stepAt(today, visit, 0),
      updatedAt: stepAt(today, visit, visit.path.length - 1),
    };
  });
}

export function visitEventRows(now: Date): (typeof visitEvents.$inferInsert)[] {
  const today = dayOf(now.getTime());
  return allVisits.flatMap((visit) =>
    visit.path.map((state, index) => ({
      // Only an offer with a day of its own gives one to the request; otherwise the first proposal does.
      ...momentOf(today, state === "open" || (index === 0 && !isOnADay(visit)) ? undefined : visit.on),
      visitId: visit.id,
      revision: index + 1,
      state,
      at: stepAt(today, visit, index),
      personId: personOf(visit, state),
      note: index === visit.path.length - 1 ? (visit.reason ?? "") : "",
    })),
  );
}

const isOnADay = ({ offer }: DemoVisit): boolean => offersOnADay.some(({ id }) => id === offer);

function stateOf({ id, path }: DemoVisit): VisitState {
  const state = path.at(-1);
  if (!state) throw new Error(`Visit ${id} has no state`);
  return state;
}

function momentOf(today: string, on: readonly [days: number, from: string, to: string] | undefined) {
  if (!on) return { startsAt: null, endsAt: null };
  const [days, from, to] = on;
  return { startsAt: onWorkday(today, days, from), endsAt: onWorkday(today, days, to) };
}

/** The first step on the day it began, later ones four days apart, an end after the visit; never in the future. */
function stepAt(today: string, { daysAgo, path, on }: DemoVisit, index: number): number {
  const isAfterwards = on && ended.includes(path[index] as VisitState);
  if (isAfterwards) return onWorkday(today, on[0] + 1, "09:30");
  return onWorkday(today, Math.min(-3, -daysAgo + index * 4), "14:20");
}

/** Who made the step: the guest asks, withdraws, cancels and tells how it went; the host does the rest. */
function personOf({ guest, host }: DemoVisit, state: VisitState): string {
  const byHost = state === "accepted" || state === "declined" || state === "counter_proposed";
  return byHost && host ? hostOf(host) : guestOf(guest);
}

/** What was written after the visits that took place. */
export function lessonRows(now: Date) {
  const today = dayOf(now.getTime());
  return afterRows(allVisits, ({ on }) => momentOf(today, on).endsAt ?? now.getTime(), now.getTime());
}
