import { formatNumber } from "../ui/dutch.ts";
import { type Cell, countIn, WITHHELD_SENTENCE } from "./cell.ts";
import { stepsTogether } from "./filter-labels.ts";
import type { ShownFigure, ShownRow, ShownView, Withheld } from "./shown-figure.ts";

const WITHHELD: Record<Withheld, string> = {
  round_open: "Deze uitkomst komt na het sluiten van de ronde.",
  not_published: "Deze uitkomst komt bij de publicatie van de ronde.",
  not_released: "Deze uitkomst is nog niet vrijgegeven.",
};

/** The same of several questions at once. */
export const WITHHELD_TOGETHER: Record<Withheld, string> = {
  round_open: "Deze uitkomsten komen na het sluiten van de ronde.",
  not_published: "Deze uitkomsten komen bij de publicatie van de ronde.",
  not_released: "Deze uitkomsten zijn nog niet vrijgegeven.",
};

/** Why an outcome stays away until then. */
export const WITHHELD_REASON: Record<Withheld, string> = {
  round_open:
    "Wie de tellingen ziet bewegen, kan zien wat de laatste organisatie invulde. Daarom wachten we.",
  not_published: "De leergroep monitoring leest de cijfers eerst zelf en schrijft het rapport.",
  not_released:
    "De leergroep monitoring controleert eerst of cijfers samen veilig zijn. Daarna staan ze hier.",
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const bare = (text: string): string => text.replace(/\?$/, "");

/**
 * The outcome in one or two sentences that a director could quote. Worked out from what is shown, never
 * from counts that are out of sight.
 */
export function outcomeSentence(figure: ShownFigure): string {
  if (figure.withheld) return WITHHELD[figure.withheld];
  const { view } = figure;
  if (shownRows(view).every((row) => row.organisations.kind === "withheld")) return WITHHELD_SENTENCE;
  if (view.n === 0)
    return view.filters.length === 0
      ? "Er zijn nog geen ondertekende antwoorden."
      : "Geen enkele organisatie in deze groep heeft geantwoord.";
  if (figure.kind === "scale") return scaleSentence(figure);
  if (figure.kind === "number") return numberSentence(figure);
  return figure.kind === "open" ? themeSentence(view) : choiceSentence(view);
}

const shownRows = ({ merged, rows }: ShownView): ShownRow[] => [...(merged ? [merged] : []), ...rows];

/** "5 van de 12 organisaties", "weinig organisaties": how many, as far as it is shown. */
function howMany(cell: Cell, n: number | null): string {
  const all = n === null ? "" : `${formatNumber(n)} `;
  const of = n === null ? "organisaties" : `van de ${formatNumber(n)} organisaties`;
  if (cell.kind === "exact") return `${formatNumber(cell.count)} ${of}`;
  if (cell.kind === "few") return `hooguit 2 ${of}`;
  if (cell.kind === "nearly_all") return `vrijwel alle ${all}organisaties`;
  if (cell.kind === "withheld") return "een onbekend aantal organisaties";
  return {
    few: "weinig organisaties",
    half: "ongeveer de helft van de organisaties",
    most: "de meeste organisaties",
  }[cell.word];
}

/** "De helft … is", "1 organisatie … is", all others "zijn". */
const isOne = (cell: Cell): boolean =>
  (cell.kind === "exact" && cell.count === 1) || (cell.kind === "word" && cell.word === "half");

/** The end of a sentence about a step of the scale: "zijn volledig bezig met …". */
function doing(figure: ShownFigure, step: string, cell: Cell): { before: string; after: string } {
  const words = lower(step);
  if (figure.stem.endsWith("bezig met"))
    return { before: "", after: `${isOne(cell) ? "is" : "zijn"} ${words} bezig met ${bare(figure.wording)}` };
  if (figure.stem.endsWith("randvoorwaarde van"))
    return { before: "bij ", after: `is ${words} voldaan aan: ${bare(figure.wording)}` };
  return { before: "", after: `${isOne(cell) ? "kiest" : "kiezen"} ‘${words}’` };
}

function scaleSentence(figure: ShownFigure): string {
  const { rows, merged, n } = figure.view;
  if (merged && merged.organisations.kind !== "withheld")
    return scaleStep(figure, merged.label, merged.organisations, n);
  const [high, highest] = rows.slice(-2);
  const counts = [high, highest].map((row) => row && countIn(row.organisations));
  if (high && highest && typeof counts[0] === "number" && typeof counts[1] === "number") {
    const both: Cell = { kind: "exact", count: counts[0] + counts[1] };
    return scaleStep(figure, stepsTogether(high.label, highest.label), both, n);
  }
  const all = rows.find((row) => row.organisations.kind === "nearly_all");
  if (all) return scaleStep(figure, all.label, all.organisations, n);
  const most = largest(rows);
  if (most)
    return `Het grootste getoonde antwoord is ‘${lower(most.row.label)}’: ${howMany(most.row.organisations, n)}.`;
  const worded = rows.find(({ organisations: cell }) => cell.kind === "word" && cell.word === "most");
  return worded
    ? scaleStep(figure, worded.label, worded.organisations, n)
    : `Geen enkel antwoord springt eruit bij deze ${formatNumber(n ?? 0)} organisaties.`;
}

function scaleStep(figure: ShownFigure, step: string, cell: Cell, n: number | null): string {
  const { before, after } = doing(figure, step, cell);
  return `${upper(`${before}${howMany(cell, n)}`)} ${after}.`;
}

/** Sum and mean beside the sentence; "" without them. They are rounded, and the sentence says so. */
export function sizeSentence({ size, unit }: ShownFigure): string {
  if (!size) return "";
  const what = unit ? ` ${unit}` : "";
  return `Samen noemen ${formatNumber(size.n)} organisaties ongeveer ${formatNumber(size.sum)}${what}, gemiddeld ${formatNumber(size.mean)}.`;
}

function numberSentence({ median, unit, view }: ShownFigure): string {
  const group = view.filters.length === 0 ? "alle organisaties" : "deze organisaties";
  if (median)
    return (
      `Het midden van ${group} ligt op ${formatNumber(median.value)} ${unit ?? ""}`.trimEnd() + " (mediaan)."
    );
  const most = largest(view.rows);
  return most
    ? `De grootste groep is ‘${most.row.label}’: ${howMany(most.row.organisations, view.n)}.`
    : "Nog geen organisatie gaf een getal.";
}

function themeSentence({ rows, n }: ShownView): string {
  const all = rows.find((row) => row.organisations.kind === "nearly_all");
  if (all) return `Vrijwel alle ${formatNumber(n ?? 0)} organisaties noemen ‘${lower(all.label)}’.`;
  const most = largest(rows);
  if (!most) {
    const worded = rows.find(({ organisations: cell }) => cell.kind === "word" && cell.word === "most");
    return worded
      ? `De meeste organisaties noemen ‘${lower(worded.label)}’.`
      : "Geen enkel thema springt eruit bij deze organisaties.";
  }
  const isSure = rows.every(({ organisations: { kind } }) => kind === "exact" || kind === "few");
  const lead = isSure ? `‘${most.row.label}’ is` : `Van de getoonde thema's is ‘${lower(most.row.label)}’`;
  return `${lead} het vaakst genoemd: door ${howMany(most.row.organisations, n)}.`;
}

function choiceSentence({ rows, n }: ShownView): string {
  const ranked = rows
    .flatMap((row) => {
      const count = countIn(row.organisations);
      return count && row.key !== "other" ? [{ label: row.label, count }] : [];
    })
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = ranked;
  if (!first) return "Nog geen organisatie koos een antwoord.";
  const choose = first.count === 1 ? "kiest" : "kiezen";
  const lead = `${formatNumber(first.count)} van de ${formatNumber(n ?? 0)} organisaties ${choose} ‘${first.label}’.`;
  if (!second) return lead;
  return second.count === first.count
    ? `${lead} ‘${second.label}’ is even vaak gekozen.`
    : `${lead} Daarna volgt ‘${second.label}’ met ${formatNumber(second.count)}.`;
}

function largest(rows: readonly ShownRow[]): { row: ShownRow; count: number } | null {
  let found: { row: ShownRow; count: number } | null = null;
  for (const row of rows) {
    const count = countIn(row.organisations);
    if (count !== null && count > (found?.count ?? 0)) found = { row, count };
  }
  return found;
}
