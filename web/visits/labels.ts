import type { OfferState, VisitFormat, VisitState } from "../../db/vocabulary.ts";
import type { BadgeKind } from "../ui/badge.tsx";
import type { Side, VisitMove } from "./moves.ts";

/** Of each format: the word in an address, the name, and what it means for who goes. */
export const FORMATS: Record<VisitFormat, { slug: string; label: string; hint: string }> = {
  job_shadow: { slug: "meeloopdag", label: "Meeloopdag", hint: "Een dag meelopen met een collega." },
  team_visit: { slug: "teambezoek", label: "Teambezoek", hint: "Een team ontvangt een team." },
  theme_talk: { slug: "themagesprek", label: "Themagesprek", hint: "In gesprek over één onderwerp." },
  expert_visit: { slug: "expertbezoek", label: "Expertbezoek", hint: "Een kenner vertelt hoe het werkt." },
  digital: { slug: "digitaal", label: "Digitaal bezoek", hint: "Elkaar ontmoeten op het scherm." },
};

/** The stand of an offer: the word in a form, its label, and what it means. */
export const OFFER_STATE_WORDS: Record<
  OfferState,
  { word: string; label: string; kind: BadgeKind; meaning: string }
> = {
  draft: {
    word: "concept",
    label: "Concept",
    kind: "ochre",
    meaning: "Alleen jouw organisatie ziet dit aanbod.",
  },
  published: {
    word: "gepubliceerd",
    label: "Open",
    kind: "green",
    meaning: "Alle leden zien dit aanbod en kunnen een bezoek aanvragen.",
  },
  paused: {
    word: "gepauzeerd",
    label: "Even dicht",
    kind: "neutral",
    meaning: "Anderen zien dit aanbod nu niet. Lopende bezoeken gaan door.",
  },
  withdrawn: {
    word: "ingetrokken",
    label: "Ingetrokken",
    kind: "neutral",
    meaning: "Dit aanbod is voorgoed dicht. Lopende bezoeken gaan door.",
  },
};

export const VISIT_STATE_LABELS: Record<VisitState, { label: string; kind: BadgeKind }> = {
  open: { label: "Open vraag", kind: "blue" },
  requested: { label: "Aangevraagd", kind: "ochre" },
  counter_proposed: { label: "Voorstel gedaan", kind: "ochre" },
  accepted: { label: "Afgesproken", kind: "green" },
  declined: { label: "Afgewezen", kind: "neutral" },
  withdrawn: { label: "Ingetrokken", kind: "neutral" },
  cancelled: { label: "Geannuleerd", kind: "brick" },
  took_place: { label: "Doorgegaan", kind: "green" },
  did_not_take_place: { label: "Niet doorgegaan", kind: "brick" },
};

/** Words on the button that makes the move, and the title and question of its page. */
export const MOVE_WORDS: Record<VisitMove, { button: string; title: string; lead: string }> = {
  invitation: {
    button: "Nodig dit team uit",
    title: "Nodig dit team uit",
    lead: "Stel een dag en een plek voor. Daarna zegt het team of het past.",
  },
  acceptance: {
    button: "Bezoek accepteren",
    title: "Accepteer het bezoek",
    lead: "Kies de dag. Daarna krijgen beide teams een uitnodiging voor de agenda.",
  },
  decline: {
    button: "Bezoek afwijzen",
    title: "Wijs het bezoek af",
    lead: "Vertel kort waarom het niet past. Het andere team leest je reden.",
  },
  counter_proposal: {
    button: "Andere dag voorstellen",
    title: "Stel een andere dag voor",
    lead: "Kies een dag, tijd en plek. Daarna is het andere team aan zet.",
  },
  agreement: {
    button: "Akkoord met dit voorstel",
    title: "Ga akkoord met het voorstel",
    lead: "Daarna krijgen beide teams een uitnodiging voor de agenda.",
  },
  withdrawal: {
    button: "Aanvraag intrekken",
    title: "Trek de aanvraag in",
    lead: "De aanvraag vervalt. Je kunt later een nieuwe doen.",
  },
  rescheduling: {
    button: "Afspraak verplaatsen",
    title: "Verplaats de afspraak",
    lead: "Overleg eerst met je gasten. Beide teams krijgen een nieuwe uitnodiging voor de agenda.",
  },
  cancellation: {
    button: "Bezoek annuleren",
    title: "Annuleer het bezoek",
    lead: "Beide teams krijgen bericht. De afspraak verdwijnt uit de agenda.",
  },
  completion: {
    button: "Het bezoek is doorgegaan",
    title: "Het bezoek is doorgegaan",
    lead: "Zo weten beide teams dat het bezoek is afgerond.",
  },
  non_occurrence: {
    button: "Het bezoek ging niet door",
    title: "Het bezoek ging niet door",
    lead: "Je mag kort vertellen waarom. Beide teams kunnen dit lezen.",
  },
};

/** Who has to do something now, seen from one side. */
export function waitingWords(state: VisitState, side: Side | null, otherName: string | null): string {
  const other = otherName ?? "een gastheer";
  if (state === "open")
    return side === "guest"
      ? "Je vraag staat open. Een team dat je wil ontvangen, nodigt je uit."
      : "Dit team zoekt nog een gastheer.";
  if (state === "requested")
    return side === "host" ? "Jullie zijn aan zet: beantwoord de aanvraag." : `We wachten op ${other}.`;
  if (state === "counter_proposed")
    return side === "guest" ? "Jullie zijn aan zet: past dit voorstel?" : `We wachten op ${other}.`;
  if (state === "accepted") return "De afspraak staat.";
  return "Hier hoeft niemand meer iets te doen.";
}

/** Notices after a write, by the word in `?melding=`. */
export const VISIT_NOTICES: Record<string, string> = {
  aangevraagd: "Je aanvraag is verstuurd. Je krijgt bericht als de gastheer antwoordt.",
  "vraag-geplaatst": "Je vraag staat open. Andere teams kunnen je nu uitnodigen.",
  uitnodiging: "Je uitnodiging is verstuurd. Het team laat weten of het past.",
  acceptatie: "Het bezoek is afgesproken. Beide teams krijgen een uitnodiging voor de agenda.",
  afwijzing: "De aanvraag is afgewezen. Het andere team krijgt bericht.",
  tegenvoorstel: "Je voorstel is verstuurd. Het andere team is nu aan zet.",
  instemming: "Het bezoek is afgesproken. Beide teams krijgen een uitnodiging voor de agenda.",
  intrekking: "De aanvraag is ingetrokken.",
  verplaatsing: "De afspraak is verplaatst. Beide teams krijgen een nieuwe uitnodiging.",
  annulering: "Het bezoek is geannuleerd. De afspraak verdwijnt uit de agenda.",
  afronding: "Fijn dat het bezoek doorging. Het staat nu bij je eerdere bezoeken.",
  "niet-doorgegaan": "Het staat erbij dat het bezoek niet doorging.",
};

export const OFFER_NOTICES: Record<string, string> = {
  bewaard: "Je aanbod is bewaard.",
  gepubliceerd: "Je aanbod staat open. Alle leden kunnen het zien.",
  gepauzeerd: "Je aanbod is even dicht. Lopende bezoeken gaan door.",
  ingetrokken: "Je aanbod is ingetrokken.",
};
