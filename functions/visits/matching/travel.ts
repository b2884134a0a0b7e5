import type { TravelUnit } from "../../../db/visit-vocabulary.ts";
import type { Place } from "./facts.ts";

const EARTH_RADIUS_KM = 6371;

/**
 * Roads are about 1.3 times as long as the straight line: Wang, Bette, Schreckenberg and Guhr, "How much longer
 * do you have to drive than the crow has to fly?", 2024, arXiv:2406.06490.
 */
const DETOUR = 1.3;

/**
 * Average speed door to door by kilometres of road: streets first, then regional roads, then motorways. Our own
 * rough assumption, the same for everybody; no timetable nor traffic is known here.
 */
const STRETCHES = [
  { uptoKm: 10, kmPerHour: 30 },
  { uptoKm: 40, kmPerHour: 60 },
  { uptoKm: Number.POSITIVE_INFINITY, kmPerHour: 85 },
] as const;

const ROUNDED_TO_MINUTES = 5;

/** Kilometres over the globe between two places (haversine formula, Sinnott 1984). */
export function kilometresBetween(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfChord =
    Math.sin(radians(to.latitude - from.latitude) / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  // Rounding may bring it a hair above 1 for places on opposite sides.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, halfChord)));
}

/** Estimated kilometres of road, whole, and minutes, in steps of five and at least five; both one way. */
export interface Travel {
  kilometres: number;
  minutes: number;
}

export const NO_TRAVEL: Travel = { kilometres: 0, minutes: 0 };

/** Estimated from the straight line; null when a place is not known. */
export function travelBetween(from: Place | null, to: Place | null): Travel | null {
  if (!from || !to) return null;
  const road = kilometresBetween(from, to) * DETOUR;
  let [minutes, behind] = [0, 0];
  for (const { uptoKm, kmPerHour } of STRETCHES) {
    const stretch = Math.max(0, Math.min(road, uptoKm) - behind);
    minutes += (stretch / kmPerHour) * 60;
    behind = uptoKm;
  }
  const steps = Math.max(1, Math.round(minutes / ROUNDED_TO_MINUTES));
  return { kilometres: Math.round(road), minutes: steps * ROUNDED_TO_MINUTES };
}

/** Whether this is further than a guest will go. What is not known is not too far. */
export function isTooFar(travel: Travel | null, limit: { amount: number; unit: TravelUnit } | null): boolean {
  return travel !== null && limit !== null && travel[limit.unit] > limit.amount;
}
