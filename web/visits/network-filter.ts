import * as z from "zod";
import { paths } from "../paths.ts";

/** The filters in the address. What nobody knows is no filter, so that an old link still shows something. */
export const networkFilter = z.object({
  thema: z.string().trim().max(80).catch(""),
  jaar: z
    .string()
    .regex(/^20\d\d$/)
    .catch(""),
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type NetworkFilter = z.output<typeof networkFilter>;

/** An address with these filters; what is empty or the first page stays out of it. */
export function networkHref(filter: NetworkFilter, address = paths.network()): string {
  const query = new URLSearchParams();
  if (filter.thema !== "") query.set("thema", filter.thema);
  if (filter.jaar !== "") query.set("jaar", filter.jaar);
  if (filter.pagina > 1) query.set("pagina", String(filter.pagina));
  return query.size > 0 ? `${address}?${query}` : address;
}
