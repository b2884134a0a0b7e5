import {
  BOARD_STATE_LABELS,
  type BoardLine,
  boardSentence,
  countsOf,
  remarksOn,
} from "../../web/insights/board.ts";
import {
  ATTRIBUTE_LABELS,
  type BoardGroup,
  groupLabel,
  inGroupOrder,
  periodsOf,
} from "../../web/insights/board-counts.ts";
import { roundWords } from "../../web/insights/round-words.ts";
import type { ShownRound } from "../../web/insights/shown-figure.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { BoardRow } from "./board-queries.ts";

/** The lines of the response board. `closesOn` is the last day on which a signature is in time. */
export function boardLines(rows: readonly BoardRow[], closesOn: string): BoardLine[] {
  return rows.map(({ name, slug, state, responses, lastAt, firstSignedAt, lastSignedAt }) => {
    const hasSigned = lastSignedAt !== null;
    const isOpen = state === "in_progress" || state === "ready";
    return {
      name,
      slug,
      state: hasSigned ? "signed" : isOpen ? state : "not_begun",
      lastAt,
      signedAt: lastSignedAt,
      firstSignedAt,
      isLate: firstSignedAt !== null && dayInAmsterdam(firstSignedAt) > closesOn,
      isReopened: hasSigned && isOpen,
      responses,
    };
  });
}

/** The response board as a sheet. */
export function boardSheet(
  lines: readonly BoardLine[],
  round: ShownRound,
  today: string,
): Sheet & { notes: SheetNotes } {
  const day = (moment: number | null) => (moment === null ? null : dayInAmsterdam(moment));
  return {
    fileName: `respons-${round.year}`,
    columns: [
      { label: "Organisatie", kind: "text" },
      { label: "Stand", kind: "text" },
      { label: "Laatste activiteit", kind: "date" },
      { label: "Ondertekend op", kind: "date" },
      { label: "Inzendingen", kind: "number" },
      { label: "Opmerking", kind: "text" },
    ],
    rows: lines.map((line) => [
      line.name,
      BOARD_STATE_LABELS[line.state],
      day(line.lastAt),
      day(line.signedAt),
      line.responses,
      remarksOn(line),
    ]),
    notes: [
      ["Meting", roundWords(round).title],
      ["Stand van", today],
      ["Uitkomst", boardSentence(countsOf(lines))],
      ["Leden", lines.length],
      ["Filter", "Geen: alle leden."],
      ["Ondertekend", "Telt mee. Ook als het lid nu aan een nieuwe versie werkt."],
      ["Na de sluitdatum", "Voor het eerst ondertekend na de sluitdatum."],
    ],
  };
}

/** The counts of the response board as a sheet: over time and per group. */
export function boardCountsSheet(
  lines: readonly BoardLine[],
  groups: readonly BoardGroup[],
  round: ShownRound,
  today: string,
): Sheet & { notes: SheetNotes } {
  return {
    fileName: `respons-aantallen-${round.year}`,
    columns: [
      { label: "Verdeling", kind: "text" },
      { label: "Groep of periode", kind: "text" },
      { label: "Leden", kind: "number" },
      { label: "Begonnen", kind: "number" },
      { label: "Ondertekend", kind: "number" },
      { label: "Samen ondertekend", kind: "number" },
    ],
    rows: [
      ...periodsOf(lines).map(({ label, signed, together }) => ["Tijd", label, null, null, signed, together]),
      ...inGroupOrder(groups).map((group) => [
        ATTRIBUTE_LABELS[group.attribute],
        groupLabel(group),
        group.members,
        group.begun,
        group.signed,
        null,
      ]),
    ],
    notes: [
      ["Meting", roundWords(round).title],
      ["Peildatum", roundWords(round).referenceDay],
      ["Stand van", today],
      ["Uitkomst", boardSentence(countsOf(lines))],
      ["Leden", lines.length],
      ["Filter", "Geen: alle leden."],
      ["Tijd", "Elk lid telt in de periode waarin het voor het eerst ondertekende."],
      ["Landsdeel en provincie", "Waar de meeste inwoners van het lid wonen."],
    ],
  };
}
