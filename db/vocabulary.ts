/**
 * Every word that is stored. A word here is a promise to all rows written before: add, never rename.
 * The interface's Dutch for each stands in `GLOSSARY.md` and in `web/<feature>/labels.ts`.
 */

/** What a person may do for one member organisation. */
export const MEMBER_ROLES = ["professional", "editor", "signatory", "host"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What a person may do for the association as a whole. */
export const ASSOCIATION_ROLES = ["monitoring", "bureau"] as const;
export type AssociationRole = (typeof ASSOCIATION_ROLES)[number];

export type Role = MemberRole | AssociationRole;

/** Shape of an item and of the value that answers it. */
export const ITEM_KINDS = ["one", "many", "number", "scale", "open", "date"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** How a question is drawn: as itself, as one row of a table of scales, or (a scale of five) as stars. */
export const ITEM_DISPLAYS = ["list", "grid", "stars"] as const;
export type ItemDisplay = (typeof ITEM_DISPLAYS)[number];

/** A given answer carries a value; the other two are answers without one. No row means: not answered. */
export const ANSWER_STATES = ["given", "unknown", "not_applicable", "cleared"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** Where an answer or a profile value came from. */
export const ANSWER_SOURCES = [
  "typed",
  "profile",
  "previous_round",
  "imported",
  "assisted",
  "merger",
] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** What was done, in a response, with a value that the profile offered. Only `confirmed` and `changed` count. */
export const PROFILE_OUTCOMES = ["confirmed", "changed", "skipped"] as const;
export type ProfileOutcome = (typeof PROFILE_OUTCOMES)[number];

/** `members`: opened to all members by agreement. `confidential`: only counted. */
export const AUDIENCES = ["members", "confidential"] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Who may read an answer with the name of the organisation, from wide to narrow: everybody, all members, the
 * learning group monitoring, nobody. Each includes those after it: what members read, the learning group reads.
 */
export const CONSENT_TIERS = ["public", "members", "learning_group", "counted_only"] as const;
export type ConsentTier = (typeof CONSENT_TIERS)[number];

/**
 * How well an item compares with the item of the same concept in the round before. Only `same` is one line
 * without a remark; a trend breaks at `scale_changed`, `split` and `merged`.
 */
export const COMPARABILITIES = ["same", "reworded", "scale_changed", "split", "merged"] as const;
export type Comparability = (typeof COMPARABILITIES)[number];

/** Who looks: the sides of a gap between perspectives. */
export const PERSPECTIVES = ["team", "front_field", "network_partner", "resident"] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

export const ROUND_STATES = ["concept", "open", "closed", "published"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/**
 * Only `signed` counts. `superseded`: a later signed version replaced it, or the organisation kept its other response.
 */
export const RESPONSE_STATES = ["in_progress", "ready", "signed", "superseded"] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** Mail about a round: to all its members, or only to those who are not ready. */
export const ROUND_MESSAGE_KINDS = ["invitation", "reminder"] as const;
export type RoundMessageKind = (typeof ROUND_MESSAGE_KINDS)[number];

/** `sending`: its day has come, and not everybody has it yet. */
export const ROUND_MESSAGE_STATES = ["draft", "scheduled", "sending", "sent", "cancelled"] as const;
export type RoundMessageState = (typeof ROUND_MESSAGE_STATES)[number];

/** For what somebody is the person to turn to at an organisation. */
export const CONTACT_ROLES = ["general", "questionnaire", "visits", "management"] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const PROFILE_FIELDS = [
  "municipalities",
  "target_group",
  "laws",
  "locations",
  "location_uses",
  "legal_form",
  "fte",
  "process_systems",
  "cao",
  "governance_code",
  "branch_organisation",
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

export const SIZE_CLASSES = ["large", "middle", "small"] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Networks of municipalities (and, by inhabitants, the class of a municipality outside them). */
export const MUNICIPALITY_CLASSES = ["G4", "G40", "M50", "K80/P10"] as const;
export type MunicipalityClass = (typeof MUNICIPALITY_CLASSES)[number];

/** By which members are filtered and counted; size class is derived at every reading, so it is not stored. */
export const MEMBER_FACETS = ["province", "legal_form", "process_systems", "laws"] as const;
export type MemberFacet = (typeof MEMBER_FACETS)[number];

/** What a handed-in table is about. */
export const IMPORT_KINDS = ["members", "people"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What writing a row of it would do. */
export const IMPORT_OUTCOMES = ["new", "changed", "unchanged", "refused"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of a row. `outdated`: what was there had changed meanwhile, so nothing was written. */
export const IMPORT_RESULTS = ["written", "outdated"] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** What can be found by typing. */
export const SEARCH_KINDS = ["member", "municipality", "theme"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Regions for youth care, public health (GGD) and work. */
export const REGION_KINDS = ["youth_care", "public_health", "labour_market"] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

export const CHOICE_LISTS = [
  "target_group",
  "laws",
  "location_uses",
  "legal_form",
  "process_systems",
  "cao",
  "governance_code",
  "branch_organisation",
  "extent",
  "stars",
] as const;
export type ChoiceList = (typeof CHOICE_LISTS)[number];

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

/**
 * What a notice is about; each person chooses per kind how it comes. Sign-in codes and what lands in or leaves a
 * calendar are no notices: those always leave at once.
 */
export const NOTICE_KINDS = [
  "visit_request",
  "visit_message",
  "visit_move",
  "visit_reminder",
  "after_visit",
  "contact_check",
  "round_message",
  "section_work",
  "signature",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `digest`: once a day with all others of that day. */
export const NOTICE_DELIVERIES = ["direct", "digest", "off"] as const;
export type NoticeDelivery = (typeof NOTICE_DELIVERIES)[number];

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

/** A question about a question: it waits for the learning group, or has its answer under the question. */
export const QUERY_STATES = ["open", "answered"] as const;

/**
 * Why an answer looks odd: half or twice what the organisation said before, "none" beside something, uses of no
 * location, no law at all, or a size that does not go with the number of inhabitants.
 */
export const PLAUSIBILITY_RULES = [
  "halved",
  "doubled",
  "none_beside_others",
  "uses_without_locations",
  "no_law",
  "few_for_inhabitants",
  "many_for_inhabitants",
] as const;
export type PlausibilityRule = (typeof PLAUSIBILITY_RULES)[number];

/** What the log of looks and changes records; never the content of an answer. */
export const AUDIT_ACTIONS = [
  "signed_in",
  "signed_out",
  "role_granted",
  "role_withdrawn",
  "person_changed",
  "person_removed",
  "person_exported",
  "member_added",
  "member_changed",
  "round_opened",
  "round_changed",
  "profile_changed",
  "section_saved",
  "response_made_ready",
  "response_resumed",
  "response_signed",
  "response_reopened",
  "figures_exported",
  "use_statement_signed",
  "use_statement_ended",
  "research_exported",
  "figures_released",
  "opened_answers_read",
  "consent_chosen",
  "members_exported",
  "exchange_computed",
  "coherence_read",
  "interpretation_written",
  "perspectives_added",
  "perspectives_removed",
  "questionnaire_changed",
  "inhabitants_imported",
  "municipalities_merged",
  "regions_imported",
  "contact_changed",
  "contact_confirmed",
  "handed_over",
  "extension_changed",
  "round_message_changed",
  "section_assigned",
  "section_unassigned",
  "query_answered",
  "response_returned",
  "return_answered",
  "responses_merged",
  "response_dropped",
  "assistance_started",
  "assistance_ended",
  "assisted_section_read",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
