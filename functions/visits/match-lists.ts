import type { BundleSeen, RequestMatch, TeamMatch } from "../../web/visits/match-seen.ts";
import { closedBecause } from "./match-policy.ts";
import {
  historiesOf,
  type OfferRow,
  type OrganisationRow,
  offerFactsOf,
  organisationOf,
  type WishRow,
  wishFactsOf,
} from "./match-reading.ts";
import { bundlesFor } from "./matching/bundle.ts";
import { rankOffers, rankWishes } from "./matching/ranking.ts";

/** So many matches stand on a page; further down the list the reasons get thin. */
const SHOWN = 10;

type Pairs = readonly { guest: string; host: string; count: number }[];

/** The teams for a request, the best first, ready to be shown. */
export function teamsFor(
  wish: WishRow,
  offers: readonly OfferRow[],
  pairs: Pairs,
  now: number,
): { teams: TeamMatch[]; count: number } {
  const rows = new Map(offers.map((row) => [row.id, row]));
  const ranked = rankOffers(wishFactsOf(wish), offerFactsOf(offers, now), historiesOf(pairs));
  const teams = ranked.slice(0, SHOWN).map(({ offer, score }): TeamMatch => {
    const row = rows.get(offer.id) as OfferRow;
    return {
      offerId: row.id,
      offerTitle: row.title,
      format: row.format,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      seats: row.seats,
      taken: row.taken,
      memberName: row.member_name,
      memberSlug: row.member_slug,
      score,
    };
  });
  return { teams, count: ranked.length };
}

/** The requests for an offer, the best first; none while the offer is closed. */
export function requestsFor(
  row: OfferRow,
  wishes: readonly WishRow[],
  pairs: Pairs,
  now: number,
): { requests: RequestMatch[]; count: number; closed: string | null } {
  const rows = new Map(wishes.map((each) => [each.id, each]));
  const offers = offerFactsOf([row], now);
  const ranked = offers.flatMap((offer) => rankWishes(offer, wishes.map(wishFactsOf), historiesOf(pairs)));
  const requests = ranked.slice(0, SHOWN).map(({ wish, score }) => ({
    ...requestSeen(rows.get(wish.id) as WishRow),
    score,
  }));
  const [facts] = offers;
  return {
    requests,
    count: ranked.length,
    closed: facts ? closedBecause({ ...facts, state: row.state }) : null,
  };
}

const requestSeen = (row: WishRow) => ({
  id: row.id,
  themeName: row.theme_name,
  learningQuestion: row.learning_question,
  people: row.people,
  period: row.period,
  memberName: row.member_name,
  memberSlug: row.member_slug,
});

/** The bundles around an organisation, ready to be shown. */
export function bundlesOf(
  own: OrganisationRow & { offered: string },
  wishes: readonly WishRow[],
): BundleSeen[] {
  const rows = new Map(wishes.map((each) => [each.id, each]));
  const offered = new Set<string>(JSON.parse(own.offered));
  return bundlesFor(organisationOf(own), offered, wishes.map(wishFactsOf)).map((bundle) => ({
    ...bundle,
    wishes: bundle.wishes.map(({ wish, minutes }) => ({
      ...requestSeen(rows.get(wish.id) as WishRow),
      minutes,
    })),
  }));
}
