import { LEAST_ORGANISATIONS } from "./display.ts";
import type { Release, ReleasedCell, ReleasedStrand } from "./released.ts";
import type { Row, Sheet } from "./sheet.ts";

/**
 * Editions of a release. A late answer that makes one organisation's difference between two editions would be
 * laid open by subtraction. So editions are audited as one: what earlier ones published keeps counting, over
 * the organisations of then. And late answers enter in groups, for in a group they can hide.
 *
 * Source: the differencing problem, Duke-Williams, Rees, "Can Census Offices publish statistics for more than one
 * small area geography?", International Journal of Geographical Information Science 12 (1998); there between areas,
 * here between moments. Groups of 5 are the minimum of a cell (`display.ts`) for the same reason.
 */
const LEAST_LATE_ANSWERS = LEAST_ORGANISATIONS;

/**
 * Which organisations count in the next edition.
 *
 * @param before ids in the last edition; empty for the first
 * @param answered ids of everybody with a signed answer now
 * @returns everybody, or as long as fewer than 5 are new, those of the last edition that still answer. The others
 *   wait; their answers are not lost.
 */
export function entering(before: readonly string[], answered: readonly string[]): string[] {
  const known = new Set(before);
  const late = answered.filter((id) => !known.has(id));
  const admitted = before.length === 0 || late.length >= LEAST_LATE_ANSWERS;
  return answered.filter((id) => admitted || known.has(id)).sort();
}

/** Everybody who counts now or counted before, by id, sorted. */
export function union(previous: readonly Release[], present: readonly string[]): string[] {
  return [...new Set([...previous.flatMap((release) => release.organisations), ...present])].sort();
}

/** The rows a strand has published, over the organisations of its own release. */
export function publishedRows(strand: ReleasedStrand): Row[] {
  return strand.cells.flatMap(({ shown, members, option }) =>
    shown ? [{ members, options: strand.bits[option]!, low: shown.low, high: shown.high }] : [],
  );
}

/** All that earlier editions published in this strand, or some cells of it, over the organisations of the new one. */
export function carriedRows(
  previous: readonly Release[],
  strand: string,
  organisations: readonly string[],
  isMeant: (cell: ReleasedCell) => boolean = () => true,
): Row[] {
  const at = new Map(organisations.map((id, index) => [id, index]));
  return previous.flatMap((release) =>
    release.strands
      .filter(({ name }) => name === strand)
      .flatMap((each) => publishedRows({ ...each, cells: each.cells.filter(isMeant) }))
      .map((row) => ({
        ...row,
        members: row.members.map((member) => at.get(release.organisations[member]!)!),
      })),
  );
}

/**
 * The witnesses of the last edition, as places where the search for new ones starts. Whoever is new has the
 * first answer on every sheet; the search changes that.
 */
export function carriedSheets(
  previous: readonly Release[],
  strand: string,
  organisations: readonly string[],
): Sheet[] {
  const last = previous.at(-1);
  const at = new Map(last?.organisations.map((id, index) => [id, index]));
  const witnesses = last?.strands.find(({ name }) => name === strand)?.witnesses ?? [];
  return witnesses.map((characters) =>
    Uint8Array.from(organisations, (id) => Number.parseInt(characters[at.get(id) ?? -1] ?? "0", 36)),
  );
}
