import type { VisitFormat } from "../../db/visit-vocabulary.ts";
import type { MatchScore } from "./match-weights.ts";

/** A team that could receive, with the offer that fits best. */
export interface TeamMatch {
  offerId: string;
  offerTitle: string;
  format: VisitFormat;
  startsAt: number | null;
  endsAt: number | null;
  seats: number;
  taken: number;
  memberName: string;
  memberSlug: string;
  score: MatchScore;
}

/** An open request of a team. Nothing in it names a person. */
export interface RequestMatch {
  id: string;
  themeName: string;
  learningQuestion: string;
  people: number;
  period: string;
  memberName: string;
  memberSlug: string;
  score: MatchScore;
}

/** Requests on one theme near one host, as one proposal. */
export interface BundleSeen {
  themeId: string;
  isOffered: boolean;
  people: number;
  wishes: readonly (Omit<RequestMatch, "score"> & { minutes: number })[];
}
