import type { FigureFilter } from "./figure-filter.ts";

/** A group that the own organisation belongs to: "teams zoals wij". */
export interface SimilarGroup {
  /** key of the set: "grootte=groot" */
  key: string;
  filters: readonly FigureFilter[];
  /** "Grootte: groot" */
  label: string;
  /** organisations that count in it; null where that is not known beforehand */
  size: number | null;
}
