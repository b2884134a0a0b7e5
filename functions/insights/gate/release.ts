import { Audit } from "./audit.ts";
import { type Attribute, type Candidate, candidates } from "./cells.ts";
import { display } from "./display.ts";
import { carriedRows, carriedSheets, union } from "./editions.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { Solver } from "./program.ts";
import type { Reason, Release, ReleasedCell, ReleasedStrand } from "./released.ts";
import type { Row } from "./sheet.ts";
import { type Strand, type Support, strandsOf } from "./support.ts";
import { isWithheldByChance, WITHHELD_SHARE } from "./withholding.ts";

export interface ReleaseRequest {
  item: string;
  support: Support;
  /** per organisation that counts, by id: the options it chose */
  answers: Readonly<Record<string, readonly string[]>>;
  /** in the order of the report, which decides what is offered to the audit first */
  attributes: readonly Attribute[];
  /** decides what is withheld by chance; the same for all editions of a round */
  secretSeed: string;
  /** null: only what can be shown safe without a solver is released */
  solver: Solver | null;
  /** earlier editions of the same item, all of them */
  previous?: readonly Release[];
  /** for measurements: the share withheld by chance */
  chance?: number;
  progress?: (done: number, of: number) => void;
}

/**
 * Makes a release: offers every set of organisations to the audit in the fixed order and keeps what is safe
 * together with all that was kept before, earlier editions included. Takes seconds, so belongs in a job.
 *
 * @throws RangeError when an answer is not among the item's options
 */
export function release(request: ReleaseRequest): Release {
  const previous = request.previous ?? [];
  const present = Object.keys(request.answers).sort();
  const organisations = union(previous, present);
  const at = new Map(organisations.map((id, index) => [id, index]));
  const sets = candidates(present, request.attributes).map((set) => ({
    ...set,
    members: set.members.map((member) => at.get(present[member]!)!),
  }));
  const { strands, tied } = strandsOf(request.support);
  const total = sets.length * strands.length;
  return {
    item: request.item,
    edition: previous.length + 1,
    organisations,
    strands: strands.map((strand, nth) =>
      releaseStrand(request, strand, sets, organisations, (done) =>
        request.progress?.(nth * sets.length + done, total),
      ),
    ),
    tied,
  };
}

function releaseStrand(
  request: ReleaseRequest,
  strand: Strand,
  sets: readonly Candidate[],
  organisations: readonly string[],
  progress: (done: number) => void,
): ReleasedStrand {
  const carried = carriedRows(request.previous ?? [], strand.name, organisations);
  const steering = keyedHash("search", JSON.stringify([request.item, strand.name]));
  const audit = new Audit({
    n: organisations.length,
    options: strand.options,
    solver: request.solver,
    seed: steering[0]! * 256 + steering[1]!,
    start: carriedSheets(request.previous ?? [], strand.name, organisations),
  });
  const answers = organisations.map((id) => {
    const chosen = request.answers[id];
    return chosen ? strand.answer(chosen) : -1;
  });
  const isHistorySafe = carried.length === 0 || audit.offer(carried) === "safe";
  const cells = sets.flatMap((set, done) => {
    progress(done);
    const isFree = set.depth === 0 && strand.options === 2 && carried.length === 0;
    return offerSet(request, strand, set, answers, isFree, (rows) =>
      isHistorySafe ? audit.offer(rows) : "unsafe",
    );
  });
  progress(sets.length);
  const withheld = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
  for (const { reason } of cells) if (reason) withheld[reason] += 1;
  return {
    name: strand.name,
    options: strand.options,
    carried: isHistorySafe ? carried : [],
    bits: Object.fromEntries([...strand.total, ...strand.filtered].map(({ option, bits }) => [option, bits])),
    cells,
    witnesses: audit.witnesses().map((sheet) => Array.from(sheet, (answer) => answer.toString(36)).join("")),
    cost: {
      ...audit.cost,
      classes: audit.classes,
      kept: cells.filter((cell) => cell.shown).length,
      withheld,
    },
  };
}

/**
 * Offers one set of organisations: all options together. With more than two options a refused total or single
 * filter is offered once more in words, which hide more; each step may be skipped by chance.
 *
 * @param isFree never withheld by chance: the yes/no total of a first edition is safe whatever the count, so
 *   that its being there tells nothing
 */
function offerSet(
  request: ReleaseRequest,
  strand: Strand,
  { key, filters, depth, members }: Candidate,
  answers: readonly number[],
  isFree: boolean,
  offer: (rows: readonly Row[]) => "safe" | Reason,
): ReleasedCell[] {
  const counted = depth === 0 ? strand.total : strand.filtered;
  const share = isFree ? 0 : (request.chance ?? WITHHELD_SHARE);
  const steps = strand.options > 2 && depth < 2 ? [false, true] : [false];
  let reason: Reason = "unsafe";
  for (const inWords of steps) {
    const name = `${strand.name}/${key}${inWords ? "/woorden" : ""}`;
    const shown = counted.map(({ bits }) => {
      const count = members.filter((member) => (bits >> answers[member]!) & 1).length;
      return display(count, members.length, depth, inWords)!;
    });
    const rows = shown.map(({ low, high }, at) => ({ members, options: counted[at]!.bits, low, high }));
    const verdict = isWithheldByChance(request.secretSeed, request.item, name, share)
      ? "chance"
      : offer(rows);
    if (verdict === "safe") {
      return counted.map(({ option }, at) => ({
        key,
        filters,
        depth,
        option,
        members,
        shown: shown[at]!,
        reason: null,
      }));
    }
    reason = verdict;
  }
  return counted.map(({ option }) => ({ key, filters, depth, option, members, shown: null, reason }));
}
