import type { MatchScore } from "../../../web/visits/match-weights.ts";
import { type OfferFacts, type PairHistory, STRANGERS, type WishFacts } from "./facts.ts";
import { scoreOf } from "./score.ts";

/** A request and an offer that fit, with the score. */
export interface Match {
  wish: WishFacts;
  offer: OfferFacts;
  score: MatchScore;
}

/** Visits between two organisations, by `pairKey(guest, host)`; a pair that is not in here are strangers. */
export type Histories = ReadonlyMap<string, PairHistory>;

export const pairKey = (guestId: string, hostId: string): string => `${guestId}\n${hostId}`;

/** Every pair of these that fits, unordered. */
export function matchesOf(
  wishes: readonly WishFacts[],
  offers: readonly OfferFacts[],
  histories: Histories,
): Match[] {
  const byTheme = new Map<string, OfferFacts[]>();
  for (const offer of offers)
    for (const themeId of new Set(offer.themeIds)) {
      const alike = byTheme.get(themeId);
      if (alike) alike.push(offer);
      else byTheme.set(themeId, [offer]);
    }
  return wishes.flatMap((wish) =>
    (byTheme.get(wish.themeId) ?? []).flatMap((offer) => {
      const score = scoreOf(wish, offer, histories.get(pairKey(wish.guest.id, offer.host.id)) ?? STRANGERS);
      return score ? [{ wish, offer, score }] : [];
    }),
  );
}

/**
 * The rule for who comes first, also when two score the same: more points, then less travel (not known comes
 * last), then a host with less on its plate, then the older request, and at the very end the ids.
 */
export function compareMatches(a: Match, b: Match): number {
  return (
    b.score.total - a.score.total ||
    compare(a.score.minutes ?? Number.POSITIVE_INFINITY, b.score.minutes ?? Number.POSITIVE_INFINITY) ||
    a.offer.load.used - b.offer.load.used ||
    a.wish.createdAt - b.wish.createdAt ||
    compare(a.offer.id, b.offer.id) ||
    compare(a.wish.id, b.wish.id)
  );
}

/** Not by subtraction: infinity minus itself is no number. Not by locale: every machine must agree. */
const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Hosts for one request, the best first: of each host its best offer. */
export function rankOffers(wish: WishFacts, offers: readonly OfferFacts[], histories: Histories): Match[] {
  return firstOfEach(matchesOf([wish], offers, histories), ({ offer }) => offer.host.id);
}

/** Requests for one offer, the best first. */
export function rankWishes(offer: OfferFacts, wishes: readonly WishFacts[], histories: Histories): Match[] {
  return firstOfEach(matchesOf(wishes, [offer], histories), ({ wish }) => wish.id);
}

function firstOfEach(matches: readonly Match[], keyOf: (match: Match) => string): Match[] {
  const seen = new Set<string>();
  return matches.toSorted(compareMatches).filter((match) => {
    const key = keyOf(match);
    return !seen.has(key) && seen.add(key);
  });
}
