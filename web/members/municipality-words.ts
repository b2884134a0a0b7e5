import * as z from "zod";
import { REGION_KINDS, type RegionKind } from "../../db/vocabulary.ts";
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
      .refine(
        (day) => day >= "2023-01-01",
        "Kies een dag vanaf 1 januari 2023. Vanaf dan kennen we de indeling.",
      ),
  });

const ID = "Open het formulier opnieuw en probeer het nog eens.";

/** Which municipalities go on as which, and from when. */
export const mergerContract = z.object({
  id: z.string().regex(/^[0-9a-z]{20}$/, ID),
  gemeenten: z.string().trim().min(1, "Vul de gemeenten in, elk op een eigen regel.").max(1000, ID),
  naar: z.string().trim().min(1, "Vul in hoe de gemeente daarna heet.").max(80, "Maak de naam korter."),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(GM\d{4})?$/, "Vul GM en vier cijfers in, bijvoorbeeld GM1992. Of laat dit leeg."),
  ingang: typedDay("Vul een datum in die bestaat, bijvoorbeeld 1-1-2027.")
    .refine((day) => day > "2023-01-01", "Kies een dag na 1 januari 2023. Vanaf dan kennen we de indeling.")
    .refine((day) => day < "2050-01-01", "Kies een dag die dichterbij is."),
  /** what the preview showed, in one word */
  gezien: z.string(),
});

/** Kinds of regions, as a table names them. */
export const REGION_KIND_LABELS: Record<RegionKind, string> = {
  youth_care: "jeugdregio",
  public_health: "GGD-regio",
  labour_market: "arbeidsmarktregio",
};

/** "Jeugdregio", "GGD", "arbeidsmarkt": the kind whose first letters these are. */
export const regionKindOf = (typed: string): RegionKind | null =>
  REGION_KINDS.find(
    (kind) => typed.trim().slice(0, 3).toLowerCase() === REGION_KIND_LABELS[kind].slice(0, 3).toLowerCase(),
  ) ?? null;

/** From which day the regions of a table hold. */
export const regionsContract = z.object({
  vanaf: typedDay("Vul een datum in die bestaat, bijvoorbeeld 1-1-2027.").refine(
    (day) => day >= "2023-01-01" && day < "2050-01-01",
    "Kies een dag vanaf 1 januari 2023.",
  ),
});
