import type { OfferState, VisitFormat } from "../visit-vocabulary.ts";

export interface DemoOffer {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly format: VisitFormat;
  /** Slugs of the shared themes. */
  readonly themes: readonly string[];
  readonly whatYouSee: string;
  readonly forWhom: string;
  readonly practical?: string;
  readonly location?: string;
  readonly seats: number;
  /** Working day counted from the day of seeding, start and end in Dutch time; without it the date is found together. */
  readonly on?: readonly [days: number, from: string, to: string];
  readonly state: OfferState;
}
