import type { AnswerValue } from "../../db/schema/values.ts";
import type { OfferState, TravelUnit, VisitFormat, VisitState } from "../../db/visit-vocabulary.ts";
import type { MunicipalityClass } from "../../db/vocabulary.ts";
import { sizeClassOf } from "../members/size-class.ts";
import { type Quarter, quartersFrom } from "./host-load.ts";
import type { OfferFacts, OrganisationFacts, WishFacts } from "./matching/facts.ts";
import { type Histories, pairKey } from "./matching/ranking.ts";

const DAY_MS = 86_400_000;
/** Offers are planned at most three years ahead. */
const QUARTERS_AHEAD = 13;

/** What matching weighs of an organisation, as the database answers it: JSON as text. */
export interface OrganisationRow {
  member_id: string;
  place: string | null;
  legal_forms: string | null;
  systems: string | null;
  scales: string | null;
}

export interface WishRow extends OrganisationRow {
  id: string;
  theme_id: string;
  theme_name: string;
  people: number;
  preferred_format: VisitFormat | null;
  travel_limit: number | null;
  travel_unit: TravelUnit | null;
  created_at: number;
  learning_question: string;
  period: string;
  state: VisitState;
  member_name: string;
  member_slug: string;
}

export interface OfferRow extends OrganisationRow {
  id: string;
  title: string;
  format: VisitFormat;
  state: OfferState;
  seats: number;
  seats_min: number;
  taken: number;
  starts_at: number | null;
  ends_at: number | null;
  theme_ids: string;
  can_receive: number;
  most: number | null;
  receptions: string;
  member_name: string;
  member_slug: string;
}

interface PlaceRow {
  latitude: number | null;
  longitude: number | null;
  classes: MunicipalityClass[];
  inhabitants: number | null;
}

export function organisationOf(row: OrganisationRow): OrganisationFacts {
  const place: PlaceRow = JSON.parse(row.place ?? "null") ?? { classes: [] };
  const { latitude, longitude } = place;
  return {
    id: row.member_id,
    place: latitude != null && longitude != null ? { latitude, longitude } : null,
    sizeClass: sizeClassOf(place.classes, place.inhabitants ?? 0),
    legalForms: choicesOf(row.legal_forms),
    systems: choicesOf(row.systems),
    openScales: JSON.parse(row.scales ?? "{}"),
  };
}

const choicesOf = (json: string | null): string[] => {
  const value: AnswerValue | null = JSON.parse(json ?? "null");
  return value?.choices ?? [];
};

export const wishFactsOf = (row: WishRow): WishFacts => ({
  id: row.id,
  guest: organisationOf(row),
  themeId: row.theme_id,
  people: row.people,
  formats: row.preferred_format ? [row.preferred_format] : [],
  travelLimit:
    row.travel_limit === null ? null : { amount: row.travel_limit, unit: row.travel_unit ?? "minutes" },
  createdAt: row.created_at,
});

/** Reads offers into facts. The quarters are made once: finding one by the calendar for each offer is slow. */
export function offerFactsOf(rows: readonly OfferRow[], now: number): OfferFacts[] {
  const quarters = quartersFrom(now, QUARTERS_AHEAD);
  return rows.map((row) => {
    const receptions: number[] = JSON.parse(row.receptions);
    const past = receptions.filter((startsAt) => startsAt <= now);
    return {
      id: row.id,
      host: organisationOf(row),
      themeIds: JSON.parse(row.theme_ids),
      format: row.format,
      seatsLeft: Math.max(0, row.seats - row.taken),
      fewestPeople: row.starts_at === null ? row.seats_min : 1,
      isOnADay: row.starts_at !== null,
      canReceive: Boolean(row.can_receive),
      load: { used: countIn(quarters, receptions, row.starts_at ?? now), limit: row.most },
      lastReceivedDaysAgo: past.length === 0 ? null : Math.floor((now - Math.max(...past)) / DAY_MS),
    };
  });
}

function countIn(quarters: readonly Quarter[], receptions: readonly number[], moment: number): number {
  const quarter = quarters.find(({ until }) => moment < until);
  return quarter ? receptions.filter((at) => at >= quarter.from && at < quarter.until).length : 0;
}

/** Counts of visits by pair, both ways in one. */
export function historiesOf(rows: readonly { guest: string; host: string; count: number }[]): Histories {
  const counts = new Map(rows.map(({ guest, host, count }) => [pairKey(guest, host), count]));
  const histories = new Map<string, { guestWentToHost: number; hostWentToGuest: number }>();
  for (const { guest, host } of rows)
    for (const [one, other] of [
      [guest, host],
      [host, guest],
    ] as const)
      histories.set(pairKey(one, other), {
        guestWentToHost: counts.get(pairKey(one, other)) ?? 0,
        hostWentToGuest: counts.get(pairKey(other, one)) ?? 0,
      });
  return histories;
}

/** The words for codes of reasons. Codes of different lists do not meet: each is unique over all of them. */
export const namesOf = (rows: readonly { code: string; label: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ code, label }) => [code, label]));
