import type { UnplacedCause } from "../../db/visit-vocabulary.ts";
import { historiesOf, type OfferRow, offerFactsOf, type WishRow, wishFactsOf } from "./match-reading.ts";
import { assign } from "./matching/assignment.ts";
import type { OfferFacts, WishFacts } from "./matching/facts.ts";
import { matchesOf } from "./matching/ranking.ts";
import { obstacleOf } from "./matching/score.ts";

/** A host that set no maximum gets at most so many visits out of one exchange. */
const USUAL_CAPACITY = 2;

/** What an exchange proposes for one request: an offer, or why there is none. */
export interface Planned {
  visitId: string;
  guestMemberId: string;
  hostMemberId: string | null;
  offerId: string | null;
  wave: number | null;
  cause: UnplacedCause | null;
}

export interface ExchangeFacts {
  wishes: readonly WishRow[];
  offers: readonly OfferRow[];
  /** visits that took place, by pair */
  pairs: readonly { guest: string; host: string; count: number }[];
  /** visits as guest in the past year */
  received: readonly { memberId: string; count: number }[];
}

/** Divides all open requests fairly over the hosts; every request is in the answer once. Nothing is booked. */
export function planExchange({ wishes, offers, pairs, received }: ExchangeFacts, now: number): Planned[] {
  const asked = wishes.map(wishFactsOf);
  const offered = offerFactsOf(offers, now);
  const placed = assign({
    matches: matchesOf(asked, offered, historiesOf(pairs)),
    capacity: capacitiesOf(offered),
    received: new Map(received.map(({ memberId, count }) => [memberId, count])),
  });
  const found = new Map(placed.map((each) => [each.wish.id, each]));
  return asked.map((wish) => {
    const match = found.get(wish.id);
    return {
      visitId: wish.id,
      guestMemberId: wish.guest.id,
      hostMemberId: match?.offer.host.id ?? null,
      offerId: match?.offer.id ?? null,
      wave: match?.wave ?? null,
      cause: match ? null : causeOf(wish, offered),
    };
  });
}

/** What a host's own limit leaves in the quarter of its offers; the least of them when they lie in several. */
function capacitiesOf(offers: readonly OfferFacts[]): Map<string, number> {
  const capacities = new Map<string, number>();
  for (const { host, load } of offers) {
    const left = load.limit === null ? USUAL_CAPACITY : Math.max(0, load.limit - load.used);
    capacities.set(host.id, Math.min(left, capacities.get(host.id) ?? left));
  }
  return capacities;
}

function causeOf(wish: WishFacts, offers: readonly OfferFacts[]): UnplacedCause {
  const obstacles = offers
    .map((offer) => obstacleOf(wish, offer))
    .filter((each) => each !== "theme" && each !== "own");
  if (obstacles.length === 0) return "no_offer";
  // Fitting offers without a place for this request, now or after the others were placed.
  return obstacles.some((each) => each === null || each === "full") ? "hosts_full" : "no_fit";
}
