import type { ApiFigure } from "../../web/insights/api-contract.ts";
import type { Sheet } from "../http/spreadsheet.ts";

/** What a column means, by its name; of one file alone as "file/column". */
const MEANINGS: Readonly<Record<string, string>> = {
  vraag: "Nummer van de vraag, zoals in vragenlijst.json.",
  naam: "Korte naam van de vraag.",
  versie: "Versie van deze vrijgave. Late antwoorden komen in een volgende versie.",
  vrijgegeven_op: "Dag waarop deze versie is gemaakt.",
  filters: "Codes van de groep: kenmerk=waarde, met & ertussen. Bij alle telt iedereen mee.",
  groep: "De groep in woorden.",
  optie: "Code van het antwoord of het thema, zoals in vragenlijst.json.",
  optienaam: "Het antwoord in woorden.",
  aantal: "Aantal organisaties. Leeg als er geen precies aantal is: kijk dan bij van en tot.",
  vermeldingen: "Hoe vaak een thema is genoemd, door alle leden samen.",
  weergave: "Wat de pagina toont: een getal of een woord.",
  van: "Het aantal is minstens dit.",
  tot: "Het aantal is hoogstens dit.",
  n: "Organisaties in deze groep. Leeg als het cijfer verborgen is.",
  status: "getoond of verborgen.",
  reden: "Dezelfde zin voor elk verborgen cijfer. Een eigen reden zou iets verraden.",
  dichtstbij: "Filters van de dichtstbijzijnde groep waarvan dit cijfer er wel is.",
  wel_te_zien_bij: "De dichtstbijzijnde groep waarvan dit cijfer er wel is, in woorden.",
  nageteld: "Hoeveel getoonde cijfers bij het maken opnieuw geteld zijn uit de antwoorden zelf.",
  anders: "Hoeveel daarvan anders uitkwamen dan gepubliceerd.",
  "feiten-cijfers/aantal": "Aantal organisaties met dit antwoord. Bij mediaan: het middelste getal.",
  "feiten-cijfers/n": "Organisaties die antwoord gaven. Leeg bij de mediaan.",
  "feiten-cijfers/optie": "Code van het antwoord, het nummer van de klasse (vanaf 0), of mediaan.",
  "feiten-cijfers/van": "Bij gelijk: de waarde die telt. Bij klasse: vanaf dit getal.",
  "feiten-cijfers/tot": "Bij klasse: tot dit getal, dat zelf niet meetelt. Leeg is zonder einde.",
  kolom: "Kolom van feiten.csv waarin dit na te tellen is.",
  soort: "Hoe je telt: gelijk, klasse, leeg (niet ingevuld) of mediaan.",
  code: "Code van de organisatie, alleen in dit bestand.",
  organisatie: "Naam van de organisatie, die dit voor iedereen openstelde.",
  organisaties: "Organisaties in deze groep die een getal gaven.",
  mediaan: "Het middelste getal.",
  som: "Alle getallen samen. Leeg als dat één organisatie te veel zou laten zien.",
  gemiddelde: "De som gedeeld door het aantal. Leeg onder 10 getallen.",
  antwoord: "Het antwoord in woorden.",
  toelichting: "Wat de organisatie er zelf bij schreef.",
  Vraag: "Nummer van de vraag, zoals in vragenlijst.json.",
  Onderwerp: "Korte naam van de vraag.",
  Versie: "Versie van deze vrijgave.",
  Organisaties: "Organisaties die in deze versie meetellen.",
  Verborgen: "Cijfers die verborgen bleven.",
  Marge: "Deel van de bewijsbladen waarin het zeldzaamste antwoord van een organisatie staat.",
  "Vrijgegeven op": "Dag waarop deze versie is gemaakt.",
};

/** Of columns such as "Eén filter: te zien". */
const OFFERED = {
  "te zien": "Cijfers met zoveel filters die te zien zijn.",
  mogelijk: "Cijfers met zoveel filters die er hadden kunnen zijn.",
};

const meaningOf = (file: string, column: string): string =>
  MEANINGS[`${file}/${column}`] ??
  MEANINGS[column] ??
  OFFERED[column.split(": ")[1] as keyof typeof OFFERED] ??
  "";

const unique = (pairs: readonly (readonly [code: string, label: string])[]): string =>
  [...new Map(pairs)].map(([code, label]) => `${code} = ${label}`).join("; ");

/** The codes that occur in a column of the released figures, in words; "" where a column has none. */
function codesIn(column: string, figures: readonly ApiFigure[]): string {
  if (column === "filters")
    return unique(
      figures.flatMap(({ filters }) =>
        filters.map(({ filter, waarde, naam }) => [`${filter}=${waarde}`, naam] as const),
      ),
    );
  // Codes of answers and themes stand with their question; only what every question has is said here.
  if (column !== "optie") return "";
  const everywhere = figures.filter(({ optie }) => /^(weet-niet|nvt|leeg|anders|ingevuld|4-5)$/.test(optie));
  return unique(everywhere.map(({ optie, optienaam }) => [optie, optienaam] as const));
}

/** What every column of every table in a year package means, with the codes in it. Those of `feiten.csv` apart. */
export const packageCodebook = (
  sheets: Readonly<Record<string, Sheet>>,
  figures: readonly ApiFigure[],
): Sheet => ({
  fileName: "codeboek",
  columns: ["bestand", "kolom", "betekenis", "codes"].map((label) => ({ label, kind: "text" })),
  rows: Object.entries(sheets).flatMap(([path, { columns, fileName }]) =>
    columns.map(({ label }) => [
      path,
      label,
      meaningOf(fileName, label),
      /\/(cijfers|omvang)\.csv$/.test(path) ? codesIn(label, figures) : "",
    ]),
  ),
});

/** The same to read and to print. */
export function packageCodebookText({ rows }: Sheet, feiten: boolean): string {
  const lines = ["# Codeboek van dit jaarpakket", ""];
  let file: unknown = "";
  for (const [path, column, meaning, codes] of rows) {
    if (path !== file) lines.push(...(file === "" ? [] : [""]), `## ${path}`, "");
    file = path;
    lines.push(`- **${column}**: ${meaning}`);
    for (const code of String(codes).split("; ").filter(Boolean)) lines.push(`  - ${code}`);
  }
  lines.push("", "Codes van antwoorden en thema's staan in vragenlijst.json.");
  if (feiten) lines.push("Wat in feiten.csv en feiten.sav staat, zegt data/leden/feiten-codeboek.md.");
  return `${lines.join("\n")}\n`;
}
