import * as z from "zod";

const LONGEST_TALK = 1000;

const words = (what: string) =>
  z.string().trim().min(1, what).max(LONGEST_TALK, `Schrijf hoogstens ${LONGEST_TALK} tekens.`);

/** A note to colleagues, or a question to the learning group; the form brings the id of what it makes. */
export const noteContract = z.object({
  id: z.string(),
  namens: z.string(),
  tekst: words("Schrijf eerst een notitie."),
});
export const queryContract = z.object({
  id: z.string(),
  namens: z.string(),
  tekst: words("Schrijf op wat je niet duidelijk vindt."),
});

/** What the learning group answers to everybody. `citeren` and `citaat`: the question itself, in safe words. */
export const answerContract = z.object({
  gezien: z.string().regex(/^\d{1,9}$/, "Open deze vraag opnieuw. Het formulier is niet compleet."),
  antwoord: words("Schrijf de uitleg op."),
  citeren: z.enum(["", "ja"], "Zet het vinkje opnieuw."),
  citaat: z.string().trim().max(LONGEST_TALK, `Schrijf hoogstens ${LONGEST_TALK} tekens.`),
});

export const QUOTE_MISSING = "Schrijf de vraag op zoals iedereen haar mag lezen.";

/** Why an odd answer is right all the same; "" takes the reason away. */
export const reasonContract = z.object({
  gezien: z.string().regex(/^\d{1,9}$/, "Open deze pagina opnieuw. Het formulier is niet compleet."),
  namens: z.string(),
  reden: z.string().trim().max(500, "Schrijf hoogstens 500 tekens."),
});
