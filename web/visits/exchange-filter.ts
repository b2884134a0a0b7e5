import * as z from "zod";

/** How a proposal stands: the word in an address and the name. */
export const STANDINGS = {
  wacht: "Wacht op een van beide",
  opgepakt: "Opgepakt",
  "afgezegd-gast": "Nee van de gast",
  "afgezegd-gastheer": "Nee van de gastheer",
  vervallen: "Niet meer nodig",
  zonder: "Zonder gastheer",
} as const;
export type Standing = keyof typeof STANDINGS;

/** The filter of the whole proposal, in the address. What nobody knows is no filter. */
export const exchangeFilter = z.object({
  stand: z
    .string()
    .refine((word) => word in STANDINGS)
    .catch(""),
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type ExchangeFilter = z.output<typeof exchangeFilter>;
