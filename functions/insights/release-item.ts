import { type Attribute, cellKey } from "./gate/cells.ts";
import type { Solver } from "./gate/program.ts";
import { publicCells } from "./gate/public-cells.ts";
import { recheck } from "./gate/recheck.ts";
import { release } from "./gate/release.ts";
import type { Release } from "./gate/released.ts";
import { accountOf, type ReleaseAccount } from "./release-account.ts";
import { type GivenAnswer, type ItemShape, optionsOf, supportOf } from "./release-support.ts";

type Answers = Readonly<Record<string, readonly string[]>>;

/** All of one edition of one item that is stored and never shown, except `account` to monitoring. */
export interface Proof {
  account: ReleaseAccount;
  /**
   * Per organisation the options it had. An organisation keeps them in every later edition: the audit looks at
   * all editions as one answer sheet, so an answer that changed between them would be laid open unguarded.
   */
  answers: Answers;
  release: Release;
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
export function releaseItem({ concept, shape, given, entered, earlier, ...rest }: ItemInput): ItemResult {
  const answers = Object.fromEntries(
    entered.flatMap((id): [string, readonly string[]][] => {
      const now = given.get(id);
      if (!now) return [];
      return [[id, answerBefore(earlier, id) ?? optionsOf(shape, now)]];
    }),
  );
  const made = release({
    item: concept,
    support: supportOf(shape),
    answers,
    attributes: rest.attributes,
    secretSeed: rest.secret,
    solver: rest.solver,
    previous: earlier.map((proof) => proof.release),
    progress: rest.progress,
  });
  return checked({ account: accountOf(made), answers, release: made });
}

/** The release as it may be stored, or what is wrong with it. */
export function checked(proof: Proof): ItemResult {
  const problems = recheck(proof.release);
  if (problems.length > 0) return { ok: false, problems };
  const cells = publicCells(proof.release).map(({ key, option, size, shown, withheld }) => ({
    filterKey: key,
    option,
    size,
    shown,
    nearest: withheld?.nearest ? cellKey(withheld.nearest) : null,
  }));
  return { ok: true, proof, organisations: Object.keys(proof.answers).length, cells };
}

const answerBefore = (earlier: readonly Proof[], id: string): readonly string[] | undefined =>
  earlier.find(({ answers }) => answers[id])?.answers[id];
