import type { OfferState, VisitFormat, VisitState } from "../../db/vocabulary.ts";

/** What the pages show of visits: the shape in which the queries answer. Moments in milliseconds, UTC. */
export interface ThemeSeen {
  id: string;
  slug: string;
  name: string;
}

export interface OfferSeen {
  id: string;
  memberId: string;
  memberName: string;
  memberSlug: string;
  provinces: string;
  title: string;
  format: VisitFormat;
  whatYouSee: string;
  forWhom: string;
  practical: string;
  location: string;
  seats: number;
  /** seats of accepted visits */
  taken: number;
  startsAt: number | null;
  endsAt: number | null;
  state: OfferState;
  revision: number;
  themes: readonly ThemeSeen[];
}

export interface OpenRequestSeen {
  id: string;
  guestMemberId: string;
  guestMemberName: string;
  guestMemberSlug: string;
  provinces: string;
  themeName: string;
  learningQuestion: string;
  seats: number;
  period: string;
  createdAt: number;
}

export interface VisitSeen {
  id: string;
  guestMemberId: string;
  guestMemberName: string;
  guestMemberSlug: string;
  hostMemberId: string | null;
  hostMemberName: string | null;
  hostMemberSlug: string | null;
  offerId: string | null;
  offerTitle: string | null;
  offerFormat: VisitFormat | null;
  offerState: OfferState | null;
  offerSeats: number | null;
  offerTaken: number;
  offerLocation: string | null;
  whatYouSee: string | null;
  practical: string | null;
  themeName: string;
  learningQuestion: string;
  whatWeBring: string;
  period: string;
  seats: number;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  state: VisitState;
  revision: number;
}

export interface EventSeen {
  revision: number;
  state: VisitState;
  at: number;
  personName: string | null;
  note: string;
  startsAt: number | null;
  endsAt: number | null;
}

export interface PersonSeen {
  name: string;
  email: string;
}
