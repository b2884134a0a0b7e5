import type { NumberMiddle } from "../../db/schema/insights.ts";
import type { ApiFigure, FiguresAnswer } from "../../web/insights/api-contract.ts";
import { countIn } from "../../web/insights/cell.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { factView } from "./fact-figures.ts";
import type { TallyRow } from "./fact-queries.ts";
import type { ChoiceRow, ItemRow, RoundRow } from "./queries.ts";
import { roundedOff } from "./rounded-off.ts";

const STATE_OPTIONS = { unknown: "weet-niet", not_applicable: "nvt", missing: "leeg" } as const;

/**
 * The counts of the facts of a round as the API gives them: of all members, exact, for members opened these to each
 * other. As counts only; who said so stands on the pages.
 *
 * @param version of the facts; the day is that of publication, or today as long as they still change
 */
export function factsAnswer(
  round: RoundRow,
  items: readonly ItemRow[],
  rows: { tallies: readonly TallyRow[]; choices: readonly ChoiceRow[]; medians: readonly FactMedian[] },
  { version, now }: { version: number; now: number },
): FiguresAnswer {
  const on = round.state === "published" ? (round.publishedOn ?? round.closesOn) : dayInAmsterdam(now);
  const facts = items.filter(({ audience }) => audience === "members");
  const cijfers = facts.flatMap((item) => factFigures(item, rows, { versie: version, vrijgegevenOp: on }));
  return {
    ronde: round.year,
    titel: round.title,
    peildatum: round.referenceOn,
    geteld: round.counted,
    leden: round.members,
    totaal: cijfers.length,
    cijfers,
    omvang: facts.flatMap((item) => sizesOf(item.concept, rows.medians)),
    volgende: null,
  };
}

/** The middle of a number with its interval, and its mean; `middle` is not there where a page counted too few. */
interface FactMedian {
  concept: string;
  median: number;
  middle?: NumberMiddle | undefined;
}

function sizesOf(vraag: string, medians: readonly FactMedian[]): FiguresAnswer["omvang"] {
  return medians
    .filter(({ concept, middle }) => concept === vraag && middle !== undefined)
    .map(({ median, middle }) => ({
      vraag,
      filters: [],
      organisaties: middle?.n ?? 0,
      mediaan: roundedOff(median),
      mediaanVan: roundedOff(middle?.low),
      mediaanTot: roundedOff(middle?.high),
      zekerheid: middle?.confidence ?? null,
      som: null,
      gemiddelde: roundedOff(middle?.mean),
    }));
}

function factFigures(
  item: ItemRow,
  rows: { tallies: readonly TallyRow[]; choices: readonly ChoiceRow[] },
  edition: Pick<ApiFigure, "versie" | "vrijgegevenOp">,
): ApiFigure[] {
  const view = factView(item, [], rows);
  const options = [
    ...view.rows.map(({ key, ...row }) => ({ ...row, option: key })),
    ...view.states.map(({ key, ...row }) => ({ ...row, option: STATE_OPTIONS[key] })),
  ];
  return options.map(({ option, label, organisations }): ApiFigure => {
    const count = countIn(organisations) ?? 0;
    return {
      vraag: item.concept,
      naam: item.shortName,
      ...edition,
      filters: [],
      optie: option,
      optienaam: label,
      aantal: count,
      vermeldingen: null,
      weergave: String(count),
      van: count,
      tot: count,
      n: view.n,
      status: "getoond",
      reden: null,
      dichtstbij: null,
    };
  });
}
