import * as z from "zod";

/** Field of the reason at one question; empty: the question does not go back. */
export const reasonField = (concept: string) => `reden-${concept}`;

/** Field of the remark at one question that came back; a page holds several such forms. */
export const remarkField = (id: string) => `opmerking-${id}`;

const LONGEST_REASON = 1000;

/** The fixed part of the form that sends questions back; `id` names what it makes, `gezien` what was shown. */
export const returnContract = z.object({
  inzending: z.string(),
  id: z.string().regex(/^[0-9a-z]{20}$/, "Open de controlepagina opnieuw. Dit formulier is niet compleet."),
  gezien: z.string().regex(/^\d{1,16}-\d{1,9}$/, "Open de controlepagina opnieuw en stuur dan terug."),
});

export const remarkContract = z.object({
  inzending: z.string(),
  opmerking: z
    .string()
    .trim()
    .min(3, "Schrijf in een zin waarom het antwoord zo blijft.")
    .max(LONGEST_REASON, "Houd het korter: hoogstens 1.000 tekens."),
});

export const TOO_LONG = "Houd de reden korter: hoogstens 1.000 tekens.";
export const NO_REASON = "Schrijf bij minstens één vraag wat er niet klopt.";
export const isTooLong = (reason: string): boolean => reason.length > LONGEST_REASON;
