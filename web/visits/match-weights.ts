import type { VisitFormat } from "../../db/visit-vocabulary.ts";
import type { SizeClass } from "../../db/vocabulary.ts";

/** What is weighed when a request and an offer are laid side by side. */
export const MATCH_CRITERIA = [
  "theme",
  "travel",
  "strength",
  "size",
  "systems",
  "format",
  "legal_form",
  "reciprocity",
  "load",
  "recent",
] as const;
export type MatchCriterion = (typeof MATCH_CRITERIA)[number];

/**
 * The one table of weights: the most points that a criterion can give (or take, below zero), its name and why
 * it weighs so much. The score counts with it and the page of explanation shows it. What is above zero adds
 * up to 100.
 */
export const MATCH_WEIGHTS: Readonly<Record<MatchCriterion, { points: number; name: string; why: string }>> =
  {
    theme: {
      points: 35,
      name: "Thema",
      why: "Een bezoek begint met een leervraag. Gaat het aanbod over één thema, dan telt het het zwaarst.",
    },
    travel: {
      points: 20,
      name: "Reistijd",
      why: "Dichtbij gaat een bezoek vaker door. Tot 20 minuten telt alles mee, vanaf 2 uur niets meer.",
    },
    strength: {
      points: 15,
      name: "Sterk waar jullie zoeken",
      why: "Je leert het meest van een team dat al kan wat jullie nog missen. Alleen open antwoorden tellen.",
    },
    size: {
      points: 8,
      name: "Zelfde grootte",
      why: "In een gemeente van gelijke grootte zijn de vragen vaak hetzelfde.",
    },
    systems: {
      points: 8,
      name: "Zelfde systemen",
      why: "Wie met hetzelfde systeem werkt, kan meteen overnemen wat je ziet.",
    },
    format: {
      points: 6,
      name: "Vorm",
      why: "Een meeloopdag past bij een of twee mensen. Met een groep kies je iets anders.",
    },
    legal_form: {
      points: 4,
      name: "Zelfde organisatievorm",
      why: "Een stichting en een gemeente regelen hun werk anders. Het telt licht mee.",
    },
    reciprocity: {
      points: 4,
      name: "Tegenbezoek",
      why: "Kwam een team bij jullie kijken, dan is een bezoek terug niet meer dan redelijk.",
    },
    load: {
      points: -12,
      name: "Drukte bij de gastheer",
      why: "Zo komen bezoeken niet steeds bij hetzelfde team terecht.",
    },
    recent: {
      points: -8,
      name: "Kort geleden nog ontvangen",
      why: "Wie net bezoek had, krijgt even rust. Na een half jaar telt dit niet meer.",
    },
  };

/**
 * Why two organisations fit, as facts; `match-words.ts` says them in Dutch. The last three fill up to three
 * when little is known: they are true of every pair for which they are given.
 */
export type MatchReason =
  | { about: "theme"; themeId: string; isOnly: boolean }
  | { about: "travel"; minutes: number | null }
  | { about: "strength"; concepts: readonly string[] }
  | { about: "size"; sizeClass: SizeClass }
  | { about: "systems"; codes: readonly string[] }
  | { about: "format"; format: VisitFormat; people: number; isWished: boolean }
  | { about: "legal_form"; codes: readonly string[] }
  | { about: "reciprocity" }
  | { about: "quiet" }
  | { about: "room"; seatsLeft: number }
  | { about: "day"; isFixed: boolean };

/** The points of one criterion for one pair; whole numbers, so that they add up as shown. */
export interface MatchPart {
  criterion: MatchCriterion;
  points: number;
}

/** How well a request and an offer fit. */
export interface MatchScore {
  total: number;
  /** in the order of the table, what gave or took nothing left out */
  parts: readonly MatchPart[];
  reasons: readonly [MatchReason, MatchReason, MatchReason];
  /** estimated, one way, in steps of five; 0 when nobody has to travel, null when it is not known */
  minutes: number | null;
}
