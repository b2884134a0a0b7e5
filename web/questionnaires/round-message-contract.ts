import * as z from "zod";
import { ROUND_MESSAGE_KINDS } from "../../db/vocabulary.ts";
import { typedDay } from "../ui/typed-day.ts";
import { unknownPlaceholder } from "./round-message-words.ts";

const words = (sentence: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, sentence)
    .max(most, `Gebruik hoogstens ${most} tekens.`)
    .superRefine((text, context) => {
      const unknown = unknownPlaceholder(text);
      if (unknown !== null)
        context.addIssue({
          code: "custom",
          message: `Gebruik alleen {organisatie}, {sluitdatum} en {link}. Haal ${unknown} weg.`,
        });
    });

/** A message to the members of a round. `gezien` is the revision that the form saw; 0 for a new one. */
export const roundMessageContract = z.object({
  id: z.string().max(40),
  soort: z.enum(ROUND_MESSAGE_KINDS, "Kies uitnodiging of herinnering."),
  onderwerp: words("Vul een onderwerp in.", 59),
  tekst: words("Vul de tekst van het bericht in.", 4000),
  dag: typedDay("Vul de dag in waarop het bericht weggaat, bijvoorbeeld 1-12-2026."),
  gezien: z.coerce.number().catch(0),
});
export type RoundMessageForm = z.output<typeof roundMessageContract>;

/** More time for one organisation. `stond`: for whom something stood there when the form was drawn, and since when. */
export const extensionContract = z.object({
  lid: z.string().min(1, "Kies een organisatie."),
  tot: typedDay("Vul de laatste dag in, bijvoorbeeld 15-1-2027."),
  reden: z.string().trim().min(1, "Vul in waarom.").max(300, "Gebruik hoogstens 300 tekens."),
  stond: z.array(z.string()),
});
export type ExtensionForm = z.output<typeof extensionContract>;

/** An organisation that has more time, as the page lists it. `hasSigned` is 0 or 1. */
export interface ExtensionView {
  memberId: string;
  memberName: string;
  slug: string;
  /** the last day, "2027-01-15" */
  until: string;
  reason: string;
  givenBy: string | null;
  givenAt: number;
  hasSigned: number;
}

/** What the form says about one organisation's extension: who, and the moment at which it was given. */
export const standingExtension = ({ memberId, givenAt }: ExtensionView): string => `${memberId} ${givenAt}`;

/** The moment that a form saw for an organisation; "" where it saw no extension. */
export const seenExtension = ({ lid, stond }: ExtensionForm): string =>
  stond.find((each) => each.startsWith(`${lid} `))?.slice(lid.length + 1) ?? "";
