import * as z from "zod";
import { LONGEST, required, revision } from "./contract.ts";

/** Own words for a draft. The theme may wait until the draft is placed. */
export const draftContract = z.object({
  thema: z.string(),
  tekst: required("Vul een tekst in, of gooi het concept weg.", LONGEST.text),
  revisie: revision,
});

export const draftStateContract = z.object({ revisie: revision });
