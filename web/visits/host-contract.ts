import * as z from "zod";
import { parseDutchNumber } from "../ui/dutch.ts";
import { revision } from "./contract.ts";

/** The most receptions in a quarter and the longest lead time that somebody can set. */
const MOST_RECEPTIONS = 90;
const LONGEST_LEAD_DAYS = 180;

const wholeNumber = (typed: string): number | null =>
  typed.trim() === "" ? null : (parseDutchNumber(typed) ?? Number.NaN);

/** How much an organisation can receive. The weeks are Mondays, "2026-12-21". */
export const hostContract = z.object({
  maximum: z
    .string()
    .transform(wholeNumber)
    .refine(
      (number) => number === null || (Number.isInteger(number) && number >= 1 && number <= MOST_RECEPTIONS),
      `Vul een heel getal in van 1 tot en met ${MOST_RECEPTIONS}, of laat het leeg.`,
    ),
  dagen: z
    .string()
    .transform((typed) => wholeNumber(typed) ?? 0)
    .refine(
      (days) => Number.isInteger(days) && days >= 0 && days <= LONGEST_LEAD_DAYS,
      `Vul een heel getal in van 0 tot en met ${LONGEST_LEAD_DAYS}.`,
    ),
  weken: z.array(z.string()),
  revisie: revision,
});
export type HostForm = z.output<typeof hostContract>;

/** The one button: closed for a while, or open again. */
export const pauseContract = z.object({
  pauze: z.enum(["ja", "nee"], "Kies of jullie even dicht zijn.").transform((word) => word === "ja"),
});
