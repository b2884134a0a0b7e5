import { csvOf } from "../http/csv.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { DataSet, Variable } from "./sav/dataset.ts";

const KINDS = { number: "getal", text: "tekst", date: "dag" } as const;
const MEASURES = { nominal: "nominaal", ordinal: "ordinaal", scale: "schaal" } as const;

const valuesIn = ({ values }: Variable): string =>
  values.map(({ value, label }) => `${value} = ${label}`).join("; ");

/** The data themselves as a sheet: names of variables above, numbers as in the .sav file. */
function dataSheet({ name, variables, rows }: DataSet): Sheet {
  return { fileName: name, columns: variables.map(({ name: label, kind }) => ({ label, kind })), rows };
}

/** What every column means, as a sheet. */
function codebookSheet({ name, variables, sets }: DataSet): Sheet {
  const setOf = (variable: string) => sets.find((set) => set.variables.includes(variable));
  return {
    fileName: `${name}-codeboek`,
    columns: [
      { label: "Naam", kind: "text" },
      { label: "Vraag of betekenis", kind: "text" },
      { label: "Soort", kind: "text" },
      { label: "Meetniveau", kind: "text" },
      { label: "Waarden", kind: "text" },
      { label: "Telt als geen waarde", kind: "text" },
      { label: "Hoort bij", kind: "text" },
    ],
    rows: variables.map((variable) => [
      variable.name,
      variable.label,
      KINDS[variable.kind],
      MEASURES[variable.measure],
      valuesIn(variable),
      variable.missing.join("; "),
      setOf(variable.name)?.label ?? "",
    ]),
  };
}

/** The same to read and to print, as Markdown, with what must be known first. */
export function codebookText(dataSet: DataSet): string {
  const { title, notes, variables, sets, rows } = dataSet;
  const variableText = (variable: Variable) => [
    `### ${variable.name}`,
    "",
    variable.label,
    "",
    `Soort: ${KINDS[variable.kind]}, ${MEASURES[variable.measure]}.`,
    ...(variable.values.length > 0
      ? ["", ...variable.values.map(({ value, label }) => `- ${value}: ${label}`)]
      : []),
    ...(variable.missing.length > 0 ? ["", `Telt als geen waarde: ${variable.missing.join(", ")}.`] : []),
    "",
  ];
  const setText = sets.map(({ label, variables: names }) => `- ${label}: ${names.join(", ")}`);
  return [
    `# Codeboek: ${title}`,
    "",
    ...notes.flatMap((note) => [note, ""]),
    `${rows.length} organisaties, ${variables.length} kolommen. Leeg betekent: niet ingevuld.`,
    "",
    ...(setText.length > 0 ? ["## Vragen met meer antwoorden", "", ...setText, ""] : []),
    "## Kolommen",
    "",
    ...variables.flatMap(variableText),
  ].join("\n");
}

/** Data and codebook as text files. */
export const dataCsv = (dataSet: DataSet): string => csvOf(dataSheet(dataSet));
export const codebookCsv = (dataSet: DataSet): string => csvOf(codebookSheet(dataSet));
