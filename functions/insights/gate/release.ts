import { type Attribute, type Candidate, candidates } from "./cells.ts";
import { display, LEAST_ORGANISATIONS, type Shown } from "./display.ts";
import { carriedRows, carriedSheets, union } from "./editions.ts";
import { JointAudit } from "./joint-audit.ts";
import { keyedHash } from "./keyed-hash.ts";
import { type OpenedTo, readersOf } from "./known.ts";
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
  /** who opened its answer to whom; what was opened in an earlier edition stays so */
  opened?: Readonly<Record<string, OpenedTo>>;
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
  const isClosed = (member: number) => !request.opened?.[organisations[member]!];
  const sets = candidates(present, request.attributes)
    .map((set) => ({ ...set, members: set.members.map((member) => at.get(present[member]!)!) }))
    // Opened answers hide nobody: the minimum is one of answers that stayed closed.
    .filter(({ members }) => members.filter(isClosed).length >= LEAST_ORGANISATIONS);
  const { strands, tied } = strandsOf(request.support);
  const total = sets.length * strands.length;
  const made = strands.map((strand, nth) =>
    releaseStrand(request, strand, sets, organisations, (done) =>
      request.progress?.(nth * sets.length + done, total),
    ),
  );
  return {
    item: request.item,
    edition: previous.length + 1,
    organisations,
    strands: made.map(({ released }) => released),
    tied,
    ...(made.some(({ isHistorySafe }) => !isHistorySafe) ? { isHistoryBroken: true } : {}),
  };
}

function releaseStrand(
  request: ReleaseRequest,
  strand: Strand,
  sets: readonly Candidate[],
  organisations: readonly string[],
  progress: (done: number) => void,
): { released: ReleasedStrand; isHistorySafe: boolean } {
  const carried = carriedRows(request.previous ?? [], strand.name, organisations);
  const steering = keyedHash("search", JSON.stringify([request.item, strand.name]));
  const answers = organisations.map((id) => {
    const chosen = request.answers[id];
    return chosen ? strand.answer(chosen) : -1;
  });
  const openedTo = organisations.map((id) => request.opened?.[id] ?? null);
  const readers = readersOf(answers, openedTo, strand.options);
  const settings = {
    n: organisations.length,
    options: strand.options,
    solver: request.solver,
    seed: steering[0]! * 256 + steering[1]!,
    start: carriedSheets(request.previous ?? [], strand.name, organisations),
  };
  const nothingKnown = answers.map(() => -1);
  const audit = new JointAudit(settings, readers ?? [nothingKnown]);
  const isHistorySafe = readers !== null && (carried.length === 0 || audit.offer(carried) === "safe");
  const open = openedTo.map((tier, at) => (tier === "learning_group" ? -1 : tier ? answers[at]! : -1));
  const cells = sets.flatMap((set, done) => {
    progress(done);
    return offerSet(request, strand, set, { answers, open, isFirst: carried.length === 0 }, (rows) =>
      isHistorySafe ? audit.offer(rows) : "unsafe",
    );
  });
  progress(sets.length);
  const withheld = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
  for (const { reason } of cells) if (reason) withheld[reason] += 1;
  const [visitor, ...others] = audit.witnesses();
  const released: ReleasedStrand = {
    name: strand.name,
    options: strand.options,
    carried: isHistorySafe ? carried : [],
    bits: Object.fromEntries([...strand.total, ...strand.filtered].map(({ option, bits }) => [option, bits])),
    cells,
    witnesses: visitor?.witnesses ?? [],
    ...(readers && openedTo.includes("public") && visitor ? { known: visitor.known } : {}),
    ...(others.length > 0 ? { readers: others } : {}),
    cost: {
      ...audit.cost,
      classes: audit.classes,
      kept: cells.filter((cell) => cell.shown).length,
      withheld,
    },
  };
  return { released, isHistorySafe };
}

/** Answers by number, per organisation. */
interface Given {
  answers: readonly number[];
  /** those that members or everybody may read; -1: not opened to them */
  open: readonly number[];
  /** nothing of this strand was ever published */
  isFirst: boolean;
}

/**
 * Offers one set of organisations: all options together. A refused total or single filter with more than two
 * options, or with opened answers in it, is offered once more in words, which hide more; each step may be
 * skipped by chance.
 */
function offerSet(
  request: ReleaseRequest,
  strand: Strand,
  { key, filters, depth, members }: Candidate,
  { answers, open, isFirst }: Given,
  offer: (rows: readonly Row[]) => "safe" | Reason,
): ReleasedCell[] {
  const counted = depth === 0 ? strand.total : strand.filtered;
  const hasOpened = Object.keys(request.opened ?? {}).length > 0;
  // Never withheld by chance: the yes/no total of a first edition without opened answers is safe whatever the
  // count, so that its being there tells nothing.
  const isFree = depth === 0 && strand.options === 2 && isFirst && !hasOpened;
  const share = isFree ? 0 : (request.chance ?? WITHHELD_SHARE);
  const steps = (strand.options > 2 || hasOpened) && depth < 2 ? [false, true] : [false];
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
      : counted.some(({ bits }, at) => laysBareAnEnd(shown[at]!, bits, members, open))
        ? "unsafe"
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

/** Whether an exact count lies within 2 of an end of the answers that are left once opened ones are taken out. */
export function laysBareAnEnd(
  shown: Shown,
  bits: number,
  members: readonly number[],
  open: readonly number[],
): boolean {
  const known = members.filter((member) => open[member]! >= 0);
  if (shown.kind !== "exact" || known.length === 0) return false;
  const left = shown.count - known.filter((member) => (bits >> open[member]!) & 1).length;
  return display(left, members.length - known.length, 0)?.kind !== "exact";
}
