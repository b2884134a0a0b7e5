import { type Cell, exactly } from "../../web/insights/cell.ts";
import { type Quality, type QualityItem, qualityLines, qualitySentence } from "../../web/insights/quality.ts";
import { roundWords } from "../../web/insights/round-words.ts";
import type { ShownRound } from "../../web/insights/shown-figure.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { TallyRow } from "./fact-queries.ts";
import type { ItemRow } from "./queries.ts";
import type { ReleasedCellRow } from "./release-queries.ts";
import { cellOf } from "./released-figures.ts";

/**
 * How each item was left open. Of facts that is counted; of confidential items it is what their release says of
 * all members, so that this page tells no more than the figures do.
 */
export function qualityItems(
  items: readonly ItemRow[],
  tallies: readonly TallyRow[],
  cells: readonly ReleasedCellRow[],
): QualityItem[] {
  return items.map(({ concept, shortName, audience }) => {
    const of = audience === "members" ? factCells(concept, tallies) : releasedStates(concept, cells);
    return { concept, shortName, audience, ...of };
  });
}

function factCells(concept: string, tallies: readonly TallyRow[]) {
  const own = tallies.filter((tally) => tally.concept === concept && tally.part === "state");
  const count = (key: string) => own.find((tally) => tally.key === key)?.organisations ?? 0;
  return {
    n: own.reduce((sum, { organisations }) => sum + organisations, 0),
    unknown: exactly(count("unknown")),
    notApplicable: exactly(count("not_applicable")),
    missing: exactly(count("missing")),
  };
}

function releasedStates(concept: string, cells: readonly ReleasedCellRow[]) {
  const own = cells.filter((cell) => cell.concept === concept && cell.filterKey === "alle");
  const state = (option: string): Cell | null => {
    const cell = own.find((each) => each.option === option);
    return cell ? cellOf(cell.shown, cell.nearest) : null;
  };
  return {
    n: own.find(({ size }) => size !== null)?.size ?? null,
    unknown: state("weet-niet"),
    notApplicable: state("nvt"),
    missing: state("leeg"),
  };
}

/** The counts of the page as a sheet. */
export function qualitySheet(
  quality: Quality,
  round: ShownRound,
  today: string,
): Sheet & { notes: SheetNotes } {
  return {
    fileName: `kwaliteit-${round.year}`,
    columns: [
      { label: "Onderdeel", kind: "text" },
      { label: "Onderwerp", kind: "text" },
      { label: "Wat", kind: "text" },
      { label: "Aantal", kind: "number" },
      { label: "Opmerking", kind: "text" },
      { label: "Van", kind: "number" },
    ],
    rows: qualityLines(quality).map(({ part, subject, what, count, remark, of }) => [
      part,
      subject,
      what,
      count,
      remark,
      of,
    ]),
    notes: [
      ["Meting", roundWords(round).title],
      ["Peildatum", roundWords(round).referenceDay],
      ["Stand van", today],
      ["Uitkomst", qualitySentence(quality)],
      ["Filter", "Geen: alle leden."],
      ["Vertrouwelijke vragen", "Alleen wat is vrijgegeven. Er wordt niets opnieuw geteld."],
      ["Sterk veranderd", "Twee keer zo groot of zo klein als in de vorige ronde, en minstens 3 verschil."],
      ["Na de sluitdatum", "Voor het eerst ondertekend na de sluitdatum."],
    ],
  };
}
