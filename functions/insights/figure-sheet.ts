import { countIn } from "../../web/insights/cell.ts";
import { GIVEN_LABEL, shareLabel } from "../../web/insights/figure-columns.tsx";
import { filterWords } from "../../web/insights/figure-filter.ts";
import { explanationsOf, linesOf } from "../../web/insights/figure-table.ts";
import type { ShownInterpretation } from "../../web/insights/interpretation.ts";
import { outcomeSentence, sizeSentence } from "../../web/insights/outcome-sentence.ts";
import { editionWords, roundWords, versionsCounted } from "../../web/insights/round-words.ts";
import { questionOf, type ShownFigure, type ShownRound } from "../../web/insights/shown-figure.ts";
import { finiteNote, middleSentence } from "../../web/insights/statistic-words.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet, SheetColumn } from "../http/spreadsheet.ts";

/** A figure as a sheet: the lines of its table, and beside them what they mean. */
export function sheetOf(
  figure: ShownFigure,
  round: ShownRound,
  address: string,
  interpretation: ShownInterpretation | null = null,
): Sheet & { notes: SheetNotes } {
  const lines = linesOf(figure);
  const hasShares = lines.some((line) => line.share !== null);
  const hasMentions = lines.some((line) => line.mentions !== null);
  const hasGiven = hasShares && figure.audience === "members";
  const columns: SheetColumn[] = [
    { label: figure.kind === "open" ? "Thema" : "Antwoord", kind: "text" },
    { label: "Organisaties", kind: "number" },
    ...(hasMentions ? [{ label: "Keer genoemd", kind: "number" } as const] : []),
    ...(hasShares ? [{ label: shareLabel(figure), kind: "number" } as const] : []),
    { label: "Opmerking", kind: "text" },
    { label: "Groep", kind: "text" },
    { label: "n", kind: "number" },
    ...(hasGiven ? [{ label: GIVEN_LABEL, kind: "number" } as const] : []),
    { label: "Leden", kind: "number" },
  ];
  const rows = lines.map((line) => [
    line.label,
    countIn(line.organisations),
    ...(hasMentions ? [line.mentions] : []),
    ...(hasShares ? [line.share === null ? null : Math.round(line.share * 1000) / 1000] : []),
    line.remark,
    line.group,
    line.n,
    ...(hasGiven ? [line.whole] : []),
    // How many could have answered is known of all members together.
    line.group === filterWords([]) ? round.members : null,
  ]);
  return {
    fileName: [
      `inzicht-${round.year}-${figure.concept}`,
      ...figure.view.filters.map(({ value }) => value),
    ].join("-"),
    columns,
    rows,
    notes: [...notesOf(figure, round, explanationsOf(lines), address), ...wordsOf(interpretation)],
  };
}

/** What the learning group wrote beneath the figure, a row a paragraph. */
const wordsOf = (interpretation: ShownInterpretation | null): [string, string][] =>
  (interpretation?.paragraphs ?? []).map((parts) => [
    "Duiding van de leergroep",
    parts.map(({ text }) => text).join(""),
  ]);

function notesOf(
  figure: ShownFigure,
  round: ShownRound,
  explanations: readonly string[],
  address: string,
): SheetNotes {
  const words = roundWords(round);
  const { view, compared } = figure;
  const definitions = view.rows.flatMap(({ label, definition }): [string, string][] =>
    definition ? [[`Thema: ${label}`, definition]] : [],
  );
  return [
    ["Vraag", `${figure.concept} ${questionOf(figure)}`],
    ["Uitkomst", outcomeSentence(figure)],
    ...(figure.median ? [["Midden (mediaan)", figure.median.value] as const] : []),
    ...(figure.median?.middle
      ? ([
          ["Zekerheid en gemiddelde", middleSentence(figure.median.middle, figure.unit)],
          [
            "Eindige groep",
            finiteNote(figure.median.middle, view.filters.length === 0 ? round.members : null),
          ],
        ] as const)
      : []),
    ...(figure.size ? [["Som en gemiddelde", sizeSentence(figure)] as const] : []),
    ["Meting", words.title],
    ["Peildatum", words.referenceDay],
    ["Versie", editionWords(figure, round)],
    ["Filter", view.filters.length === 0 ? "Geen: alle leden samen." : view.label],
    ["Aantal organisaties (n)", view.n ?? "niet getoond"],
    ...(compared ? [["Alle leden (n)", compared.n ?? "niet getoond"] as const] : []),
    ["Dekking", words.coverage],
    ["Wie telt mee", versionsCounted(figure, round)],
    [
      "Wie ziet wat",
      figure.audience === "members"
        ? "Een feit dat leden voor elkaar openden. Alle aantallen zijn precies."
        : "Vertrouwelijk. Dit zijn vrijgegeven cijfers; ze worden niet opnieuw geteld.",
    ],
    ["Waarom we dit vragen", figure.purpose],
    ["Wat we ermee doen", figure.use],
    ...definitions,
    ...explanations.map((reason): [string, string] => ["Zonder getal", reason]),
    ["Adres", address],
  ];
}
