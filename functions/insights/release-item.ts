import { type Attribute, cellKey } from "./gate/cells.ts";
import type { Shown } from "./gate/display.ts";
import { knownFrom } from "./gate/known.ts";
import type { Solver } from "./gate/program.ts";
import { publicCells } from "./gate/public-cells.ts";
import { recheck } from "./gate/recheck.ts";
import { release } from "./gate/release.ts";
import type { Release } from "./gate/released.ts";
import { accountOf, type ReleaseAccount } from "./release-account.ts";
import { type LayerWitnesses, recheckLayers, withheldWhole } from "./release-layers.ts";
import { attributesFor, magnitudesOf, type StoredMagnitude } from "./release-magnitudes.ts";
import { type Openings, openingsOf, tiersOf } from "./release-openings.ts";
import { releaseSpread } from "./release-spread.ts";
import { type GivenAnswer, type ItemShape, NO_VALUE, optionsOf, supportOf } from "./release-support.ts";

type Answers = Readonly<Record<string, readonly string[]>>;
type Mentions = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** All of one edition of one item that is stored and never shown, except `account` to monitoring. */
export interface Proof {
  account: ReleaseAccount;
  /**
   * Per organisation the options it had. An organisation keeps them in every later edition: the audit looks at
   * all editions as one answer sheet, so an answer that changed between them would be laid open unguarded.
   */
  answers: Answers;
  /** per organisation how often it named each theme; kept like its answer */
  mentions?: Mentions;
  /** answers that readers know, with this edition; absent in releases made before answers could be opened */
  openings?: Openings;
  /** one; of a scale two: "grotendeels of volledig" with filters, and all steps for the total */
  parts: readonly Release[];
  /** of a scale: that its two parts are safe together */
  layers: LayerWitnesses;
  /** of a number: what was released of its size; a later edition repeats the first */
  magnitudes?: readonly StoredMagnitude[];
}

export interface ItemInput {
  concept: string;
  shape: ItemShape;
  /** of everybody who counts now, by id */
  given: ReadonlyMap<string, GivenAnswer>;
  /** who counts in this edition */
  entered: readonly string[];
  attributes: readonly Attribute[];
  /** proofs of all earlier editions, oldest first */
  earlier: readonly Proof[];
  secret: string;
  solver: Solver;
  progress: (done: number, of: number) => void;
  /** a later edition that shows and opens nothing new, for it would not be safe beside what was shown elsewhere */
  isSilent?: boolean;
}

export type ItemResult =
  | { ok: true; proof: Proof; organisations: number; cells: readonly StoredCell[] }
  | { ok: false; problems: readonly string[] };

/** A row of `release_cells`, without its release and position. */
interface StoredCell {
  filterKey: string;
  option: string;
  size: number | null;
  shown: object | null;
  nearest: string | null;
}

/** Makes one edition of one item and checks it by plain addition; what fails the check is not to be stored. */
export function releaseItem(input: ItemInput): ItemResult {
  const { shape, given, entered, earlier } = input;
  const answers = Object.fromEntries(
    entered.flatMap((id): [string, readonly string[]][] => {
      const now = given.get(id);
      return now ? [[id, answerBefore(earlier, id) ?? optionsOf(shape, now)]] : [];
    }),
  );
  const before = earlier.at(-1)?.openings ?? {};
  const openings = input.isSilent ? before : openingsOf(shape, given, answers, before);
  const whole = madeWith(openings, answers, input);
  // What is new may be opened only when it leaves earlier figures safe; otherwise it waits.
  const made = whole.isHistoryBroken && earlier.length > 0 ? madeWith(before, answers, input) : whole;
  const mentions = Object.fromEntries(
    Object.keys(answers).map((id) => [id, mentionsBefore(earlier, id) ?? given.get(id)?.mentions ?? {}]),
  );
  const { parts, layers } = made;
  const magnitudes = magnitudesIn(input, made.openings);
  const account = accountOf(parts);
  const proof = { account, answers, mentions, openings: made.openings, parts, layers, magnitudes };
  const result = checked(proof, earlier);
  return result.ok ? { ...result, cells: [...result.cells, ...neverReleased(shape)] } : result;
}

/**
 * Of a question with several answers it is not told how many left it empty, did not know, or said that it does not
 * apply: who gave no answer named nothing, so such a count would tie all themes or options to each other. That is
 * decided by the question, never by the answers, and its gap looks like every other.
 */
