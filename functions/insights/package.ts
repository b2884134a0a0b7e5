import { csvOf } from "../http/csv.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { codebookCsv, codebookText, dataCsv } from "./codebook.ts";
import { packageCodebook, packageCodebookText } from "./package-codebook.ts";
import type { PackageParts } from "./package-parts.ts";
import { questionnaireJson, questionnaireText } from "./package-questionnaire.ts";
import { readMe } from "./package-read-me.ts";
import { withheldSheet } from "./package-withheld.ts";
import { releasedSheet, sizesSheet } from "./research-figures.ts";
import { savOf } from "./sav/sav.ts";

const FOLDERS = { public: "openbaar", members: "leden", learning_group: "leergroep" } as const;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const csv = (sheet: Sheet): Uint8Array => text(csvOf(sheet));

/** The tables of a year package by path: a folder a tier, each with what people of that tier opened. */
function packageSheets(parts: PackageParts): Record<string, Sheet> {
  const { round, figures, sizes, facts, account, counted, opened } = parts;
  const sheets: Record<string, Sheet> = {
    "data/alleen-geteld/cijfers.csv": releasedSheet(round.year, figures),
    "data/alleen-geteld/verborgen.csv": withheldSheet(figures),
    "data/alleen-geteld/verborgen-per-vraag.csv": account,
    "data/alleen-geteld/nageteld.csv": counted,
    "data/leden/feiten-cijfers.csv": facts,
  };
  if (sizes.length > 0) sheets["data/alleen-geteld/omvang.csv"] = sizesSheet(sizes);
  for (const [tier, folder] of Object.entries(FOLDERS)) {
    const sheet = opened[tier as keyof typeof FOLDERS];
    if (sheet) sheets[`data/${folder}/opengesteld.csv`] = sheet;
  }
  return sheets;
}

/** The files of a year package by path. */
export function packageFiles(parts: PackageParts): Record<string, Uint8Array> {
  const { round, data, madeAt } = parts;
  const sheets = packageSheets(parts);
  const codebook = packageCodebook(sheets, parts.figures);
  const files: Record<string, Uint8Array> = {
    "vragenlijst.json": text(questionnaireJson(round, parts)),
    "vragenlijst.md": text(questionnaireText(round, parts)),
    "codeboek.csv": csv(codebook),
    "codeboek.md": text(packageCodebookText(codebook, data !== null)),
    "reken-na.mjs": text(parts.recount),
  };
  for (const [path, sheet] of Object.entries(sheets)) files[path] = csv(sheet);
  if (data) {
    files["data/leden/feiten.csv"] = text(dataCsv(data));
    files["data/leden/feiten.sav"] = savOf(data, madeAt);
    files["data/leden/feiten-codeboek.csv"] = text(codebookCsv(data));
    files["data/leden/feiten-codeboek.md"] = text(codebookText(data));
  }
  return { "LEESMIJ.md": text(readMe(parts, Object.keys(files))), ...files };
}
