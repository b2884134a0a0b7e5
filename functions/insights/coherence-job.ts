import type { Database } from "../../db/client.ts";
import { safePrecision } from "./coherence-ambiguity.ts";
import * as queries from "./coherence-job-queries.ts";
import { bitsOf, optionAt, type ScaleSheet, valuesOf } from "./coherence-sheet.ts";
import { asFacts, asShown, type Measured, pairsOf } from "./coherence-table.ts";
import { publishedRows } from "./gate/editions.ts";
import type { Release } from "./gate/released.ts";
import type { Row } from "./gate/sheet.ts";
import type { Proof } from "./release-item.ts";
import { HIGH_STEPS } from "./release-support.ts";

/**
 * Makes the coherences of the newest edition of a round, once: of open facts, and of confidential scales as
 * exactly as their check allows. Only after every scale was released: the check looks at all of them together.
 *
 * @returns whether something was made
 * @throws what the database throws; it is stored whole or not at all
 */
export async function storeCoherence(db: Database, roundId: string, now: () => number): Promise<boolean> {
  const [rows, facts, members] = await db.batch([
    queries.scalesToCompare(db, roundId),
    queries.factsToMeasure(db, roundId),
    queries.membersOfRound(db, roundId),
  ]);
  if (rows.length === 0) return false;
  const edition = Math.max(...rows.map((row) => row.edition));
  const sheets = sheetsOf(rows, edition);
  const organisations = sheets[0]?.answers.length ?? 0;
  const precision = sheets.length < 2 ? "withheld" : safePrecision(sheets);
  await queries.coherenceStored(db, {
    roundId,
    edition,
    organisations,
    members: members[0]?.members ?? organisations,
    madeAt: now(),
    body: {
      facts: asFacts(pairsOf(measuredOf(facts))),
      scales: asShown(pairsOf(sheets.map(valuesOf), "normal"), precision),
      precision,
    },
  });
  return true;
}

type ProofRow = { concept: string; edition: number; body: string };

/** The scales of this edition over the same organisations; one that has no such edition is left out. */
function sheetsOf(rows: readonly ProofRow[], edition: number): ScaleSheet[] {
  const proofs = rows.map((row) => ({ ...row, proof: JSON.parse(row.body) as Proof }));
  const newest = proofs.filter((row) => row.edition === edition);
  const everybody = Object.keys(newest[0]?.proof.answers ?? {}).sort();
  return newest
    .filter(({ proof }) => Object.keys(proof.answers).sort().join() === everybody.join())
    .map(({ concept, proof }) => {
      const earlier = proofs.filter((row) => row.concept === concept).map((row) => row.proof);
      const answerOf = (id: string) => Math.max(0, optionAt(proof.answers[id]?.[0]));
      return {
        concept,
        answers: Uint8Array.from(everybody, answerOf),
        witnesses: witnessesOf(proof.parts[0], everybody),
        known: new Set(everybody.flatMap((id, at) => (earlier.some((p) => p.openings?.[id]) ? [at] : []))),
        rows: earlier.flatMap(({ parts }) => parts.flatMap((part) => rowsOf(part, everybody, earlier))),
      };
    });
}

/**
 * What one release says, over these organisations. Who counted before and does not count now keeps its frozen
 * answer: the row then speaks of the others, less that answer.
 */
function rowsOf(part: Release, everybody: readonly string[], proofs: readonly Proof[]): Row[] {
  const at = new Map(everybody.map((id, index) => [id, index]));
  return part.strands.flatMap((strand) =>
    publishedRows(strand).map((row) => {
      const ids = row.members.map((member) => part.organisations[member] ?? "");
      const options = strand.options === 2 ? bitsOf(HIGH_STEPS.of) : row.options;
      const gone = ids
        .filter((id) => !at.has(id))
        .filter((id) => {
          const said = proofs.find(({ answers }) => answers[id])?.answers[id]?.[0];
          return (options >> optionAt(said)) & 1;
        }).length;
      return {
        members: ids.flatMap((id) => at.get(id) ?? []),
        options,
        low: row.low - gone,
        high: row.high - gone,
      };
    }),
  );
}

/** The sheets that the gate kept for the newest edition: they fit all that any edition released with filters. */
function witnessesOf(part: Release | undefined, everybody: readonly string[]): Uint8Array[] {
  const at = new Map(part?.organisations.map((id, index) => [id, index]));
  return (part?.strands[0]?.witnesses ?? []).map((sheet) =>
    Uint8Array.from(everybody, (id) => Number(sheet[at.get(id) ?? -1] ?? "0")),
  );
}

function measuredOf(
  facts: readonly { memberId: string; concept: string; value: number | null }[],
): Measured[] {
  const ids = [...new Set(facts.map(({ memberId }) => memberId))].sort();
  const byConcept = Map.groupBy(facts, ({ concept }) => concept);
  return [...byConcept].map(([concept, rows]) => {
    const known = new Map(rows.map(({ memberId, value }) => [memberId, value]));
    return { concept, values: ids.map((id) => known.get(id) ?? null) };
  });
}
