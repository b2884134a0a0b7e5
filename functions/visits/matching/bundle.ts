import type { OrganisationFacts, WishFacts } from "./facts.ts";
import { isTooFar, travelBetween } from "./travel.ts";

/** Further away is no longer "in the neighbourhood", whatever a guest's own limit is. Minutes one way. */
const NEIGHBOURHOOD_MINUTES = 60;
/** Two organisations that want to see the same are a reason to set a day for both. */
const FEWEST_TEAMS = 2;

/** Several requests on one theme near one host. */
export interface Bundle {
  themeId: string;
  /** whether this host already offers something on the theme */
  isOffered: boolean;
  /** of each organisation one request, the nearest first, with the estimated minutes one way */
  wishes: readonly { wish: WishFacts; minutes: number }[];
  people: number;
}

/**
 * The bundles for one host: per theme the requests of other organisations that are near and for which this is
 * within their own travel limit. Themes that the host offers come first, then the most teams, then the nearest,
 * then the id of the theme. Of an organisation that asks twice on one theme only the oldest request counts.
 */
export function bundlesFor(
  host: OrganisationFacts,
  offeredThemes: ReadonlySet<string>,
  wishes: readonly WishFacts[],
): Bundle[] {
  const near = wishes
    .flatMap((wish) => {
      const way = wish.guest.id === host.id ? null : travelBetween(wish.guest.place, host.place);
      const isNear = way !== null && way.minutes <= NEIGHBOURHOOD_MINUTES && !isTooFar(way, wish.travelLimit);
      return isNear ? [{ wish, minutes: way.minutes }] : [];
    })
    .toSorted((a, b) => a.wish.createdAt - b.wish.createdAt || (a.wish.id < b.wish.id ? -1 : 1));
  const byTheme = Map.groupBy(near, ({ wish }) => wish.themeId);
  return [...byTheme]
    .map(([themeId, all]) => bundleOf(themeId, offeredThemes.has(themeId), all))
    .filter((bundle) => bundle.wishes.length >= FEWEST_TEAMS)
    .toSorted(compareBundles);
}

function bundleOf(themeId: string, isOffered: boolean, oldestFirst: Bundle["wishes"]): Bundle {
  const guests = new Set<string>();
  const wishes = oldestFirst
    .filter(({ wish }) => !guests.has(wish.guest.id) && guests.add(wish.guest.id))
    .toSorted((a, b) => a.minutes - b.minutes);
  return { themeId, isOffered, wishes, people: wishes.reduce((sum, { wish }) => sum + wish.people, 0) };
}

const nearest = ({ wishes }: Bundle): number => wishes[0]?.minutes ?? 0;

const compareBundles = (a: Bundle, b: Bundle): number =>
  Number(b.isOffered) - Number(a.isOffered) ||
  b.wishes.length - a.wishes.length ||
  nearest(a) - nearest(b) ||
  (a.themeId < b.themeId ? -1 : 1);
