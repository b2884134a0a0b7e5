import type { TravelUnit, VisitFormat } from "../../../db/visit-vocabulary.ts";
import type { SizeClass } from "../../../db/vocabulary.ts";

/** Degrees; the middle of the area where an organisation works. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** What is weighed of an organisation: facts that members see of each other, and answers that it opened. */
export interface OrganisationFacts {
  id: string;
  place: Place | null;
  sizeClass: SizeClass | null;
  legalForms: readonly string[];
  systems: readonly string[];
  /** steps of the scales that it opened, by concept (4B1 …), 1 = lowest; closed answers are not in here */
  openScales: Readonly<Record<string, number>>;
}

/** A wish to visit. */
export interface WishFacts {
  id: string;
  guest: OrganisationFacts;
  themeId: string;
  people: number;
  /** formats that the guest asked for; empty is no preference */
  formats: readonly VisitFormat[];
  /** one way; null is no limit */
  travelLimit: { amount: number; unit: TravelUnit } | null;
  /** in milliseconds since 1970 */
  createdAt: number;
}

/** An offer that may receive now. */
export interface OfferFacts {
  id: string;
  host: OrganisationFacts;
  themeIds: readonly string[];
  format: VisitFormat;
  seatsLeft: number;
  /** fewest people for which it is held */
  fewestPeople: number;
  isOnADay: boolean;
  /** false for a host that is at its limit, paused or closed on that day */
  canReceive: boolean;
  /** receptions of the host in the quarter of this offer, and the most it wants; null is no limit */
  load: { used: number; limit: number | null };
  /** days since the host last received, null when that is longer than a year ago or never */
  lastReceivedDaysAgo: number | null;
}

/** How often two organisations visited each other. */
export interface PairHistory {
  guestWentToHost: number;
  hostWentToGuest: number;
}

export const STRANGERS: PairHistory = { guestWentToHost: 0, hostWentToGuest: 0 };
