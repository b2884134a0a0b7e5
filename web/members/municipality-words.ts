import * as z from "zod";
import { paths } from "../paths.ts";
import { typedDay } from "../ui/typed-day.ts";

/** What of the registry is asked for. */
export interface MunicipalityFilter {
  query: string;
  /** municipalities that ended, or will */
  past: boolean;
  page: number;
}

export function municipalitiesHref({ query, past, page }: MunicipalityFilter): string {
  const search = new URLSearchParams({
    ...(query && { zoek: query }),
    ...(past && { toon: "opgegaan" }),
    ...(page > 1 && { pagina: String(page) }),
  });
  return `${paths.municipalities()}${search.size > 0 ? `?${search}` : ""}`;
}

/** The reference date of an import: a day that has come, of this century. */
export const inhabitantsContract = (today: string) =>
  z.object({
    peildatum: typedDay("Vul een datum in die bestaat, bijvoorbeeld 1-1-2027.")
      .refine((day) => day <= today, "Kies vandaag of een dag die al geweest is.")
      .refine((day) => day >= "2023-01-01", "Kies een dag vanaf 1 januari 2023. Vanaf dan kennen we de indeling."),
  });
