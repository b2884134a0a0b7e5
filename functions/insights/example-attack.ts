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
const ones = (bits: number): number => bits.toString(2).replaceAll("0", "").length;
const TRUTH = TEAMS.reduce((bits, each, at) => (each.saysYes ? bits | (1 << at) : bits), 0);

/** The teams whose answer is the same on every sheet of answers that fits what is known. Tries all of them. */
function foundWith(known: readonly Known[]): number[] {
  const all = (1 << TEAMS.length) - 1;
  let always = all;
  let never = all;
  for (let sheet = 0; sheet <= all; sheet++) {
    if (!known.every(({ bits, low, high }) => ones(sheet & bits) >= low && ones(sheet & bits) <= high))
      continue;
    always &= sheet;
    never &= ~sheet;
  }
  return TEAMS.flatMap((_, at) => (((always | never) >> at) & 1 ? [at] : []));
}

/**
 * The attack of the explanation page, worked out and not typed: what "at least 5" gives away on twelve made-up
 * teams, and what is left of it when each figure is tried against all that was shown before.
 */
export function exampleAttack(): Example {
  const naive = SETS.map((set) => ({ bits: bitsOf(set), count: ones(bitsOf(set) & TRUTH) }));
  const accepted: Known[] = [];
  const cells = SETS.map((set): ExampleCell => {
    const bits = bitsOf(set);
    const size = ones(bits);
    const count = ones(bits & TRUTH);
    const shown = display(count, size, set.depth);
    const isSafe = shown !== null && foundWith([...accepted, { bits, ...rangeOf(shown) }]).length === 0;
    if (shown && isSafe) accepted.push({ bits, ...rangeOf(shown) });
    return { label: set.label, size, count, shown: shown && isSafe ? phrase(shown) : null };
  });
  return {
    teams: TEAMS.map(({ size, region }) => ({ size, region })),
    cells,
    found: foundWith(naive.map(({ bits, count }) => ({ bits, low: count, high: count }))),
    foundBehindGate: foundWith(accepted),
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
