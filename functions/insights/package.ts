import { csvOf } from "../http/csv.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { codebookCsv, codebookText, dataCsv } from "./codebook.ts";
import type { PackageParts } from "./package-parts.ts";
import { questionnaireJson, questionnaireText } from "./package-questionnaire.ts";
import { readMe } from "./package-read-me.ts";
import { withheldSheet } from "./package-withheld.ts";
import { releasedSheet } from "./research-figures.ts";
import { savOf } from "./sav/sav.ts";

const FOLDERS = { public: "openbaar", members: "leden", learning_group: "leergroep" } as const;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const csv = (sheet: Sheet): Uint8Array => text(csvOf(sheet));

/** The files of a year package by path: a folder a tier, each with what people of that tier opened. */
export function packageFiles(parts: PackageParts): Record<string, Uint8Array> {
  const { round, figures, facts, account, counted, data, opened, madeAt } = parts;
  const files: Record<string, Uint8Array> = {
    "vragenlijst.json": text(questionnaireJson(round, parts)),
    "vragenlijst.md": text(questionnaireText(round, parts)),
    "reken-na.mjs": text(parts.recount),
    "data/alleen-geteld/cijfers.csv": csv(releasedSheet(round.year, figures)),
    "data/alleen-geteld/verborgen.csv": csv(withheldSheet(figures)),
    "data/alleen-geteld/verborgen-per-vraag.csv": csv(account),
    "data/alleen-geteld/nageteld.csv": csv(counted),
    "data/leden/feiten-cijfers.csv": csv(facts),
  };
  if (data) {
    files["data/leden/feiten.csv"] = text(dataCsv(data));
    files["data/leden/feiten.sav"] = savOf(data, madeAt);
    files["data/leden/feiten-codeboek.csv"] = text(codebookCsv(data));
    files["data/leden/feiten-codeboek.md"] = text(codebookText(data));
  }
  for (const [tier, folder] of Object.entries(FOLDERS)) {
    const sheet = opened[tier as keyof typeof FOLDERS];
    if (sheet) files[`data/${folder}/opengesteld.csv`] = csv(sheet);
  }
  return { "LEESMIJ.md": text(readMe(parts, Object.keys(files))), ...files };
}
