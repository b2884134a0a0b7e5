import type { Filter } from "./cells.ts";
import type { OpenedTo } from "./known.ts";
import type { Solver } from "./program.ts";
import type { Release } from "./released.ts";
import type { Supplement } from "./supplement.ts";
import type { Support } from "./support.ts";

/** One of two rounds as it stands: its newest edition, with all supplements that edition has. */
export interface MatchedSide {
  release: Release;
  support: Support;
  /** of everybody who counts in that edition, as it counts them */
  answers: Readonly<Record<string, readonly string[]>>;
  opened: Readonly<Record<string, OpenedTo>>;
  /** the name of the set in this round: who also took part in the other */
  filter: Filter;
  secretSeed: string;
}

/** What a comparison of two rounds adds to each. */
export interface Matched {
  before: Supplement;
  after: Supplement;
}

export interface MatchedRequest {
  item: string;
  before: MatchedSide;
  after: MatchedSide;
  /** what earlier comparisons of these two rounds added, oldest first */
  earlier: readonly Matched[];
  solver: Solver | null;
  /** shows nothing new, for it would not be safe beside figures that the gate does not know */
  isSilent?: boolean;
  /** for measurements: the share withheld by chance */
  chance?: number;
}
