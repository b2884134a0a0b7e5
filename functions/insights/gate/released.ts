import type { AuditCost } from "./audit.ts";
import type { Filter } from "./cells.ts";
import type { Depth, Shown, ShownRange } from "./display.ts";
import type { ReaderWitnesses } from "./joint-audit.ts";
import type { Row } from "./sheet.ts";

/** Why a cell is withheld. For monitoring only: readers get one sentence for all. */
export type Reason = "chance" | "unsafe" | "limit" | "solver";

/** One figure: of this set of organisations, how many chose this option. */
export interface ReleasedCell {
  /** the set, see cellKey() */
  key: string;
  filters: readonly Filter[];
  depth: Depth;
  option: string;
  /** indexes into the release's organisations */
  members: readonly number[];
  /** null: withheld; a range only in a supplement */
  shown: Shown | ShownRange | null;
  reason: Reason | null;
}

/** A part of the release that was audited by itself, with what is needed to check it by addition. */
export interface ReleasedStrand {
  name: string;
  /** how many different answers one organisation can give */
  options: number;
  /** what earlier editions published, over the organisations of this one */
  carried: readonly Row[];
  /** the answers each option of `cells` counts, as bits */
  bits: Readonly<Record<string, number>>;
  cells: readonly ReleasedCell[];
  /** sheets, a character an organisation: base 36 number of its answer; made without the true one */
  witnesses: readonly string[];
  /** what every reader knows because it was opened to all, see knownText(); absent: nothing */
  known?: string;
  /** the same for readers who know more, see readersOf(); absent: there are none */
  readers?: readonly ReaderWitnesses[];
  cost: AuditCost & { classes: number; kept: number; withheld: Record<Reason, number> };
}

/** A release of one item for one audience: plain data, stored once, read by every output. */
export interface Release {
  item: string;
  edition: number;
  /** ids, sorted: everybody who counts in this edition or counted in an earlier one */
  organisations: readonly string[];
  strands: readonly ReleasedStrand[];
  /** options never released, because the questionnaire ties them to others */
  tied: readonly string[];
  /** set when what earlier editions published is not safe beside what is known now */
  isHistoryBroken?: true;
}
