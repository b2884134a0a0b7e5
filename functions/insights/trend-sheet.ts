import { countIn, wordsIn } from "../../web/insights/cell.ts";
import { drawsMiddle, GRADE_LABELS, type ShownTrend, trendSentence } from "../../web/insights/trend.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { changeNotes, changeRows } from "./trend-change-sheet.ts";
import { matchNotes, matchRows } from "./trend-match-sheet.ts";

/** A trend as a sheet: a line for every answer in every round, and beside them what may be compared. */
export function trendSheet(trend: ShownTrend, address: string): Sheet & { notes: SheetNotes } {
  const isNumber = drawsMiddle(trend);
  const gradeInto = (year: number): string => {
    const join = trend.joins.find(({ to }) => to === year);
    return join ? GRADE_LABELS[join.grade] : "";
  };
  return {
    fileName: `ontwikkeling-${trend.concept.toLowerCase()}`,
    columns: [
      { label: "Meting", kind: "number" },
      { label: isNumber ? "Maat" : trend.kind === "open" ? "Thema" : "Antwoord", kind: "text" },
      { label: isNumber ? "Waarde" : "Organisaties", kind: "number" },
      { label: "Deel", kind: "number" },
      { label: "Opmerking", kind: "text" },
      { label: "n", kind: "number" },
      { label: "Vergelijkbaar met vorige meting", kind: "text" },
    ],
    rows: [
      ...trend.lines.flatMap((line) =>
        line.points.flatMap((point, at) => {
          const round = trend.rounds[at];
          if (!point || !round) return [];
          const count = countIn(point.cell);
          const isShare = !isNumber && count !== null && point.whole;
          return [
            [
              round.year,
              line.label,
              isNumber ? point.low : count,
              isShare ? Math.round((count / (point.whole ?? 1)) * 1000) / 1000 : null,
              wordsIn(point.cell) ?? "",
              point.whole ?? round.n,
              gradeInto(round.year),
            ],
          ];
        }),
      ),
      ...changeRows(trend),
      ...matchRows(trend),
    ],
    notes: [
      ["Vraag", `${trend.concept} ${trend.shortName}`],
      ["Uitkomst", trendSentence(trend)],
      ...trend.rounds.map((round): [string, string] => [
        `Meting ${round.year}`,
        `${round.question} ${round.coverage} telden mee. Peildatum ${round.referenceDay}. ${round.edition}.`,
      ]),
      ["Deel", "Deel van wie antwoord gaf (feiten) of van de groep (vertrouwelijk), tussen 0 en 1."],
      [
        "Vergelijkbaar",
        "Gelijk en herformuleerd kun je vergelijken. Bij een andere schaal, splitsing of samenvoeging niet.",
      ],
      ...changeNotes(trend),
      ...matchNotes(trend),
      ["Adres", address],
    ],
  };
}
