import * as z from "zod";
import { IMPORT_KINDS, type ImportKind, type ImportOutcome, type ImportResult } from "../../db/vocabulary.ts";

/** What is read in, as pages and addresses say it. */
export const IMPORT_KIND_WORDS: Record<
  ImportKind,
  { title: string; address: string; one: string; many: string }
> = {
  members: { title: "Leden", address: "leden", one: "lid", many: "leden" },
  people: { title: "Mensen", address: "mensen", one: "persoon", many: "mensen" },
};

export const OUTCOME_WORDS: Record<ImportOutcome, { label: string; address: string }> = {
  new: { label: "nieuw", address: "nieuw" },
  changed: { label: "gewijzigd", address: "wijzigt" },
  unchanged: { label: "gelijk", address: "gelijk" },
  refused: { label: "geweigerd", address: "geweigerd" },
};

export const RESULT_WORDS: Record<ImportResult, string> = {
  written: "overgenomen",
  outdated: "niet overgenomen: intussen is er iets veranderd",
};

export const NO_FILE = "Kies een Excel-bestand of een csv-bestand.";

export const importContract = z.object({
  id: z.string(),
  soort: z.enum(IMPORT_KINDS, "Kies of je leden of mensen inleest."),
});

export const runContract = z.object({ welkom: z.string().transform((value) => value === "ja") });
