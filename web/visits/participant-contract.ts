import * as z from "zod";
import { emailOr } from "../accounts/contract.ts";
import { LONGEST, optional, required, revision } from "./contract.ts";

/** A colleague who comes along, or receives as well. `volgnummer`: how often invitations left when the form came. */
export const participantContract = z.object({
  naam: required("Vul de naam van je collega in.", LONGEST.title),
  email: emailOr("Vul het zakelijke mailadres van je collega in, bijvoorbeeld naam@organisatie.nl."),
  opmerking: optional(LONGEST.line),
  volgnummer: revision,
});

export const removalContract = z.object({ volgnummer: revision });

export const ALREADY_THERE = "Deze collega staat er al bij. Vul een ander mailadres in.";
export const noRoom = (seats: number): string =>
  `Er is geen plek meer. Jullie komen met ${seats === 1 ? "één persoon" : `${seats} mensen`}.`;
