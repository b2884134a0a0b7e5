/** Every word of visits that is stored; the same promise as in `vocabulary.ts`. */

export const VISIT_FORMATS = ["job_shadow", "team_visit", "theme_talk", "expert_visit", "digital"] as const;
export type VisitFormat = (typeof VISIT_FORMATS)[number];

export const OFFER_STATES = ["draft", "published", "paused", "withdrawn"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** The language in which visitors are received. */
export const OFFER_LANGUAGES = ["dutch", "frisian", "english", "german"] as const;
export type OfferLanguage = (typeof OFFER_LANGUAGES)[number];

/** In what a guest says how far to travel. */
export const TRAVEL_UNITS = ["minutes", "kilometres"] as const;
export type TravelUnit = (typeof TRAVEL_UNITS)[number];

/** The questions whose answer becomes a private draft: curiosity a request, pride an offer. */
export const DRAFT_CONCEPTS = ["5A2", "5C1"] as const;
export type DraftConcept = (typeof DRAFT_CONCEPTS)[number];

/** What was done with such a draft. Without a row nobody has touched it. */
export const DRAFT_STATES = ["edited", "published", "discarded"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/**
 * Why an exchange found no host: nobody offers the theme, nobody who does fits (too far, another group), or who
 * fits received all it can.
 */
export const UNPLACED_CAUSES = ["no_offer", "no_fit", "hosts_full"] as const;
export type UnplacedCause = (typeof UNPLACED_CAUSES)[number];

/**
 * `awaiting_approval`: has not left its own organisation yet. `open`: a wish without a host yet. `requested`:
 * waits for the host. `counter_proposed`: waits for the guest. `waiting`: on the waiting list of a full day.
 * `accepted`: seats are taken and the invitation is out. `moved`: agreed before, and now on another day that the
 * guest has not confirmed. `confirmed`: the guest has said to come on this day. The rest are ends.
 */
export const VISIT_STATES = [
  "open",
  "requested",
  "counter_proposed",
  "accepted",
  "declined",
  "withdrawn",
  "cancelled",
  "took_place",
  "did_not_take_place",
  "awaiting_approval",
  "disapproved",
  "waiting",
  "moved",
  "confirmed",
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** A day stands in both calendars, and seats are taken. */
export const AGREED_STATES = ["accepted", "moved", "confirmed"] as const satisfies readonly VisitState[];

/** The two sides of a visit. */
export const VISIT_SIDES = ["guest", "host"] as const;

/** What a side says about a proposed moment. */
export const DATE_ANSWERS = ["yes", "maybe", "no"] as const;
export type DateAnswer = (typeof DATE_ANSWERS)[number];

/** Why an agreed visit did not happen. */
export const ABSENCE_CAUSES = ["illness", "travel", "too_few", "misunderstanding", "other"] as const;
export type AbsenceCause = (typeof ABSENCE_CAUSES)[number];

/** `change_asked`: the host wants other words first. Only `approved` is seen by others. */
export const LESSON_STATES = ["proposed", "change_asked", "approved", "withdrawn"] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** What came of the action that an organisation took home from a visit. */
export const ACTION_OUTCOMES = ["applied", "partly_applied", "not_applied"] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** The mails after a visit: two days later, and after 90 and 270 days. */
export const FOLLOW_UPS = ["reflection", "check_90", "check_270"] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** What somebody's calendar answered to an invitation: PARTSTAT of RFC 5545. */
export const PARTICIPATIONS = ["needs_action", "accepted", "tentative", "declined"] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** How long before a visit its reminder comes. */
export const REMINDERS = ["week_before", "day_before"] as const;
export type Reminder = (typeof REMINDERS)[number];
