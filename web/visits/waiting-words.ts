import type { VisitState } from "../../db/visit-vocabulary.ts";
import type { Side } from "./moves.ts";

const GUEST: Partial<Record<VisitState, string>> = {
  awaiting_approval: "Een leidinggevende moet eerst akkoord geven. Daarna gaat de aanvraag weg.",
  open: "Je vraag staat open. Een team dat je wil ontvangen, nodigt je uit.",
  counter_proposed: "Jullie zijn aan zet: past dit voorstel?",
  waiting: "De dag zit vol. Komt er plek voor jullie groep, dan krijgen jullie die vanzelf.",
  accepted: "De afspraak staat. Laat nog weten of jullie zeker komen.",
  moved: "Jullie zijn aan zet: de afspraak is verplaatst. Kunnen jullie op de nieuwe dag?",
  confirmed: "De afspraak staat. Jullie hebben bevestigd dat jullie komen.",
};

const HOST: Partial<Record<VisitState, string>> = {
  open: "Dit team zoekt nog een gastheer.",
  requested: "Jullie zijn aan zet: beantwoord de aanvraag.",
  waiting:
    "Deze groep staat op de wachtlijst. Komt er plek, dan krijgt de eerste groep die past die vanzelf.",
  accepted: "De afspraak staat. De gast heeft nog niet bevestigd.",
  moved: "De afspraak is verplaatst. We wachten op een bevestiging van de gast.",
  confirmed: "De afspraak staat. De gast heeft bevestigd.",
};

/** Who has to do something now, seen from one side. */
export function waitingWords(state: VisitState, side: Side | null, otherName: string | null): string {
  const own = (side === "guest" ? GUEST : HOST)[state];
  if (own) return own;
  if (state === "requested" || state === "counter_proposed")
    return `We wachten op ${otherName ?? "een gastheer"}.`;
  return "Hier hoeft niemand meer iets te doen.";
}
