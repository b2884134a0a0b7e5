import { countIn } from "../../web/insights/cell.ts";
import { linesOf, reasonsOf } from "../../web/insights/figure-table.ts";
import { outcomeSentence } from "../../web/insights/outcome-sentence.ts";
import { roundWords } from "../../web/insights/round-words.ts";
import { questionOf, type ShownFigure, type ShownRound } from "../../web/insights/shown-figure.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet, SheetColumn } from "../http/spreadsheet.ts";

/** A figure as a sheet: the lines of its table, and beside them what they mean. */
export function sheetOf(
  figure: ShownFigure,
  round: ShownRound,
  address: string,
): Sheet & { notes: SheetNotes } {
  const lines = linesOf(figure);
  const hasMentions = lines.some((line) => line.mentions !== null);
  const hasShares = lines.some((line) => line.share !== null);
  const columns: SheetColumn[] = [
    { label: figure.kind === "open" ? "Thema" : "Antwoord", kind: "text" },
    { label: "Organisaties", kind: "number" },
    ...(hasMentions ? [{ label: "Keer genoemd", kind: "number" } as const] : []),
    ...(hasShares ? [{ label: "Deel van wie antwoord gaf", kind: "number" } as const] : []),
    { label: "Opmerking", kind: "text" },
  ];
  const rows = lines.map((line) => [
    line.label,
    countIn(line.organisations),
    ...(hasMentions ? [line.mentions && countIn(line.mentions)] : []),
    ...(hasShares ? [line.share === null ? null : Math.round(line.share * 1000) / 1000] : []),
    line.remark,
  ]);
  const words = roundWords(round);
  const definitions = figure.rows.flatMap(({ label, definition }): [string, string][] =>
    definition ? [[`Thema: ${label}`, definition]] : [],
  );
  return {
    fileName: `inzicht-${round.year}-${figure.concept}`,
    columns,
    rows,
    notes: [
      ["Vraag", `${figure.concept} ${questionOf(figure)}`],
      ["Uitkomst", outcomeSentence(figure)],
      ["Meting", words.title],
      ["Peildatum", words.referenceDay],
      ["Versie", words.version],
      ["Aantal organisaties (n)", round.counted],
      ["Dekking", words.coverage],
      ["Filter", "Geen: alle leden samen."],
      ["Wie telt mee", "Eén ondertekende inzending per organisatie: de laatste."],
      ["Waarom we dit vragen", figure.purpose],
      ["Wat we ermee doen", figure.use],
      ...definitions,
      ...reasonsOf(lines).map((reason): [string, string] => ["Zonder getal", reason]),
      ["Adres", address],
    ],
  };
}
