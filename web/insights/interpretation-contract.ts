import * as z from "zod";

export const LONGEST_TEXT = 1_500;

/** A text beneath a figure; empty takes the present one away. */
export const interpretationContract = z.object({
  id: z.string(),
  gezien: z.coerce.number().int().min(0).catch(0),
  duiding: z.string().trim().max(LONGEST_TEXT, `Schrijf een duiding van hooguit ${LONGEST_TEXT} tekens.`),
});
