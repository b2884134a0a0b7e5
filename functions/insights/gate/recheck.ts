import { Coverage } from "./coverage.ts";
import { display, inRanges, type Shown, type ShownRange, WIDTHS } from "./display.ts";
import { publishedRows } from "./editions.ts";
import type { ReaderWitnesses } from "./joint-audit.ts";
import { knownFrom, knownRows } from "./known.ts";
import { refine, undivided } from "./partition.ts";
import type { Release, ReleasedCell, ReleasedStrand } from "./released.ts";
import { fits } from "./sheet.ts";
import { isMatched } from "./supplement.ts";

/**
 * Checks a stored release by plain addition, without a solver and without the answers: every stored sheet fits
 * every published figure, and for every pair of organisations the sheets show every combination of answers,
 * where needed after an exchange between organisations that no published set tells apart.
 *
 * @returns what is wrong, in English, for the log; empty when the release is safe
 */
export function recheck(release: Release): string[] {
  return release.strands.flatMap((strand) => [
    ...strand.cells.flatMap((cell) => {
      if (!cell.shown) return [];
      const { low, high } = cell.shown;
      const size = cell.members.length;
      const expected = [display(low, size, cell.depth), ...coarserWays(cell, low)];
      const isAllowed = expected.some((shown) => JSON.stringify(shown) === JSON.stringify(cell.shown));
      return isAllowed ? [] : [`${strand.name}/${cell.key}/${cell.option} shows ${low}..${high} of ${size}`];
    }),
    ...recheckStrand(strand, release.organisations.length),
  ]);
}

/** Who took part in two rounds has ranges where other cells have words. */
const coarserWays = (cell: ReleasedCell, low: number): (Shown | ShownRange | null)[] =>
  isMatched(cell)
    ? WIDTHS.slice(1).map((width) => inRanges(low, cell.members.length, width))
    : [display(low, cell.members.length, cell.depth, true)];

function recheckStrand(strand: ReleasedStrand, n: number): string[] {
  const visitor = { known: strand.known ?? ".".repeat(n), witnesses: strand.witnesses };
  const readers = [visitor, ...(strand.readers ?? [])];
  return [...readers.flatMap((reader) => recheckReader(strand, reader, n)), ...recheckScenarios(readers, n)];
}

function recheckReader(strand: ReleasedStrand, { known, witnesses }: ReaderWitnesses, n: number): string[] {
  const given = knownFrom(known);
  const rows = [...knownRows(given, strand.options), ...strand.carried, ...publishedRows(strand)];
  const partition = refine(undivided(n), rows);
  const coverage = new Coverage(partition, strand.options, given);
  const problems: string[] = [];
  for (const [at, characters] of witnesses.entries()) {
    const sheet = Uint8Array.from(characters, (character) => Number.parseInt(character, 36));
    const isWhole = sheet.length === n && sheet.every((answer) => answer < strand.options);
    if (!isWhole || !fits(sheet, rows)) problems.push(`witness ${at} of ${strand.name} does not fit`);
    else coverage.add(sheet);
  }
  const missing = [...coverage.missing()].length;
  if (missing > 0) problems.push(`${missing} combinations of ${strand.name} have no witness`);
  return problems;
}

/**
 * What only the learning group knows stands in several scenarios: of every two of those organisations all four
 * combinations must be among them.
 */
function recheckScenarios(readers: readonly ReaderWitnesses[], n: number): string[] {
  const scenarios = readers.slice(1).map(({ known }) => known);
  const varied = Array.from({ length: n }, (_, at) => at).filter(
    (at) => new Set(scenarios.map((known) => known[at])).size > 1,
  );
  return varied.flatMap((one, nth) =>
    varied
      .slice(nth + 1)
      .filter((other) => new Set(scenarios.map((known) => `${known[one]}${known[other]}`)).size < 4)
      .map((other) => `organisations ${one} and ${other} lack a scenario`),
  );
}
