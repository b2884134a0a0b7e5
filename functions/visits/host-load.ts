import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Amsterdam";
const DAY_MS = 86_400_000;

/** How much a host can receive. Moments in milliseconds since 1970. */
export interface HostLimits {
  /** receptions in a calendar quarter; null for no maximum */
  maxPerQuarter: number | null;
  /** days of 24 hours between a request and the reception */
  leadDays: number;
  isPaused: boolean;
  /** weeks without receptions; `endsAt` belongs to the week after */
  blackouts: readonly { startsAt: number; endsAt: number }[];
}

/** A host that never set a limit. */
export const NO_LIMITS: HostLimits = { maxPerQuarter: null, leadDays: 0, isPaused: false, blackouts: [] };

export type HostObstacle = "paused" | "too_soon" | "blackout" | "full";
type Receiving = { may: true } | { may: false; because: HostObstacle };

/**
 * Whether a host may be offered to a guest. Groups that come at the same moment are one reception: joining a day
 * that goes on anyway is no extra load, so a full quarter does not close it.
 *
 * @param hosted the beginnings of all receptions that are agreed or took place; the same one may occur more often
 * @param wanted the beginning of the wanted day; null when a day is still to be found: then the quarter of the
 *   first possible day counts, and black-out weeks and lead time are for whoever proposes a day
 */
export function mayReceive(
  limits: HostLimits,
  hosted: readonly number[],
  wanted: number | null,
  now: number,
): Receiving {
  if (limits.isPaused) return { may: false, because: "paused" };
  const earliest = now + limits.leadDays * DAY_MS;
  if (wanted !== null && wanted < earliest) return { may: false, because: "too_soon" };
  if (
    wanted !== null &&
    limits.blackouts.some(({ startsAt, endsAt }) => startsAt <= wanted && wanted < endsAt)
  )
    return { may: false, because: "blackout" };
  if (wanted !== null && hosted.includes(wanted)) return { may: true };
  const isFull =
    limits.maxPerQuarter !== null && receptionsIn(hosted, wanted ?? earliest) >= limits.maxPerQuarter;
  return isFull ? { may: false, because: "full" } : { may: true };
}

/** Receptions in the calendar quarter of this moment. */
export function receptionsIn(hosted: readonly number[], moment: number): number {
  const { from, until } = quarterOf(moment);
  return new Set(hosted.filter((startsAt) => startsAt >= from && startsAt < until)).size;
}

export interface Quarter {
  from: number;
  /** the beginning of the next quarter */
  until: number;
  /** 1 to 4 */
  number: number;
  year: number;
}

/** Quarters that were asked for before; a server lives through few. Days with a clock are dear to count. */
const knownQuarters: Quarter[] = [];
const MOST_KNOWN_QUARTERS = 40;

/** The calendar quarter in Amsterdam in which a moment falls. */
export function quarterOf(moment: number): Quarter {
  const known = knownQuarters.find(({ from, until }) => moment >= from && moment < until);
  if (known) return known;
  const quarter = countedQuarter(moment);
  if (knownQuarters.push(quarter) > MOST_KNOWN_QUARTERS) knownQuarters.shift();
  return quarter;
}

function countedQuarter(moment: number): Quarter {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainDate();
  const number = Math.ceil(day.month / 3);
  const first = day.with({ month: number * 3 - 2, day: 1 });
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(ZONE).epochMilliseconds;
  return { from: at(first), until: at(first.add({ months: 3 })), number, year: day.year };
}

/** The quarters from that of `moment` on, in order. */
export function quartersFrom(moment: number, count: number): Quarter[] {
  const quarters = [quarterOf(moment)];
  while (quarters.length < count) quarters.push(quarterOf((quarters.at(-1) as Quarter).until));
  return quarters;
}
