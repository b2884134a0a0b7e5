import type { OfferState, VisitState } from "../../db/visit-vocabulary.ts";
import { OFFER_STATE_WORDS } from "../../web/visits/labels.ts";
import type { Side } from "../../web/visits/moves.ts";
import { stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { isAgreed, OFFER_LIFECYCLE } from "./lifecycle.ts";

/** What a decision about an offer needs to know. */
export interface OfferFacts {
  memberId: string;
  state: OfferState;
  startsAt: number | null;
  seats: number;
  taken: number;
  /** the moment after which nobody can apply any more; null: until the day itself */
  applyBefore?: number | null;
}

/** What a decision about a visit needs to know. */
export interface VisitFacts {
  guestMemberId: string;
  guestMemberName: string;
  hostMemberId: string | null;
  hostMemberName: string | null;
  state: VisitState;
  startsAt: number | null;
  endsAt: number | null;
  /** people who come */
  seats?: number;
  /** of the offer; null without one, or when its day is found together */
  offerStartsAt?: number | null;
  offerState?: OfferState | null;
  offerSeats?: number | null;
  offerTaken?: number;
  /** the one person who approves for the guest's organisation; null: its signatories do */
  approverId?: string | null;
}

export const isHost = (viewer: Viewer): boolean => viewer.member?.roles.includes("host") ?? false;

/** Offers and open requests are for everybody who is signed in; the association's staff looks along. */
export const mayBrowse = (viewer: Viewer | null): Decision => (viewer ? allowed : refused("anonymous"));

/** One's own visits: of the organisation on whose behalf somebody is here. */
export function mayReadOwn(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.member
    ? allowed
    : refused("forbidden", "Werkbezoeken horen bij een lidorganisatie. Jij bent bij geen enkele ingedeeld.");
}

function mayHost(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return isHost(viewer) ? allowed : refused("forbidden", "Alleen een gastheer kan aanbod maken of wijzigen.");
}

export function mayOffer(viewer: Viewer | null): Decision {
  const host = mayHost(viewer);
  return host.may && viewer ? stillMember(viewer) : host;
}

/** Anything but a published offer exists only for the organisation that made it. */
export function mayReadOffer(viewer: Viewer | null, offer: OfferFacts | undefined): Decision {
  if (!viewer) return refused("anonymous");
  if (!offer) return refused("missing");
  return offer.state === "published" || offer.memberId === viewer.member?.memberId
    ? allowed
    : refused("missing");
}

function mayManage(viewer: Viewer | null, offer: OfferFacts | undefined): Decision {
  const read = mayReadOffer(viewer, offer);
  if (!read.may) return read;
  // To another organisation's host a published offer is there to be read, not to be managed.
  if (offer?.memberId !== viewer?.member?.memberId) return refused("missing");
  return mayHost(viewer);
}

export function mayEditOffer(viewer: Viewer | null, offer: OfferFacts | undefined): Decision {
  const manage = mayManage(viewer, offer);
  if (manage.may && !mayOffer(viewer).may) return mayOffer(viewer);
  if (!manage.may || offer?.state !== "withdrawn") return manage;
  return refused("stale", "Dit aanbod is ingetrokken. Maak een nieuw aanbod als je weer wilt ontvangen.");
}

export function mayMoveOffer(
  viewer: Viewer | null,
  offer: OfferFacts | undefined,
  to: OfferState,
  now: number,
): Decision {
  const manage = mayManage(viewer, offer);
  if (!manage.may || !offer) return manage;
  // Taking an offer away stays possible for who is no member any more.
  if (to === "published" && !mayOffer(viewer).may) return mayOffer(viewer);
  if (!OFFER_LIFECYCLE[offer.state].includes(to))
    return refused("stale", `Dit kan niet: de stand van het aanbod is nu "${standOf(offer.state)}".`);
  if (to === "published" && offer.startsAt !== null && offer.startsAt <= now)
    return refused("stale", "De dag van dit aanbod is voorbij. Kies eerst een nieuwe dag.");
  return allowed;
}

const standOf = (state: OfferState) => OFFER_STATE_WORDS[state].label.toLowerCase();

export const OFFER_CLOSED = "Dit aanbod is nu niet open voor aanvragen.";

/**
 * A request to an offer, or an open one (`offer` null). `wasOffered`: an offer that cannot be seen was there
 * when the form was filled in; to who only asks for the form it does not exist.
 */
export function mayRequest(
  viewer: Viewer | null,
  offer: OfferFacts | undefined | null,
  now: number,
  wasOffered = false,
): Decision {
  if (!viewer) return refused("anonymous");
  if (!viewer.member)
    return refused("forbidden", "Alleen mensen van een lidorganisatie kunnen een bezoek aanvragen.");
  const member = stillMember(viewer);
  if (!member.may || offer === null) return member;
  if (!offer && wasOffered) return refused("stale", OFFER_CLOSED);
  const read = mayReadOffer(viewer, offer);
  if (!read.may || !offer) return read;
  if (offer.memberId === viewer.member.memberId)
    return refused(
      "forbidden",
      "Dit is aanbod van je eigen organisatie. Daar hoef je geen bezoek voor aan te vragen.",
    );
  if (offer.state !== "published") return refused("stale", OFFER_CLOSED);
  if (offer.startsAt !== null && offer.startsAt <= now)
    return refused("stale", "De dag van dit aanbod is voorbij.");
  if (offer.applyBefore != null && offer.applyBefore <= now)
    return refused("stale", "Aanmelden voor dit bezoek kan niet meer. De laatste dag daarvoor is voorbij.");
  // A day that is full has a waiting list; of an offer without a day nobody knows when a place comes free.
  if (offer.startsAt === null && offer.taken >= offer.seats)
    return refused(
      "stale",
      "Dit bezoek zit vol. Plaats een open vraag, dan kan een ander team je uitnodigen.",
    );
  return allowed;
}

/** Which side somebody is on, on behalf of the organisation chosen now. Of an open request all others are hosts. */
export function sideOf(viewer: Viewer, visit: VisitFacts): Side | null {
  const memberId = viewer.member?.memberId;
  if (!memberId) return null;
  if (memberId === visit.guestMemberId) return "guest";
  return memberId === visit.hostMemberId || visit.state === "open" ? "host" : null;
}

/** Two organisations share a visit; to all others it does not exist, unless it is still an open request. */
export function mayReadVisit(viewer: Viewer | null, visit: VisitFacts | undefined): Decision {
  if (!viewer) return refused("anonymous");
  if (!visit) return refused("missing");
  if (visit.state === "open" || sideOf(viewer, visit)) return allowed;
  const other = viewer.memberships.find(
    ({ memberId }) => memberId === visit.guestMemberId || memberId === visit.hostMemberId,
  );
  return refused(
    "missing",
    other && `Dit bezoek hoort bij ${other.memberName}. Wissel bovenaan van organisatie om het te zien.`,
  );
}

/** Names, addresses and the story of a visit: only for its two sides. */
export const mayReadContacts = (viewer: Viewer, visit: VisitFacts): boolean =>
  visit.hostMemberId !== null &&
  sideOf(viewer, visit) !== null &&
  !["declined", "withdrawn", "disapproved"].includes(visit.state);

/** The conversation is for who may act for one of the two sides, once there are two. */
export function mayReadThread(viewer: Viewer, visit: VisitFacts): boolean {
  const side = sideOf(viewer, visit);
  return visit.hostMemberId !== null && (side === "guest" || (side === "host" && isHost(viewer)));
}

/** There is something to put in a calendar as long as the appointment stands. */
export function mayDownloadCalendar(viewer: Viewer | null, visit: VisitFacts | undefined): Decision {
  const read = mayReadVisit(viewer, visit);
  if (!read.may || !visit) return read;
  return isAgreed(visit.state) && visit.startsAt !== null
    ? allowed
    : refused("missing", "Van dit bezoek staat geen afspraak in de agenda.");
}
