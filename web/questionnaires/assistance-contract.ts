import * as z from "zod";
import { paths } from "../paths.ts";

/** In the address of a section: the assistance in whose name it is filled in. */
export const ASSISTANCE = "namens";

/**
 * The same address, filled in within this assistance; without one, as it was. The task list and the check page
 * are the member's own: instead of those comes the list of sections of the assistance.
 */
export function withAssistance(address: string, year: number, id: string | undefined): string {
  if (!id) return address;
  const [page = "", place] = address.split("#");
  const [path = "", asked] = page.split("?");
  if ([paths.questionnaire(year), paths.questionnaireCheck(year)].includes(path))
    return `${paths.assistanceOne(year, id)}${asked ? `?${asked}` : ""}`;
  return `${page}${asked === undefined ? "?" : "&"}${ASSISTANCE}=${id}${place === undefined ? "" : `#${place}`}`;
}

/** Who calls, for which member, and what that person agreed to. */
export const assistanceContract = z.object({
  id: z.string().regex(/^[0-9a-z]{20}$/, "Open deze pagina opnieuw. Dit formulier is niet compleet."),
  lid: z.string().min(1, "Kies het lid dat je aan de telefoon hebt."),
  beller: z
    .string()
    .trim()
    .min(3, "Schrijf wie je aan de telefoon hebt, met functie.")
    .max(120, "Houd het korter: hoogstens 120 tekens."),
  akkoord: z
    .string()
    .trim()
    .min(10, "Schrijf in een zin waar de beller mee akkoord ging.")
    .max(500, "Houd het korter: hoogstens 500 tekens."),
});
