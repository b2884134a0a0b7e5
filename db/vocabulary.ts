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

/** Of which days it is kept what a member is: of now, or the reference date of a round. */
export const STANDING_KINDS = ["present", "reference"] as const;

/** By what members of the directory are counted: in all, a facet, the size class, and where they work. */
export const DIRECTORY_MARKS = ["all", ...MEMBER_FACETS, "size_class", "municipality"] as const;

/** How far a member of a round is, on the response board. */
export const BOARD_STATES = ["not_begun", "in_progress", "ready", "signed"] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** By what the response board counts; `twice`: who answered more than once, `hour`: of the first signing. */
export const BOARD_ATTRIBUTES = ["stand", "twice", "hour", "grootte", "landsdeel", "provincie"] as const;

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
