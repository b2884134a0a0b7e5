import * as z from "zod";
import { formatSlugs } from "./contract.ts";

const word = z.string().trim().max(80).catch("");

/** The filters of the agenda in the address. What nobody knows is no filter. */
export const agendaContract = z.object({
  maand: word,
  thema: word,
  vorm: z
    .string()
    .refine((slug) => formatSlugs.includes(slug))
    .catch(""),
  provincie: word,
});
export type AgendaFilters = z.output<typeof agendaContract>;

/** The filters of one's own visits in the address. */
export const ownVisitsContract = z.object({
  rol: z.enum(["gast", "gastheer"]).or(z.literal("")).catch(""),
  stand: word,
  thema: word,
  jaar: z
    .string()
    .regex(/^20\d\d$/)
    .catch(""),
});
export type OwnVisitsFilters = z.output<typeof ownVisitsContract>;

/** What the map shows. */
export const mapContract = z.object({
  toon: z.enum(["aanbod", "bezoeken"]).or(z.literal("")).catch(""),
  thema: word,
});
export type MapFilters = z.output<typeof mapContract>;

/** An address with these filters; what is empty stays out of it. */
export function addressWith(address: string, filters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  return query.size > 0 ? `${address}?${query}` : address;
}
