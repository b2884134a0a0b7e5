import type { Combination, Coverage } from "./coverage.ts";
import type { Partition } from "./partition.ts";
import type { OpenProgram, Outcome, Program } from "./program.ts";
import type { Row, Sheet } from "./sheet.ts";

/**
 * The question "is there an answer sheet that fits these rows?" as an integer program over classes: a column
 * says how many members of a class chose an option. A yes/no item needs one column a class, for yes; its rows
 * count yes and nothing else.
 */
export function programOf(partition: Partition, options: number, rows: readonly Row[]): Program {
  const perClass = columnsPerClass(options);
  const upper = partition.members.flatMap((group) => Array<number>(perClass).fill(group.length));
  const counted = rows.map(({ members, options: bits, low, high }) => ({
    columns: [...new Set(members.map((member) => partition.classOf[member]!))].flatMap((group) =>
      perClass === 1 ? [group] : optionsIn(bits).map((option) => group * perClass + option),
    ),
    low,
    high,
  }));
  if (perClass === 1) return { upper, rows: counted };
  const wholes = partition.members.map((group, at) => ({
    columns: Array.from({ length: perClass }, (_, option) => at * perClass + option),
    low: group.length,
    high: group.length,
  }));
  return { upper, rows: [...counted, ...wholes] };
}

const optionsIn = (bits: number) =>
  Array.from({ length: 32 }, (_, at) => at).filter((at) => (bits >> at) & 1);

const columnsPerClass = (options: number) => (options === 2 ? 1 : options);

/**
 * Asks the solver for a sheet that shows this combination, leaning towards combinations not seen yet.
 *
 * @returns the solver's outcome, a solution already dealt out over the organisations; not yet checked
 */
export function ask(
  program: OpenProgram,
  combination: Combination,
  partition: Partition,
  coverage: Coverage,
): Exclude<Outcome, { verdict: "fits" }> | { verdict: "fits"; sheet: Sheet } {
  const { options } = coverage;
  const perClass = columnsPerClass(options);
  const high = partition.members.flatMap((group) => Array<number>(perClass).fill(group.length));
  const low = high.map(() => 0);
  const push = high.map(() => 0);
  const require = (group: number, option: number) => {
    if (perClass > 1) low[group * perClass + option]! += 1;
    else if (option === 1) low[group]! += 1;
    else high[group]! -= 1;
  };
  require(combination.first, combination.firstOption);
  require(combination.second, combination.secondOption);
  for (let second = 0; second < partition.members.length; second++) {
    if (second === combination.first) continue;
    for (let option = 0; option < options; option++) {
      if (coverage.has({ ...combination, second, secondOption: option })) continue;
      if (perClass > 1) push[second * perClass + option]! += 1;
      else push[second]! += option === 1 ? 1 : -1;
    }
  }
  const outcome = program.solve(low, high, push);
  return outcome.verdict === "fits"
    ? { verdict: "fits", sheet: deal(outcome.values, partition, options) }
    : outcome;
}

/** Deals a solution out over the organisations of each class; which member gets which answer is free. */
function deal(values: readonly number[], partition: Partition, options: number): Sheet {
  const sheet = new Uint8Array(partition.classOf.length);
  for (const [group, members] of partition.members.entries()) {
    let at = 0;
    for (let option = 1; option < options; option++) {
      const count = values[options === 2 ? group : group * options + option] ?? 0;
      for (const end = at + count; at < end && at < members.length; at++) sheet[members[at]!] = option;
    }
  }
  return sheet;
}
