import { formatNumber } from "../ui/dutch.ts";
import { countIn } from "./cell.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** One item of the mirror: what the own organisation signed, beside the group. */
export interface MirrorItem {
  concept: string;
  section: string;
  shortName: string;
  /** in words; empty when nothing was filled in; null for who may not read it */
  own: readonly string[] | null;
  /** options of the own answer, as keys of the rows of the figure */
  ownKeys: readonly string[];
  /** a number of the own organisation, beside the middle of the group */
  ownNumber: number | null;
  /** null: there is no group yet */
  figure: ShownFigure | null;
}

/**
 * Where the own answer stands in the group, in sentences; none where that would need more than is shown. The
 * rule: a position is made of shown cells and the own answer only, and only where those cells are exact. So it
 * says nothing that the reader could not work out, and nothing that the gate did not let through. Of several
 * choices and of themes the bars say it.
 */
export function positionOf({ ownKeys, ownNumber, figure }: MirrorItem): string[] {
  if (!figure || figure.withheld) return [];
  if (figure.kind === "number") return ownNumber === null ? [] : besideMedian(figure, ownNumber);
  if (figure.kind === "many" || figure.kind === "open") return [];
  const { rows, n } = figure.view;
  const same = rows.flatMap(({ key, label, organisations }) => {
    const count = countIn(organisations);
    if (!ownKeys.includes(key) || count === null || n === null) return [];
    const of = `${formatNumber(count)} van de ${formatNumber(n)} organisaties`;
    return [`${label}: ${of} ${count === 1 ? "kiest" : "kiezen"} dit.`];
  });
  return figure.kind === "scale" ? [...same, ...besideSteps(figure, ownKeys)] : same;
}

function besideMedian({ median, unit }: ShownFigure, own: number): string[] {
  if (!median) return [];
  const side = own > median.value ? "boven" : own < median.value ? "onder" : "op";
  return [
    `Jullie zitten ${side} het midden: ${formatNumber(median.value)} ${unit ?? ""}`.trimEnd() + " (mediaan).",
  ];
}

/** How many chose a lower and a higher step; only when each of those counts is exact. */
function besideSteps({ view }: ShownFigure, ownKeys: readonly string[]): string[] {
  const at = view.rows.findIndex(({ key }) => ownKeys.includes(key));
  if (at < 0) return [];
  const sum = (rows: ShownFigure["view"]["rows"]): number | null =>
    rows.reduce<number | null>((total, { organisations }) => {
      const count = countIn(organisations);
      return total === null || count === null ? null : total + count;
    }, 0);
  const [lower, higher] = [sum(view.rows.slice(0, at)), sum(view.rows.slice(at + 1))];
  return lower === null || higher === null
    ? []
    : [`${formatNumber(lower)} kiezen lager, ${formatNumber(higher)} hoger.`];
}
