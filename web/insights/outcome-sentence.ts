import { formatNumber } from "../ui/dutch.ts";
import { countIn } from "./cell.ts";
import type { ShownFigure, ShownRow, Withheld } from "./shown-figure.ts";

const WITHHELD: Record<Withheld, string> = {
  too_few: "Deze uitkomst tonen we niet: je zou een organisatie kunnen herkennen.",
  round_open: "Deze uitkomst komt na het sluiten van de ronde.",
  not_published: "Deze uitkomst komt bij de publicatie van de ronde.",
  not_coded: "De open antwoorden zijn nog niet in thema's verdeeld.",
};

/** Why an outcome that is not released yet stays away until then. */
export const WITHHELD_REASON: Record<Withheld, string> = {
  too_few: "Er zijn te weinig antwoorden, of ze liggen te dicht bij elkaar.",
  round_open:
    "Wie de tellingen ziet bewegen, kan zien wat de laatste organisatie invulde. Daarom wachten we.",
  not_published: "Tot die dag kunnen de cijfers nog veranderen.",
  not_coded: "De leergroep monitoring leest de antwoorden en telt dan per thema.",
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const bare = (text: string): string => text.replace(/\?$/, "");
const organisations = (count: number): string => (count === 1 ? "organisatie" : "organisaties");

/**
 * The outcome in one or two sentences that a director could quote. Worked out from what is shown, never
 * from counts that are out of sight.
 */
export function outcomeSentence(figure: ShownFigure): string {
  if (figure.withheld) return WITHHELD[figure.withheld];
  if (figure.counted === 0) return "Er zijn nog geen ondertekende antwoorden.";
  if (figure.kind === "scale") return scaleSentence(figure);
  if (figure.kind === "number") return numberSentence(figure);
  if (figure.kind === "open") return themeSentence(figure);
  return choiceSentence(figure);
}

function scaleSentence(figure: ShownFigure): string {
  const [high, highest] = figure.rows.slice(-2);
  const n = formatNumber(figure.counted);
  const counts = [high, highest].map((row) => row && countIn(row.organisations));
  if (high && highest && typeof counts[0] === "number" && typeof counts[1] === "number") {
    const both = formatNumber(counts[0] + counts[1]);
    const words = `${lower(high.label)} of ${lower(highest.label)}`;
    if (figure.stem.endsWith("bezig met"))
      return `${both} van de ${n} organisaties zijn ${words} bezig met ${bare(figure.wording)}.`;
    if (figure.stem.endsWith("randvoorwaarde van"))
      return `Bij ${both} van de ${n} organisaties is ${words} voldaan aan: ${bare(figure.wording)}.`;
    return `${both} van de ${n} organisaties kiezen ${words}.`;
  }
  const all = figure.rows.find((row) => row.organisations.kind === "nearly_all");
  if (all) return `Vrijwel alle ${n} organisaties kiezen ‘${lower(all.label)}’.`;
  const most = largest(figure.rows);
  if (!most) return `Van de ${n} organisaties is geen enkel antwoord groot genoeg om te tonen.`;
  const hidden = figure.rows.some((row) => row.organisations.kind === "hidden");
  const lead = hidden ? "Van de getoonde antwoorden is" : "Het meest gekozen is";
  return `${lead} ‘${lower(most.row.label)}’${hidden ? " het grootst" : ""}: ${formatNumber(most.count)} van de ${n} organisaties.`;
}

function numberSentence({ median, unit, rows, given }: ShownFigure): string {
  if (median)
    return (
      `Het midden van alle organisaties ligt op ${formatNumber(median.value)} ${unit ?? ""}`.trimEnd() +
      " (mediaan)."
    );
  const most = largest(rows);
  if (!most || countIn(given) === 0) return "Nog geen organisatie gaf een getal.";
  return `De grootste groep is ‘${most.row.label}’: ${formatNumber(most.count)} ${organisations(most.count)}.`;
}

function themeSentence({ rows, counted }: ShownFigure): string {
  const all = rows.find((row) => row.organisations.kind === "nearly_all");
  if (all) return `Vrijwel alle organisaties die antwoord gaven, noemen ‘${lower(all.label)}’.`;
  const first = rows[0];
  const mentions = first?.mentions && countIn(first.mentions);
  const by = first && countIn(first.organisations);
  if (!first || typeof mentions !== "number" || typeof by !== "number")
    return "Geen enkel thema is door meer dan twee organisaties genoemd.";
  return `‘${first.label}’ is het vaakst genoemd: ${formatNumber(mentions)} keer, door ${formatNumber(by)} van de ${formatNumber(counted)} organisaties.`;
}

function choiceSentence({ rows, counted }: ShownFigure): string {
  const all = rows.find((row) => row.organisations.kind === "nearly_all");
  if (all) return `Vrijwel alle organisaties die antwoord gaven, kiezen ‘${lower(all.label)}’.`;
  const ranked = rows
    .flatMap((row) => {
      const count = countIn(row.organisations);
      return count && row.key !== "other" ? [{ label: row.label, count }] : [];
    })
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = ranked;
  if (!first) return "Nog geen organisatie koos een antwoord.";
  const lead = `${formatNumber(first.count)} van de ${formatNumber(counted)} organisaties kiezen ‘${first.label}’.`;
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
