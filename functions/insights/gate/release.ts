import { type Attribute, type Candidate, candidates } from "./cells.ts";
import { LEAST_ORGANISATIONS } from "./display.ts";
import { carriedRows, carriedSheets, union } from "./editions.ts";
import { JointAudit } from "./joint-audit.ts";
import { keyedHash } from "./keyed-hash.ts";
import { type OpenedTo, readersOf } from "./known.ts";
import { offerSets } from "./offering.ts";
import type { Solver } from "./program.ts";
import type { Release, ReleasedStrand } from "./released.ts";
import { baresARest } from "./rest.ts";
import type { Row } from "./sheet.ts";
import { isMatched } from "./supplement.ts";
import { type Strand, type Support, strandsOf } from "./support.ts";

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
  // Who took part in two rounds is compared with everything that comes later, see baresARest().
  const matched = carriedRows(request.previous ?? [], strand.name, organisations, isMatched);
  const given = {
    answers,
    open,
    offer: (rows: readonly Row[]) =>
      isHistorySafe && !rows.some((row) => baresARest(row, matched, open)) ? audit.offer(rows) : "unsafe",
  };
  const cells = offerSets(request, strand, sets, given, progress);
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