const neverReleased = ({ kind }: ItemShape): StoredCell[] =>
  kind !== "open" && kind !== "many"
    ? []
    : NO_VALUE.map((option) => ({
        filterKey: cellKey([]),
        option,
        size: null,
        shown: null,
        nearest: null,
      }));

function magnitudesIn({ given, entered, earlier, ...input }: ItemInput, openings: Openings) {
  const [first] = earlier;
  if (first) return first.magnitudes ?? [];
  const counting = new Map([...given].filter(([id]) => entered.includes(id)));
  return magnitudesOf(input, counting, openings, input.attributes);
}

function madeWith(openings: Openings, answers: Answers, input: ItemInput) {
  const { concept, shape, earlier, solver } = input;
  const opened = tiersOf(openings);
  const released = release({
    item: concept,
    support: supportOf(shape),
    answers,
    opened,
    attributes: attributesFor(shape, input.attributes),
    secretSeed: input.secret,
    solver,
    previous: earlier.flatMap(({ parts }) => parts[0] ?? []),
    progress: input.progress,
  });
  const first = input.isSilent ? withheldWhole(released) : released;
  const made =
    shape.kind === "scale" ? withSpread(first, answers, opened, input) : { parts: [first], layers: [] };
  return { openings, isHistoryBroken: first.isHistoryBroken ?? false, ...made };
}

/** A scale has its spread beside the part with filters; see `release-layers.ts`. */
function withSpread(
  first: Release,
  answers: Answers,
  opened: ReturnType<typeof tiersOf>,
  { earlier, secret, solver, isSilent }: ItemInput,
) {
  const layered = {
    ...layersOf(first, earlier),
    answers,
    opened,
    secret,
    solver,
    isSilent: isSilent === true,
  };
  const made = releaseSpread(layered);
  if (made) return { parts: [first, made.spread], layers: made.layers };
  if (earlier.length === 0) return { parts: [first], layers: [] };
  // Earlier editions cannot be taken back, so this one gives way.
  const high = withheldWhole(first);
  const without = releaseSpread({ ...layered, high });
  return without
    ? { parts: [high, without.spread], layers: without.layers }
    : { parts: [high], layers: [], isHistoryBroken: true };
}

/** The proof as it may be stored, or what is wrong with it. */
export function checked(proof: Proof, earlier: readonly Proof[]): ItemResult {
  const [first, spread] = proof.parts;
  const problems = [
    ...proof.parts.flatMap(recheck),
    ...(first && spread ? problemsOfLayers(first, spread, proof, earlier) : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const cells = proof.parts.flatMap(publicCells).map(({ key, option, size, shown, withheld }) => ({
    filterKey: key,
    option,
    size,
    shown: shown && withMentions(shown, key, option, proof.mentions ?? {}),
    nearest: withheld?.nearest ? cellKey(withheld.nearest) : null,
  }));
  return { ok: true, proof, organisations: Object.keys(proof.answers).length, cells };
}

/** The two layers are safe together for every reader of the spread. */
function problemsOfLayers(
  high: Release,
  spread: Release,
  { layers }: Proof,
  earlier: readonly Proof[],
): string[] {
  const [strand] = spread.strands;
  const visitor = strand?.known ?? ".".repeat(high.organisations.length);
  return [visitor, ...(strand?.readers ?? []).map(({ known }) => known)].flatMap((known, reader) =>
    recheckLayers(
      { ...layersOf(high, earlier), spread, known: knownFrom(known) },
      layers.filter((each) => (each.reader ?? 0) === reader),
    ),
  );
}

/**
 * Beside an exact total of a theme stands how often it was named. That tells of nobody whether it named the
 * theme: whichever organisations named it, as many times can be divided over them. Beside anything less
 * exact it could narrow the count, so there it is left out.
 */
function withMentions(shown: Shown, key: string, option: string, mentions: Mentions): object {
  const times = Object.values(mentions).reduce((sum, of) => sum + (of[option] ?? 0), 0);
  return shown.kind === "exact" && key === cellKey([]) && times >= shown.count && times > 0
    ? { ...shown, mentions: times }
    : shown;
}

const mentionsBefore = (earlier: readonly Proof[], id: string) =>
  earlier.find(({ mentions }) => mentions?.[id])?.mentions?.[id];

const layersOf = (high: Release, earlier: readonly Proof[]) => ({
  high,
  earlierHigh: earlier.flatMap(({ parts }) => parts[0] ?? []),
  earlierSpread: earlier.flatMap(({ parts }) => parts[1] ?? []),
});

const answerBefore = (earlier: readonly Proof[], id: string): readonly string[] | undefined =>
  earlier.find(({ answers }) => answers[id])?.answers[id];
