import { themeId } from "../registry/codebooks.ts";
import type { offerThemes, visitEvents, visitOffers, visits } from "../schema/tables.ts";
import type { VisitState } from "../visit-vocabulary.ts";
import { groupVisits } from "./group-visits.ts";
import { afterRows } from "./lesson-rows.ts";
import { offerDetails, seriesDay } from "./offer-details.ts";
import { offersByAgreement } from "./offers-by-agreement.ts";
import { offersOnADay } from "./offers-on-a-day.ts";
import { openQuestions } from "./open-questions.ts";
import { pastVisits } from "./past-visits.ts";
import { guestOf, hostOf, signatoryOf } from "./people.ts";
import { type DemoVisit, demoVisits } from "./visit-requests.ts";
import { dayOf, onWorkday } from "./workdays.ts";

const demoOffers = [...offersOnADay, ...offersByAgreement];
const allVisits = [...demoVisits, ...groupVisits, ...openQuestions, ...pastVisits];
/** As long as a request has not left its own organisation it names no host. */
const atHome: readonly VisitState[] = ["awaiting_approval", "disapproved"];
const inCalendar: readonly VisitState[] = ["accepted", "moved", "cancelled"];
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
      ...hostColumns(visit, state),
      offerId: visit.offer ?? null,
      themeId: themeId("codebook-themes", visit.theme),
      learningQuestion: visit.learningQuestion,
      whatWeBring: visit.whatWeBring ?? "",
      period: visit.period ?? "",
      seats: visit.seats,
      location: visit.location ?? "",
      state,
      reason: visit.reason ?? "",
      absenceCause: visit.absenceCause ?? null,
      waitingNumber: visit.waitingNumber ?? null,
      revision: visit.path.length,
      calendarSequence: visit.path.filter((step) => inCalendar.includes(step)).length,
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
      ...momentOf(today, dayAt(visit, index)),
      visitId: visit.id,
      revision: index + 1,
      state,
      at: stepAt(today, visit, index),
      personId: personOf(visit, state),
      note: index === visit.path.length - 1 ? (visit.reason ?? "") : "",
    })),
  );
}

const hostColumns = ({ host }: DemoVisit, state: VisitState) =>
  host && !atHome.includes(state)
    ? { hostMemberId: host, hostPersonId: hostOf(host) }
    : { hostMemberId: null, hostPersonId: null };

function dayAt(visit: DemoVisit, index: number): DemoVisit["on"] {
  const { path, before, on } = visit;
  if (path[index] === "open" || (index === 0 && !isOnADay(visit))) return undefined;
  return before && index < path.indexOf("moved") ? before : on;
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

/** Who made the step: the host answers, a signatory approves, the guest does the rest; a place comes by itself. */
function personOf({ guest, host, path }: DemoVisit, state: VisitState): string | null {
  if (state === "disapproved") return signatoryOf(guest);
  if (state === "accepted" && path[0] === "waiting") return null;
  const byHost = ["accepted", "moved", "declined", "counter_proposed"].includes(state);
  const inLine = state === "waiting" && path[0] === "requested";
  return (byHost || inLine) && host ? hostOf(host) : guestOf(guest);
}

/** What was written after the visits that took place. */
export function lessonRows(now: Date) {
  const today = dayOf(now.getTime());
  return afterRows(allVisits, ({ on }) => momentOf(today, on).endsAt ?? now.getTime(), now.getTime());
}
