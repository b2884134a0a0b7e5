import type { Audience, ItemKind, RoundState } from "../../db/vocabulary.ts";
import type { Cell } from "./cell.ts";
import type { FigureFilter } from "./figure-filter.ts";

export interface ShownRow {
  key: string;
  label: string;
  /** of a theme: its one line definition */
  definition?: string;
  organisations: Cell;
  /** of a theme, for all members: how often it was named; one answer may name a theme more than once */
  mentions?: number;
}

/** Who gave no answer with content: "Weet ik niet", "Niet van toepassing", "Niet ingevuld". */
export interface ShownState {
  key: "unknown" | "not_applicable" | "missing";
  label: string;
  organisations: Cell;
}

/** The answers of one group of organisations. */
export interface ShownView {
  /** none: all members */
  filters: readonly FigureFilter[];
  /** "Alle leden", or the filters in words */
  label: string;
  /** organisations in the group; null when nothing of it is shown */
  n: number | null;
  /** what a share is a part of: who gave an answer (facts), or the group; null when there are no shares */
  whole: number | null;
  rows: ShownRow[];
  /** of a scale: its two highest steps together, the only thing that groups show; not among the rows */
  merged: ShownRow | null;
  /** empty where they are not released */
  states: ShownState[];
}

/** Why there is no outcome: the round is still open, or it was not released or published yet. */
export type Withheld = "round_open" | "not_published" | "not_released";

/** How sure a middle is, and the mean; null where there are too few numbers to say so. */
export interface ShownMiddle {
  n: number;
  low: number | null;
  high: number | null;
  confidence: number | null;
  mean: number | null;
}

/** One item with its outcome as this viewer may see it: made of cells, so it holds no count out of sight. */
export interface ShownFigure {
  concept: string;
  kind: ItemKind;
  audience: Audience;
  section: string;
  shortName: string;
  stem: string;
  wording: string;
  purpose: string;
  use: string;
  unit: string | null;
  view: ShownView;
  /** all members, beside a group that is a part of them */
  compared: ShownView | null;
  /** which figures these are; null as long as they may still change */
  edition: { number: number; on: string } | null;
  /** other editions of this figure, oldest first */
  editions: readonly number[];
  /** the middle of the given numbers, and the index of its class */
  median: { value: number; at: number; middle?: ShownMiddle | undefined } | null;
  /** of a confidential number, of those who gave one: rounded sum and mean, where they were released */
  size: { n: number; sum: number; mean: number } | null;
  withheld: Withheld | null;
}

/** A round as its figures speak of it. Days as "2026-12-01". */
export interface ShownRound {
  year: number;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  publishedOn: string | null;
  counted: number;
  members: number;
  /** of a published round: version of its facts, and late organisations that wait for the next */
  version: number;
  waiting: number;
  /** more was signed than a page counts before publication: the figures are about the first responses */
  isPartial: boolean;
}

/** Stem and wording together: the question as published. */
export const questionOf = ({ stem, wording }: { stem: string; wording: string }): string =>
  stem ? `${stem} ${wording}` : wording;
