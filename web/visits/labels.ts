import type {
  AbsenceCause,
  OfferLanguage,
  OfferState,
  TravelUnit,
  VisitFormat,
  VisitState,
} from "../../db/visit-vocabulary.ts";
import type { BadgeKind } from "../ui/badge.tsx";
import type { VisitMove } from "./moves.ts";

/** Of each format: the word in an address, the name, and what it means for who goes. */
export const FORMATS: Record<VisitFormat, { slug: string; label: string; hint: string }> = {
  job_shadow: { slug: "meeloopdag", label: "Meeloopdag", hint: "Een dag meelopen met een collega." },
  team_visit: { slug: "teambezoek", label: "Teambezoek", hint: "Een team ontvangt een team." },
  theme_talk: { slug: "themagesprek", label: "Themagesprek", hint: "In gesprek over één onderwerp." },
  expert_visit: { slug: "expertbezoek", label: "Expertbezoek", hint: "Een kenner vertelt hoe het werkt." },
  digital: { slug: "digitaal", label: "Digitaal bezoek", hint: "Elkaar ontmoeten op het scherm." },
};

/** The language in which visitors are received: the word in a form and its name. */
export const LANGUAGES: Record<OfferLanguage, { slug: string; label: string }> = {
  dutch: { slug: "nederlands", label: "Nederlands" },
  frisian: { slug: "fries", label: "Fries" },
  english: { slug: "engels", label: "Engels" },
  german: { slug: "duits", label: "Duits" },
};

/** How far guests will travel: the word in a form, its name, and the short one behind a number. */
export const TRAVEL_UNIT_WORDS: Record<TravelUnit, { slug: string; label: string; short: string }> = {
  minutes: { slug: "minuten", label: "Minuten reizen", short: "minuten reizen" },
  kilometres: { slug: "kilometers", label: "Kilometers", short: "kilometer" },
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
  awaiting_approval: { label: "Wacht op akkoord", kind: "ochre" },
  disapproved: { label: "Geen akkoord", kind: "neutral" },
  waiting: { label: "Op de wachtlijst", kind: "ochre" },
  moved: { label: "Verplaatst", kind: "ochre" },
  confirmed: { label: "Bevestigd", kind: "green" },
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
  approval: {
    button: "Akkoord geven",
    title: "Geef akkoord",
    lead: "Daarna gaat de aanvraag naar het andere team.",
  },
  disapproval: {
    button: "Geen akkoord geven",
    title: "Geef geen akkoord",
    lead: "Vertel kort waarom niet. Alleen je eigen organisatie leest dit.",
  },
  confirmation: {
    button: "Bevestigen dat we komen",
    title: "Bevestig dat jullie komen",
    lead: "Zo weet de gastheer dat jullie er zijn.",
  },
  waitlisting: {
    button: "Op de wachtlijst zetten",
    title: "Zet deze groep op de wachtlijst",
    lead: "De dag zit vol. Komt er plek, dan krijgt de eerste groep die past die plek vanzelf.",
  },
  date_choice: {
    button: "Deze dag kiezen",
    title: "Kies deze dag",
    lead: "Het andere team kan op dit moment. Beide teams krijgen een uitnodiging voor de agenda.",
  },
  withdrawal: {
    button: "Aanvraag intrekken",
    title: "Trek de aanvraag in",
    lead: "De aanvraag vervalt. Je kunt later een nieuwe doen.",
  },
  rescheduling: {
    button: "Afspraak verplaatsen",
    title: "Verplaats de afspraak",
    lead: "Beide teams krijgen een nieuwe uitnodiging voor de agenda. Je gasten bevestigen de nieuwe dag.",
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
    lead: "Kies waarom. Beide teams kunnen dit lezen.",
  },
};

/** Why an agreed visit did not happen: the word in a form, and on the page. */
export const CAUSES: Record<AbsenceCause, { slug: string; label: string }> = {
  illness: { slug: "ziekte", label: "Door ziekte" },
  travel: { slug: "vervoer", label: "Door vervoer of weer" },
  too_few: { slug: "te-weinig-mensen", label: "Te weinig mensen" },
  misunderstanding: { slug: "misverstand", label: "Door een misverstand" },
  other: { slug: "anders", label: "Iets anders" },
};

/** Notices after a write, by the word in `?melding=`. */
export const VISIT_NOTICES: Record<string, string> = {
  aangevraagd: "Je aanvraag is verstuurd. Je krijgt bericht als de gastheer antwoordt.",
  "wacht-op-akkoord": "Je aanvraag is bewaard. Je leidinggevende krijgt bericht en moet eerst akkoord geven.",
  wachtlijst:
    "De groep staat op de wachtlijst. Komt er plek, dan gaat die vanzelf naar de eerste groep die past.",
  "plek-gekregen": "Jullie hebben een plek. De uitnodiging voor de agenda komt per mail.",
  akkoord: "Je hebt akkoord gegeven. De aanvraag is verstuurd.",
  "geen-akkoord": "Je hebt geen akkoord gegeven. Je collega krijgt bericht.",
  bevestiging: "Je hebt bevestigd dat jullie komen. De gastheer krijgt bericht.",
  datumkeuze: "De dag staat vast. Beide teams krijgen een uitnodiging voor de agenda.",
  bericht: "Je bericht is verstuurd. Het andere team krijgt het ook per mail.",
  momenten: "Je voorstellen zijn verstuurd. Het andere team laat weten wat past.",
  "momenten-beantwoord": "Je antwoorden zijn bewaard. Het andere team krijgt bericht.",
  "moment-weg": "Dit moment is teruggenomen.",
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
  "dag-toegevoegd": "De dag is toegevoegd als concept. Zet hem open als hij klopt.",
};
