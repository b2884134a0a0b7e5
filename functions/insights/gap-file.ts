import { countIn, wordsIn } from "../../web/insights/cell.ts";
import {
  deltaSize,
  gapSentence,
  PERSPECTIVE_LABELS,
  type ShownPerspectives,
  type ShownSide,
  WITHHELD_SIDES,
} from "../../web/insights/gap.ts";
import { formatDay } from "../../web/ui/dutch.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet, SheetCell } from "../http/spreadsheet.ts";

/** A measurement from two sides as a sheet: what its page shows, a statement a row; never the steps themselves. */
export function gapFile(shown: ShownPerspectives, address: string): Sheet & { notes: SheetNotes } {
  const sides = [shown.first, shown.second].map((side) => PERSPECTIVE_LABELS[side]);
  return {
    fileName: `perspectieven-${shown.title.toLowerCase()}`,
    columns: [
      { label: "Begrip", kind: "text" },
      { label: "Stelling", kind: "text" },
      ...sides.flatMap((side): Sheet["columns"] => [
        { label: `Eens, ${side}`, kind: "number" },
        { label: `Opmerking, ${side}`, kind: "text" },
        { label: `n, ${side}`, kind: "number" },
        { label: `Mediaan, ${side}`, kind: "number" },
      ]),
      { label: "Verschil in punten", kind: "number" },
      { label: "Cliffs delta", kind: "number" },
      { label: "Verschil in woorden", kind: "text" },
      { label: "Opmerking", kind: "text" },
    ],
    rows: shown.gaps.map(({ concept, wording, sides: both, gap, withheld }) => [
      concept,
      wording,
      ...(both ? both.flatMap(sideCells) : Array<null>(8).fill(null)),
      gap ? Math.round(gap.points * 100) : null,
      gap ? Math.round(gap.delta * 100) / 100 : null,
      gap ? deltaSize(gap.delta) : "",
      withheld ? WITHHELD_SIDES[withheld] : "",
    ]),
    notes: [
      ["Meting", shown.title],
      ["Gemeten op", formatDay(shown.measuredOn)],
      ["Bron", shown.source],
      ["Groepen", sides.join(" en ")],
      ["Uitkomst", gapSentence(shown)],
      ["Eens", "Eens of helemaal eens, op een schaal van 1 tot 5."],
      [
        "Cliffs delta",
        "Vergelijkt alle antwoorden van beide groepen, van −1 tot 1. Bij 0 denken zij gelijk.",
      ],
      ["Niet getoond", "Een stelling staat er pas als beide groepen minstens 10 antwoorden gaven."],
      ["Adres", address],
    ],
  };
}

const sideCells = ({ agree, n, median }: ShownSide): SheetCell[] => [
  countIn(agree),
  wordsIn(agree) ?? "",
  n,
  median,
];
