import type { Candidate } from "./cells.ts";
import { type Depth, display, type Shown, type ShownRange } from "./display.ts";
import { totalAlwaysFits } from "./free-total.ts";
import type { OpenedTo } from "./known.ts";
import type { Reason, Release, ReleasedCell } from "./released.ts";
import type { Row } from "./sheet.ts";
import type { Strand } from "./support.ts";
import { type Lot, lotOf } from "./withholding.ts";

/** What a release was asked for, as far as lots go. */
interface Terms {
  item: string;
  secretSeed: string;
  opened?: Readonly<Record<string, OpenedTo>>;
  previous?: readonly Release[];
  /** for measurements: the share withheld by lot */
  chance?: number;
}

/** Answers by number, per organisation, and the audit. */
interface Given {
  answers: readonly number[];
  /** those that members or everybody may read; -1: not opened to them */
  open: readonly number[];
  offer: (rows: readonly Row[]) => "safe" | Reason;
}

type Way = "exact" | "words";

/**
 * Offers all sets to the audit in their order, each as a count, and where that is refused (or by lot) in words,
 * which hide more. Of a yes/no item the words of one filter come after everything else: offered at once they
 * would push out more crossings than they are. Which figure gets words is then still decided by nothing but the
 * lots and the rows that were taken, so the argument at `lotOf` holds for this order too.
 */
export function offerSets(
  terms: Terms,
  strand: Strand,
  sets: readonly Candidate[],
  given: Given,
  progress: (done: number) => void,
): ReleasedCell[] {
  const lots = sets.map((set) => lotFor(terms, strand, set, given));
  const waits = ({ depth }: Candidate) => depth === 1 && strand.options === 2;
  const first = sets.map((set, done) => {
    progress(done);
    return offerSet(strand, set, lots[done]!, given, waits(set) ? ["exact"] : waysOf(set.depth));
  });
  const cells = sets.flatMap((set, at) => {
    const made = first[at]!;
    const isDone = !waits(set) || made.some(({ shown }) => shown) || lots[at]!.isWithheld;
    return isDone ? made : offerSet(strand, set, lots[at]!, given, ["words"]);
  });
  progress(sets.length);
  return cells;
}

/** Crossings are in words whatever is asked; there is nothing coarser to fall back on. */
const waysOf = (depth: Depth): readonly Way[] => (depth === 2 ? ["exact"] : ["exact", "words"]);

function lotFor(terms: Terms, strand: Strand, { key, depth, members }: Candidate, { open }: Given): Lot {
  const { previous = [], secretSeed: seed, item, opened = {}, chance } = terms;
  const before = shownBefore(previous, strand.name, key);
  // Never by lot: the yes/no total of a first edition without opened answers is safe whatever the count, so that
  // its being there tells nothing.
  const isFree =
    depth === 0 && strand.options === 2 && before.length === 0 && Object.keys(opened).length === 0;
  const draw = { seed, item, cell: `${strand.name}/${key}`, edition: previous.length + 1 };
  const lot = lotOf(
    { ...draw, ...(isFree ? { share: 0 } : chance === undefined ? {} : { share: chance }) },
    before,
  );
  if (depth === 2) return { ...lot, isCoarser: false };
  if (depth === 1 || strand.options > 2 || before.length > 0) return lot;
  const read = members.map((member) => open[member]!).filter((answer) => answer >= 0);
  const learning = Object.values(opened).filter((to) => to === "learning_group").length;
  // With opened answers it may have to be in words, but if those always fit it is there in any case.
  return totalAlwaysFits(members.length, read, learning) ? { ...lot, isWithheld: false } : lot;
}

/** How earlier editions showed this set. */
export function shownBefore(
  previous: readonly Release[],
  strand: string,
  key: string,
): ("exact" | "words" | "withheld")[] {
  return previous.flatMap(({ strands }) =>
    strands
      .filter(({ name }) => name === strand)
      .flatMap(({ cells }) => cells.filter((cell) => cell.key === key).slice(0, 1))
      .map(({ shown, depth }) =>
        shown === null ? "withheld" : shown.kind === "word" && depth < 2 ? "words" : "exact",
      ),
  );
}

/** Offers one set of organisations, all options together, in these ways until one is safe. */
function offerSet(
  strand: Strand,
  { key, filters, depth, members }: Candidate,
  lot: Lot,
  { answers, open, offer }: Given,
  ways: readonly Way[],
): ReleasedCell[] {
  const counted = depth === 0 ? strand.total : strand.filtered;
  let reason: Reason = lot.isWithheld ? "chance" : "unsafe";
  for (const way of lot.isWithheld ? [] : ways) {
    if (way === "exact" && lot.isCoarser) continue;
    const shown = counted.map(({ bits }) => {
      const count = members.filter((member) => (bits >> answers[member]!) & 1).length;
      return display(count, members.length, depth, way === "words")!;
    });
    const rows = shown.map(({ low, high }, at) => ({ members, options: counted[at]!.bits, low, high }));
    const isBare = counted.some(({ bits }, at) => laysBareAnEnd(shown[at]!, bits, members, open));
    const verdict = isBare ? "unsafe" : offer(rows);
    if (verdict === "safe")
      return counted.map(({ option }, at) => {
        return { key, filters, depth, option, members, shown: shown[at]!, reason: null };
      });
    reason = verdict;
  }
  return counted.map(({ option }) => ({ key, filters, depth, option, members, shown: null, reason }));
}

/** Whether an exact count lies within 2 of an end of the answers that are left once opened ones are taken out. */
export function laysBareAnEnd(
  shown: Shown | ShownRange,
  bits: number,
  members: readonly number[],
  open: readonly number[],
): boolean {
  const known = members.filter((member) => open[member]! >= 0);
  if (shown.kind !== "exact" || known.length === 0) return false;
  const left = shown.count - known.filter((member) => (bits >> open[member]!) & 1).length;
  return display(left, members.length - known.length, 0)?.kind !== "exact";
}
