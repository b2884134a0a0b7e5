import type { AuditCost } from "./audit.ts";
import { publishedRows } from "./editions.ts";
import type { ReaderWitnesses } from "./joint-audit.ts";
import { type Known, knownFrom } from "./known.ts";
import type { Reason, Release, ReleasedCell, ReleasedStrand } from "./released.ts";
import type { Row, Sheet } from "./sheet.ts";

/**
 * Figures added to a release that stands, because they could not be asked for when it was made. What a release
 * and its supplements say together is audited as one, in the order in which they were made, and every later
 * edition is audited with all of it: a supplement is an edition with other sets over the same answers.
 */
export interface Supplement {
  strands: readonly SupplementStrand[];
}

export interface SupplementStrand {
  name: string;
  /** indexes into the release's organisations */
  members: readonly number[];
  /** what followed for this set from figures that were there before, per option */
  said: readonly { option: string; low: number; high: number }[];
  /** none: what followed already was all there is to say */
  cells: readonly ReleasedCell[];
  /** place in WIDTHS; absent when nothing is shown */
  way?: number;
  /** sheets that fit everything up to and including this supplement; absent when it shows nothing */
  witnesses?: readonly string[];
  readers?: readonly ReaderWitnesses[];
  cost: AuditCost & { kept: number; withheld: Record<Reason, number> };
}

/** The attribute of the set that took part in another round as well; its value is the year of that round. */
export const TOOK_PART = "deelname";

/** Whether a cell is one of a supplement that compares two rounds. */
export const isMatched = ({ filters }: ReleasedCell): boolean =>
  filters.some(({ attribute }) => attribute === TOOK_PART);

/** The release as it stands with these supplements, oldest first: what the next audit has to reckon with. */
export function supplemented(release: Release, supplements: readonly Supplement[]): Release {
  const strands = release.strands.map((strand) =>
    supplements
      .flatMap((each) => each.strands.filter(({ name }) => name === strand.name))
      .reduce(withAdded, strand),
  );
  return { ...release, strands };
}

const withAdded = (
  strand: ReleasedStrand,
  { cells, witnesses, readers }: SupplementStrand,
): ReleasedStrand => ({
  ...strand,
  cells: [...strand.cells, ...cells],
  ...(witnesses ? { witnesses } : {}),
  ...(readers ? { readers } : {}),
});

/** All that a strand said so far, over the organisations of its release. */
export const saidRows = (strand: ReleasedStrand): Row[] => [...strand.carried, ...publishedRows(strand)];

/** Per reader of a strand what it knows, and the sheets that were kept for it. */
export function readersIn(strand: ReleasedStrand, n: number): { known: Known; start: Sheet[] }[] {
  const visitor = { known: strand.known ?? ".".repeat(n), witnesses: strand.witnesses };
  return [visitor, ...(strand.readers ?? [])].map(({ known, witnesses }) => ({
    known: knownFrom(known),
    start: witnesses.map((sheet) => Uint8Array.from(sheet, (answer) => Number.parseInt(answer, 36))),
  }));
}
