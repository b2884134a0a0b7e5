import munkres from "munkres";
import { type Components, componentsOf } from "./components.ts";
import { compareMatches, type Match, pairKey } from "./ranking.ts";

export interface Placement extends Match {
  /** 1 for the first visit of this guest in the exchange, 2 for its second */
  wave: number;
}

export interface Assignment {
  matches: readonly Match[];
  /** visits that each host can still receive; a host that is not in here receives nobody */
  capacity: ReadonlyMap<string, number>;
  /** visits as guest in the past year; who had fewest goes first when there is not room for all */
  received: ReadonlyMap<string, number>;
}

/** From so many visits on everybody has had its share. */
const SERVED_ENOUGH = 3;
/** Scores lie between -20 and 100. */
const LOWEST_SCORE = -20;
const SCORES = 121;

/**
 * A fair division of requests over hosts. Fair means, in this order:
 * 1. in waves: no organisation gets a second visit before as many organisations as possible got a first;
 * 2. when there is not room for all, those that visited least in the past year go first;
 * 3. hosts share the work: each further visit of one host weighs more than its last (an optimal semi-matching:
 *    Harvey, Ladner, Lovász and Tamir, Journal of Algorithms 59, 2006);
 * 4. then the pairs that fit best together.
 * Never more than a host's capacity, nor more people than an offer has seats. The Hungarian method finds the
 * optimum of each wave; the order of the input does not matter.
 */
export function assign({ matches, capacity, received }: Assignment): Placement[] {
  const state: Standing = {
    open: matches.toSorted(compareMatches),
    left: new Map(capacity),
    hosted: new Map(),
    seats: new Map(matches.map(({ offer }) => [offer.id, offer.seatsLeft])),
    received,
  };
  const placed: Placement[] = [];
  for (let wave = 1; ; wave++) {
    const found = placeWave(state);
    if (found.length === 0) return placed;
    placed.push(...found.map((match) => ({ ...match, wave })));
  }
}

interface Standing {
  /** pairs whose request can still be placed, the best first */
  open: readonly Match[];
  left: Map<string, number>;
  hosted: Map<string, number>;
  seats: Map<string, number>;
  received: ReadonlyMap<string, number>;
}

/** One visit for as many organisations as possible. Seats can run out on the way: then who is left tries again. */
function placeWave(state: Standing): Match[] {
  const placed: Match[] = [];
  const guests = new Set<string>();
  for (;;) {
    const options = state.open.filter(({ wish }) => !guests.has(wish.guest.id));
    const chosen = componentsOf(bestOfEachPair(options, state.left)).flatMap((part) => solve(part, state));
    const seated = chosen.toSorted(compareMatches).filter((match) => takesSeats(state, match));
    if (seated.length === 0) return placed;
    for (const { wish } of seated) guests.add(wish.guest.id);
    placed.push(...seated);
    const done = new Set(seated.map(({ wish }) => wish.id));
    state.open = state.open.filter(({ wish, offer }) => !done.has(wish.id) && fits(state, wish, offer));
  }
}

const fits = ({ seats }: Standing, wish: Match["wish"], offer: Match["offer"]): boolean =>
  wish.people <= (seats.get(offer.id) ?? 0);

function takesSeats(state: Standing, { wish, offer }: Match): boolean {
  if (!fits(state, wish, offer)) return false;
  state.seats.set(offer.id, (state.seats.get(offer.id) ?? 0) - wish.people);
  state.left.set(offer.host.id, (state.left.get(offer.host.id) ?? 0) - 1);
  state.hosted.set(offer.host.id, (state.hosted.get(offer.host.id) ?? 0) + 1);
  return true;
}

/** Of each guest and host the pair that fits best; the matches come best first. */
function bestOfEachPair(matches: readonly Match[], left: ReadonlyMap<string, number>): Match[] {
  const seen = new Map<string, Set<string>>();
  return matches.filter(({ wish, offer }) => {
    if ((left.get(offer.host.id) ?? 0) <= 0) return false;
    const hosts = seen.get(wish.guest.id) ?? new Set();
    seen.set(wish.guest.id, hosts);
    return !hosts.has(offer.host.id) && hosts.add(offer.host.id);
  });
}

/**
 * The optimum of one component: a row a guest, a column a place at a host. The three parts of a cell cannot
 * overtake each other: all scores together are less than one step of a host's load, all those together less
 * than one guest served.
 */
function solve({ guests, hosts, matches }: Components, state: Standing): Match[] {
  const rows = new Map(guests.map((guest, at) => [guest, at]));
  const columns = hosts.flatMap((host) =>
    Array.from({ length: Math.min(state.left.get(host) ?? 0, guests.length) }, (_, nth) => ({ host, nth })),
  );
  const places = Map.groupBy(
    columns.map((column, at) => ({ ...column, at })),
    ({ host }) => host,
  );
  const loadStep = guests.length * SCORES + 1;
  const mostLoad = Math.max(...columns.map(({ host, nth }) => (state.hosted.get(host) ?? 0) + nth));
  const guestStep = guests.length * ((mostLoad + 1) * loadStep + SCORES) + 1;
  const costs = guests.map(() => new Float64Array(columns.length));
  const pairs = new Map(matches.map((match) => [pairKey(match.wish.guest.id, match.offer.host.id), match]));
  for (const match of matches) {
    const row = rows.get(match.wish.guest.id) ?? 0;
    const served = Math.min(state.received.get(match.wish.guest.id) ?? 0, SERVED_ENOUGH);
    for (const { at, nth } of places.get(match.offer.host.id) ?? []) {
      const load = (state.hosted.get(match.offer.host.id) ?? 0) + nth;
      const worth = (1 + SERVED_ENOUGH - served) * guestStep - load * loadStep;
      (costs[row] as Float64Array)[at] = -(worth + match.score.total - LOWEST_SCORE);
    }
  }
  return munkres(costs).flatMap(
    ([row, column]) => pairs.get(pairKey(guests[row] ?? "", columns[column]?.host ?? "")) ?? [],
  );
}
