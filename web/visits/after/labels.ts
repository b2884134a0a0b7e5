import type { ActionOutcome, FollowUp, LessonState } from "../../../db/visit-vocabulary.ts";
import type { BadgeKind } from "../../ui/badge.tsx";
import type { Side } from "../moves.ts";

/** The three questions after a visit, for each side its own; the answers are stored in this order. */
export const REFLECTION_QUESTIONS: Record<
  Side,
  readonly { name: "eerste" | "tweede" | "derde"; label: string; hint: string }[]
> = {
  guest: [
    { name: "eerste", label: "Wat heb je geleerd?", hint: "Kijk nog eens naar je leervraag." },
    { name: "tweede", label: "Wat verraste je?", hint: "Iets wat je niet had verwacht." },
    { name: "derde", label: "Wat neem je mee naar je eigen team?", hint: "Klein of groot." },
  ],
  host: [
    { name: "eerste", label: "Wat leverde het bezoek jullie op?", hint: "Ook een gastheer leert." },
    {
      name: "tweede",
      label: "Welke vraag zette je aan het denken?",
      hint: "Iets wat een gast vroeg of zei.",
    },
    { name: "derde", label: "Wat doe je een volgende keer anders?", hint: "Bij het ontvangen van een team." },
  ],
};

export const OUTCOME_LABELS: Record<ActionOutcome, { word: string; label: string; hint: string }> = {
  applied: { word: "toegepast", label: "Toegepast", hint: "We doen het nu zo." },
  partly_applied: { word: "deels", label: "Deels toegepast", hint: "Een stuk is gelukt." },
  not_applied: { word: "niet", label: "Niet toegepast", hint: "Het is er niet van gekomen." },
};

export const LESSON_STATE_LABELS: Record<LessonState, { label: string; kind: BadgeKind; meaning: string }> = {
  proposed: {
    label: "Wacht op de gastheer",
    kind: "ochre",
    meaning: "Alleen jullie twee teams zien deze les. De gastheer keurt haar goed.",
  },
  change_asked: {
    label: "Aanpassing gevraagd",
    kind: "brick",
    meaning: "De gastheer wil iets anders zien. De gast past de les aan.",
  },
  approved: {
    label: "Voor alle leden",
    kind: "green",
    meaning: "Iedereen die is ingelogd, kan deze les lezen.",
  },
  withdrawn: {
    label: "Ingetrokken",
    kind: "neutral",
    meaning: "Alleen jullie twee teams zien dat er een les was.",
  },
};

/** Days after the visit at which is asked what came of an action. */
export const CHECK_DAYS = [90, 270] as const;
export type CheckDays = (typeof CHECK_DAYS)[number];

export const FOLLOW_UP_OF: Record<CheckDays, FollowUp> = { 90: "check_90", 270: "check_270" };

/** "na drie maanden", as people say it. */
export const CHECK_WORDS: Record<CheckDays, string> = { 90: "na drie maanden", 270: "na negen maanden" };

/** Notices after a write, by the word in `?melding=`. */
export const AFTER_NOTICES: Record<string, string> = {
  bewaard: "Je terugblik is bewaard. Beide teams kunnen haar lezen.",
  nagegaan: "Bedankt. Wat je invulde, telt mee in het overzicht van wat er geleerd is.",
  "les-voorgesteld": "Je les is bewaard. De gastheer kijkt ernaar.",
  "les-goedgekeurd": "De les staat nu open voor alle leden.",
  "les-terug": "Je vraag om een aanpassing is verstuurd.",
  "les-ingetrokken": "De les is ingetrokken. Anderen zien haar niet meer.",
};
