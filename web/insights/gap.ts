import type { Perspective } from "../../db/vocabulary.ts";
import { countOf, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { type Cell, wordsIn } from "./cell.ts";

/** One side of a statement. */
export interface ShownSide {
  n: number;
  /** who agrees */
  agree: Cell;
  /** part that agrees, and the step of the middle answer; null beside a word */
  share: number | null;
  median: number | null;
}

export interface ShownGap {
  concept: string;
  wording: string;
  /** why there are no numbers */
  withheld: "one_side" | "both_sides" | null;
  sides: readonly [ShownSide, ShownSide] | null;
  /** first minus second; null when a side is not exact */
  gap: { delta: number; points: number } | null;
}

export interface ShownPerspectives {
  id: string;
  title: string;
  measuredOn: string;
  source: string;
  first: Perspective;
  second: Perspective;
  gaps: readonly ShownGap[];
}

export const PERSPECTIVE_LABELS: Record<Perspective, string> = {
  team: "wijkteam",
  front_field: "voorveld",
  network_partner: "netwerkpartners",
  resident: "inwoners",
};

/** Addresses and forms say the perspective in Dutch. */
export const PERSPECTIVE_WORDS: Record<Perspective, string> = {
  team: "wijkteam",
  front_field: "voorveld",
  network_partner: "netwerkpartners",
  resident: "inwoners",
};

/** "86 % (46 van 54)", or words near the ends. */
export function sideWords({ n, agree, share }: ShownSide): string {
  if (agree.kind !== "exact" || share === null) return `${wordsIn(agree) ?? ""} (n = ${formatNumber(n)})`;
  return `${formatPercentage(share, 0)} (${formatNumber(agree.count)} van ${formatNumber(n)})`;
}

const SIZES = [
  [0.474, "groot"],
  [0.33, "middelgroot"],
  [0.147, "klein"],
] as const;

/** Words for Cliff's delta, after Romano, Kromrey, Coraggio & Skowronek (2006). */
export const deltaSize = (delta: number): string =>
  SIZES.find(([least]) => Math.abs(delta) >= least)?.[1] ?? "nauwelijks";

export const deltaWords = (delta: number): string =>
  `${deltaSize(delta)} (${formatNumber(Math.round(delta * 100) / 100, 2)})`;

/** "Verschil: 41 procentpunten, middelgroot (Cliffs delta 0,44)." */
export function differenceWords({ points, delta }: NonNullable<ShownGap["gap"]>): string {
  const size = countOf(Math.round(Math.abs(points) * 100), "procentpunt", "procentpunten");
  return `Verschil: ${size}, ${deltaWords(delta).replace("(", "(Cliffs delta ")}.`;
}

/** The widest gap in a sentence, or why there is none. */
export function gapSentence({ gaps, first, second }: ShownPerspectives): string {
  const [widest] = gaps
    .filter(({ gap }) => gap)
    .toSorted((a, b) => Math.abs(b.gap?.delta ?? 0) - Math.abs(a.gap?.delta ?? 0));
  if (!widest?.sides || !widest.gap) return "Van geen enkele stelling is een verschil te tonen.";
  const [one, other] = widest.sides;
  const name = (side: Perspective) => PERSPECTIVE_LABELS[side];
  return `Het verschil is het grootst bij ‘${widest.wording.replace(/\.$/, "")}’. Daarmee eens: ${name(first)} ${sideWords(one)}, ${name(second)} ${sideWords(other)}.`;
}

export const WITHHELD_SIDES = {
  one_side: "Niet getoond: een van beide groepen gaf te weinig antwoorden.",
  both_sides: "Niet getoond: beide groepen gaven te weinig antwoorden.",
} as const;
