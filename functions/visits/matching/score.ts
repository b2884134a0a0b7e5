import type { VisitFormat } from "../../../db/visit-vocabulary.ts";
import {
  MATCH_CRITERIA,
  MATCH_WEIGHTS,
  type MatchCriterion,
  type MatchReason,
  type MatchScore,
} from "../../../web/visits/match-weights.ts";
import type { OfferFacts, PairHistory, WishFacts } from "./facts.ts";
import { isTooFar, NO_TRAVEL, type Travel, travelBetween } from "./travel.ts";

/** Up to here travel costs nothing, from there to the last it counts less and less. In minutes one way. */
const NEAR_MINUTES = 20;
const FAR_MINUTES = 120;
/** A theme among others gets a little less attention than the only one. */
const THEME_SHARE = [1, 1, 0.9] as const;
const THEME_AMONG_MANY = 0.8;
/** A host is strong from this step of a scale, a guest seeks up to that step. */
const STRONG_FROM = 4;
const SEEKS_UPTO = 2;
/** So many strengths give all points. */
const STRENGTHS_FOR_ALL = 2;
/** The load of a host without a limit is laid beside this many receptions a quarter. */
const USUAL_PER_QUARTER = 4;
const REST_DAYS = 30;
const RESTED_DAYS = 180;
/** A format that suits another size of group is not impossible, only less fit. */
const OTHER_GROUP = 0.4;

/** The groups for which a format works well, in people. */
const GROUPS: Readonly<Record<VisitFormat, readonly [fewest: number, most: number]>> = {
  job_shadow: [1, 2],
  team_visit: [2, 10],
  theme_talk: [2, 15],
  expert_visit: [1, 5],
  digital: [1, 200],
};

interface Finding {
  /** between 0 and 1: how much of the weight */
  share: number;
  reason?: MatchReason;
}

/** Whether this request can go to this offer at all; what is not possible gets no score. */
export type Obstacle = "own" | "theme" | "group" | "distance" | "full";

/** The first thing that stands in the way, or null: own offer, other theme, too many or few people, full, too far. */
export function obstacleOf(
  wish: WishFacts,
  offer: OfferFacts,
  travel = travelOfPair(wish, offer),
): Obstacle | null {
  if (wish.guest.id === offer.host.id) return "own";
  if (!offer.themeIds.includes(wish.themeId)) return "theme";
  if (wish.people > offer.seatsLeft || wish.people < offer.fewestPeople) return "group";
  if (isTooFar(travel, wish.travelLimit)) return "distance";
  return offer.canReceive ? null : "full";
}

const travelOfPair = (wish: WishFacts, offer: OfferFacts): Travel | null =>
  offer.format === "digital" ? NO_TRAVEL : travelBetween(wish.guest.place, offer.host.place);

/** How well a request and an offer fit; null when something stands in the way. The same facts, the same score. */
export function scoreOf(wish: WishFacts, offer: OfferFacts, history: PairHistory): MatchScore | null {
  const way = travelOfPair(wish, offer);
  if (obstacleOf(wish, offer, way)) return null;
  const minutes = way?.minutes ?? null;
  const findings: Record<MatchCriterion, Finding> = {
    theme: themeOf(wish, offer),
    travel: travelOf(minutes),
    strength: strengthOf(wish, offer),
    size: sizeOf(wish, offer),
    systems: shared("systems", wish.guest.systems, offer.host.systems),
    format: formatOf(wish, offer),
    legal_form: shared("legal_form", wish.guest.legalForms, offer.host.legalForms),
    reciprocity: reciprocityOf(history),
    load: { share: Math.min(1, offer.load.used / (offer.load.limit || USUAL_PER_QUARTER)) },
    recent: { share: recencyOf(offer.lastReceivedDaysAgo) },
  };
  const parts = MATCH_CRITERIA.map((criterion) => ({
    criterion,
    points: Math.round(MATCH_WEIGHTS[criterion].points * findings[criterion].share) || 0,
  })).filter(({ points }) => points !== 0);
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  return { total, parts, reasons: threeReasons(parts, findings, offer), minutes };
}

/** What gave most first; in the order of the table when it gave as much. */
function threeReasons(
  parts: MatchScore["parts"],
  findings: Record<MatchCriterion, Finding>,
  offer: OfferFacts,
): MatchScore["reasons"] {
  const given = parts
    .toSorted((a, b) => b.points - a.points)
    .flatMap(({ criterion }) => findings[criterion].reason ?? []);
  const [first, second, third] = [
    ...given,
    ...(offer.lastReceivedDaysAgo === null ? [{ about: "quiet" } as const] : []),
    { about: "room", seatsLeft: offer.seatsLeft } as const,
    { about: "day", isFixed: offer.isOnADay } as const,
  ];
  return [first, second, third] as MatchScore["reasons"];
}

function themeOf({ themeId }: WishFacts, { themeIds }: OfferFacts): Finding {
  const share = THEME_SHARE[themeIds.length] ?? THEME_AMONG_MANY;
  return { share, reason: { about: "theme", themeId, isOnly: themeIds.length === 1 } };
}

function travelOf(minutes: number | null): Finding {
  // Who does not say where it works is neither near nor far.
  if (minutes === null) return { share: 0.5 };
  const share = Math.min(1, Math.max(0, (FAR_MINUTES - minutes) / (FAR_MINUTES - NEAR_MINUTES)));
  return { share, reason: { about: "travel", minutes: minutes === 0 ? null : minutes } };
}

function strengthOf({ guest }: WishFacts, { host }: OfferFacts): Finding {
  const concepts = Object.keys(guest.openScales)
    .filter((concept) => {
      const [seeks, strong] = [guest.openScales[concept], host.openScales[concept]];
      return seeks !== undefined && strong !== undefined && seeks <= SEEKS_UPTO && strong >= STRONG_FROM;
    })
    .toSorted();
  return {
    share: Math.min(1, concepts.length / STRENGTHS_FOR_ALL),
    reason: { about: "strength", concepts },
  };
}

function sizeOf({ guest }: WishFacts, { host }: OfferFacts): Finding {
  const { sizeClass } = guest;
  if (sizeClass === null || sizeClass !== host.sizeClass) return { share: 0 };
  return { share: 1, reason: { about: "size", sizeClass } };
}

function shared(
  about: "systems" | "legal_form",
  mine: readonly string[],
  theirs: readonly string[],
): Finding {
  const codes = [...new Set(mine)].filter((code) => theirs.includes(code)).toSorted();
  return { share: codes.length > 0 ? 1 : 0, reason: { about, codes } };
}

function formatOf({ formats, people }: WishFacts, { format }: OfferFacts): Finding {
  if (formats.length > 0)
    return formats.includes(format)
      ? { share: 1, reason: { about: "format", format, people, isWished: true } }
      : { share: 0 };
  const [fewest, most] = GROUPS[format];
  if (people < fewest || people > most) return { share: OTHER_GROUP };
  return { share: 1, reason: { about: "format", format, people, isWished: false } };
}

/** A visit back is owed when they came here more often than the guest went there. */
function reciprocityOf({ guestWentToHost, hostWentToGuest }: PairHistory): Finding {
  return { share: hostWentToGuest > guestWentToHost ? 1 : 0, reason: { about: "reciprocity" } };
}

function recencyOf(daysAgo: number | null): number {
  if (daysAgo === null) return 0;
  return Math.min(1, Math.max(0, (RESTED_DAYS - daysAgo) / (RESTED_DAYS - REST_DAYS)));
}
