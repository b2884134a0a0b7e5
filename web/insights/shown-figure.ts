import type { Audience, ItemKind, RoundState } from "../../db/vocabulary.ts";
import type { Cell } from "./cell.ts";

/** An organisation that members may see behind an option. */
export interface NamedMember {
  name: string;
  slug: string;
}

export interface ShownRow {
  key: string;
  label: string;
  /** of a theme: its one line definition */
  definition?: string;
  organisations: Cell;
  /** of a theme: how often it was mentioned */
  mentions?: Cell;
  /** of a fact that members opened to each other: who said so */
  names: NamedMember[];
}

/**
 * Why there is no outcome: `too_few` organisations, not yet released (`round_open`, `not_published`), or the
 * open answers were not divided into themes yet.
 */
export type Withheld = "too_few" | "round_open" | "not_published" | "not_coded";

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
  /** organisations whose response counts */
  counted: number;
  rows: ShownRow[];
  /** everybody who counts is in exactly one of these */
  given: Cell;
  unknown: Cell;
  notApplicable: Cell;
  missing: Cell;
  /** the middle of the given numbers, and the index of its class */
  median: { value: number; at: number } | null;
  /** what was typed behind "anders, namelijk", where members opened it to each other */
  others: (NamedMember & { text: string })[];
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
  /** of a published round: version of the figures, and late organisations that wait for the next */
  version: number;
  waiting: number;
}

/** Stem and wording together: the question as published. */
export const questionOf = ({ stem, wording }: { stem: string; wording: string }): string =>
  stem ? `${stem} ${wording}` : wording;
