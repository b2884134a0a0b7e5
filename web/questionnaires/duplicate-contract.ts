import * as z from "zod";

/** Field of the choice at one question, and its two values. */
export const sideField = (concept: string) => `kies-${concept}`;
export const LEFT = "eerste";
export const RIGHT = "tweede";

export const KEEP = { left: "houd-eerste", right: "houd-tweede" } as const;
export const MERGE = "samenvoegen";
export const ASK = "vraag";

/** The fixed part of both forms: which two were shown, and the id of what merging makes. */
export const duplicateContract = z.object({
  eerste: z.string(),
  tweede: z.string(),
  nieuw: z.string().regex(/^[0-9a-z]{20}$/, "Open deze pagina opnieuw. Dit formulier is niet compleet."),
  actie: z.enum([KEEP.left, KEEP.right, MERGE, ASK], "Kies wat er met de inzendingen moet gebeuren."),
});

export const CHOOSE = "Kies welk antwoord blijft.";
