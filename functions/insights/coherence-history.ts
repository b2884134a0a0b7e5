import type { StoredCoherence } from "../../db/schema/insights-coherence.ts";
import type { Matrix } from "./coherence-matrix.ts";
import { bitsOf, optionAt, type ScaleSheet } from "./coherence-sheet.ts";
import { publishedRows } from "./gate/editions.ts";
import type { Release } from "./gate/released.ts";
import type { Row } from "./gate/sheet.ts";
import type { Proof } from "./release-item.ts";
import { HIGH_STEPS } from "./release-support.ts";

/** One edition of one confidential scale, as the gate kept it. */
export interface ScaleProof {
  concept: string;
  edition: number;
  proof: Pick<Proof, "answers" | "parts" | "openings">;
}

/** All that was released of the confidential scales of a round, over everybody of any edition. */
export interface ScaleHistory {
  sheets: readonly ScaleSheet[];
  /** a matrix over one edition: who counted, and the scales that have it; null when no two scales do */
  matrixOf: (edition: number) => Omit<Matrix, "precision"> | null;
}

const NO_ANSWER = "leeg";

/** @param proofs of every edition, oldest first within a scale */
export function historyOf(proofs: readonly ScaleProof[]): ScaleHistory {
  const everybody = [...new Set(proofs.flatMap(({ proof }) => Object.keys(proof.answers)))].sort();
  const byConcept = [...Map.groupBy(proofs, ({ concept }) => concept)];
  const at = new Map(everybody.map((id, index) => [id, index]));
  const idsIn = (edition: number, own: readonly ScaleProof[]) =>
    Object.keys(own.find((each) => each.edition === edition)?.proof.answers ?? {}).sort();
  return {
    sheets: byConcept.map(([concept, own]) =>
      sheetOf(
        concept,
        own.map(({ proof }) => proof),
        everybody,
        at,
      ),
    ),
    matrixOf: (edition) => {
      const ids = byConcept.map(([, own]) => idsIn(edition, own));
      const members = ids.find((each) => each.length > 0) ?? [];
      const questions = [...ids.keys()].filter((nth) => ids[nth]?.join() === members.join());
      const isMatrix = members.length > 0 && questions.length > 1;
      return isMatrix ? { members: members.flatMap((id) => at.get(id) ?? []), questions } : null;
    },
  };
}

/**
 * The matrices that were shown of earlier editions, over these sheets. Null when one of them cannot be told any more:
 * then nothing that is added can be judged beside it.
 */
export function shownMatrices(
  history: ScaleHistory,
  stored: readonly { edition: number; body: StoredCoherence }[],
): Matrix[] | null {
  const matrices: Matrix[] = [];
  for (const { edition, body } of stored) {
    if (body.precision === "withheld") continue;
    const matrix = history.matrixOf(edition);
    const concepts = new Set(body.scales.flatMap(({ one, other }) => [one, other]));
    const questions = [...history.sheets.keys()].filter((nth) =>
      concepts.has(history.sheets[nth]?.concept ?? ""),
    );
    const isWhole =
      questions.length === concepts.size && questions.every((nth) => matrix?.questions.includes(nth));
    if (!matrix || !isWhole) return null;
    matrices.push({ members: matrix.members, questions, precision: body.precision });
  }
  return matrices;
}

type KeptProof = ScaleProof["proof"];

function sheetOf(
  concept: string,
  proofs: readonly KeptProof[],
  everybody: readonly string[],
  at: ReadonlyMap<string, number>,
): ScaleSheet {
  // An answer stays what it was when it first counted.
  const saidBy = (id: string) => proofs.find(({ answers }) => answers[id])?.answers[id]?.[0];
  const isKnown = (id: string) =>
    saidBy(id) === undefined || proofs.some(({ openings }) => openings?.[id] !== undefined);
  return {
    concept,
    answers: Uint8Array.from(everybody, (id) => optionAt(saidBy(id) ?? NO_ANSWER)),
    witnesses: witnessesOf(proofs.at(-1)?.parts[0], everybody),
    known: new Set(everybody.flatMap((id, index) => (isKnown(id) ? [index] : []))),
    rows: proofs.flatMap(({ parts }) => parts.flatMap((part) => rowsOf(part, at))),
  };
}

/** What one release says, over everybody. */
const rowsOf = ({ strands, organisations }: Release, at: ReadonlyMap<string, number>): Row[] =>
  strands.flatMap((strand) =>
    publishedRows(strand).map((row) => ({
      ...row,
      members: row.members.flatMap((member) => at.get(organisations[member] ?? "") ?? []),
      options: strand.options === 2 ? bitsOf(HIGH_STEPS.of) : row.options,
    })),
  );

/** The sheets that the gate kept for the newest edition: they fit all that any edition released with filters. */
function witnessesOf(part: Release | undefined, everybody: readonly string[]): Uint8Array[] {
  const at = new Map(part?.organisations.map((id, index) => [id, index]));
  return (part?.strands[0]?.witnesses ?? []).map((sheet) =>
    Uint8Array.from(everybody, (id) => Number(sheet[at.get(id) ?? -1] ?? "0")),
  );
}
