import type {
  AbsenceCause,
  DateAnswer,
  OfferLanguage,
  OfferState,
  VisitFormat,
  VisitState,
} from "../../db/visit-vocabulary.ts";
import type { Side } from "./moves.ts";
import type { PracticalSheet } from "./practical-sheet.ts";

/** What the pages show of visits: the shape in which the queries answer. Moments in milliseconds, UTC. */
export interface ThemeSeen {
  id: string;
  slug: string;
  name: string;
}

export interface OfferSeen extends PracticalSheet {
  id: string;
  memberId: string;
  memberName: string;
  memberSlug: string;
  provinces: string;
  title: string;
  format: VisitFormat;
  whatYouSee: string;
  forWhom: string;
  location: string;
  seatsMin: number;
  seats: number;
  /** seats of accepted visits */
  taken: number;
  /** groups on the waiting list */
  waiting: number;
  /** whether the host answers each request, or places go in order of arrival; only of an offer with a day */
  needsApproval: boolean;
  applyBefore: number | null;
  goesAheadAt: number | null;
  startsAt: number | null;
  endsAt: number | null;
  /** the first of an offer on several days; null when it stands alone */
  seriesId: string | null;
  isPublic: boolean;
  state: OfferState;
  revision: number;
  themes: readonly ThemeSeen[];
}

/** Another day of the same offer. */
export interface SiblingSeen {
  id: string;
  startsAt: number | null;
  endsAt: number | null;
  seats: number;
  taken: number;
  state: OfferState;
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
  /** of an offer whose day is found together: null */
  offerStartsAt: number | null;
  /** groups on the waiting list of the offer */
  offerWaiting: number;
  /** 1 for who is first in line; null for who is in none */
  waitingPlace: number | null;
  offerLocation: string | null;
  whatYouSee: string | null;
  practical: string | null;
  access: string | null;
  parking: string | null;
  diet: string | null;
  safety: string | null;
  noPhotos: string | null;
  language: OfferLanguage | null;
  themeName: string;
  learningQuestion: string;
  whatWeBring: string;
  period: string;
  seats: number;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  state: VisitState;
  absenceCause: AbsenceCause | null;
  revision: number;
}

export interface EventSeen {
  revision: number;
  state: VisitState;
  at: number;
  personName: string | null;
  note: string;
  /** set where no move was made: a colleague took over from this person */
  handedFrom?: string | null;
  startsAt: number | null;
  endsAt: number | null;
}

export interface PersonSeen {
  name: string;
  email: string;
}

/** A moment that lies on the table, with what each side said. */
export interface DateSeen {
  id: string;
  startsAt: number;
  endsAt: number;
  side: Side;
  guestAnswer: DateAnswer | null;
  hostAnswer: DateAnswer | null;
}

export interface MessageSeen {
  id: string;
  side: Side;
  personName: string | null;
  text: string;
  createdAt: number;
}
