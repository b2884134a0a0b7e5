import type { Example, ExampleCell } from "../../web/insights/example.ts";
import { type Depth, display, phrase, type Shown } from "./gate/display.ts";

interface Team {
  size: "groot" | "klein";
  region: "west" | "oost";
  /** what this made-up team answered to a question with yes or no */
  saysYes: boolean;
}

const team = (size: Team["size"], region: Team["region"], saysYes: boolean): Team => ({
  size,
  region,
  saysYes,
});

/** Twelve teams that do not exist. Only one large team works in the east: that gives it away. */
const TEAMS: readonly Team[] = [
  team("groot", "west", true),
  team("groot", "west", false),
  team("groot", "west", true),
  team("groot", "west", false),
  team("groot", "west", true),
  team("groot", "oost", true),
  team("klein", "west", true),
  team("klein", "west", true),
  team("klein", "oost", false),
  team("klein", "oost", true),
  team("klein", "oost", false),
  team("klein", "oost", true),
];

interface Set {
  label: string;
  depth: Depth;
  has: (team: Team) => boolean;
}

/** In the order of the report: total, one filter, two filters. All have at least 5 teams. */
const SETS: readonly Set[] = [
  { label: "Alle teams", depth: 0, has: () => true },
  { label: "Grote teams", depth: 1, has: ({ size }) => size === "groot" },
  { label: "Kleine teams", depth: 1, has: ({ size }) => size === "klein" },
  { label: "Teams in het westen", depth: 1, has: ({ region }) => region === "west" },
  { label: "Teams in het oosten", depth: 1, has: ({ region }) => region === "oost" },
  { label: "Grote teams in het westen", depth: 2, has: (t) => t.size === "groot" && t.region === "west" },
];

/** What readers know of one set: the sum of these teams lies between low and high. */
interface Known {
  bits: number;
  low: number;
  high: number;
}

const bitsOf = ({ has }: Set): number =>
  TEAMS.reduce((bits, each, at) => (has(each) ? bits | (1 << at) : bits), 0);
const TRUTH = TEAMS.reduce((bits, each, at) => (each.saysYes ? bits | (1 << at) : bits), 0);
const ALL = (1 << TEAMS.length) - 1;

/** How many bits are set. */
function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

const EVERY_SHEET: readonly number[] = Array.from({ length: ALL + 1 }, (_, sheet) => sheet);

/** Those of these sheets of answers that fit what becomes known. */
const fitting = (sheets: readonly number[], { bits, low, high }: Known): number[] =>
  sheets.filter((sheet) => {
    const count = ones(sheet & bits);
    return count >= low && count <= high;
  });

/** The teams whose answer is the same on all these sheets. */
function fixedOn(sheets: readonly number[]): number[] {
  const always = sheets.reduce((bits, sheet) => bits & sheet, ALL);
  const never = sheets.reduce((bits, sheet) => bits & ~sheet, ALL);
  return TEAMS.flatMap((_, at) => (((always | never) >> at) & 1 ? [at] : []));
}

/** The teams that somebody can find: an outsider, or one of the teams that knows its own answer. */
function foundByAnyone(sheets: readonly number[]): number[] {
  const insiders = TEAMS.flatMap((_, knower) => {
    const own = (TRUTH >> knower) & 1;
    const left = sheets.filter((sheet) => ((sheet >> knower) & 1) === own);
    return fixedOn(left).filter((at) => at !== knower);
  });
  return [...new Set([...fixedOn(sheets), ...insiders])].sort((one, other) => one - other);
}

let made: Example | null = null;

/**
 * The attack of the explanation page, worked out and not typed: what "at least 5" gives away on twelve made-up
 * teams, and what is left of it when each figure is tried against all that was shown before. The same for
 * everybody, so it is worked out once.
 */
export function exampleAttack(): Example {
  made ??= attack();
  return made;
}

function attack(): Example {
  let naive = EVERY_SHEET;
  let guarded = EVERY_SHEET;
  const offered = (bits: number, shown: Shown | null): string | null => {
    const left = shown ? fitting(guarded, { bits, ...rangeOf(shown) }) : [];
    if (!shown || foundByAnyone(left).length > 0) return null;
    guarded = left;
    return phrase(shown);
  };
  const counted = SETS.map((set) => {
    const bits = bitsOf(set);
    const [size, count] = [ones(bits), ones(bits & TRUTH)];
    naive = fitting(naive, { bits, low: count, high: count });
    return { ...set, bits, size, count, shown: offered(bits, display(count, size, set.depth)) };
  });
  // What was refused as a count is tried in words, after all else.
  const cells = counted.map(({ label, depth, bits, size, count, shown }): ExampleCell => {
    const inWords = () => (depth < 2 ? offered(bits, display(count, size, depth, true)) : null);
    return { label, size, count, shown: shown ?? inWords() };
  });
  return {
    teams: TEAMS.map(({ size, region }) => ({ size, region })),
    cells,
    found: fixedOn(naive),
    foundBehindGate: foundByAnyone(guarded),
    sum: sumOf(cells),
  };
}

const rangeOf = ({ low, high }: Shown) => ({ low, high });

/** Large teams without those in the west: the team that is left over. */
function sumOf(cells: readonly ExampleCell[]): Example["sum"] {
  const [, large, , , , largeWest] = cells;
  if (!large || !largeWest) throw new Error("The example lost a set");
  const left = TEAMS.findIndex(({ size, region }) => size === "groot" && region === "oost");
  return { from: large, less: largeWest, left, saysYes: large.count - largeWest.count === 1 };
}
