import type { Database } from "../../db/client.ts";
import { leavesOpen, safePrecision } from "./coherence-ambiguity.ts";
import { historyOf, type ScaleHistory, type ScaleProof, shownMatrices } from "./coherence-history.ts";
import * as queries from "./coherence-job-queries.ts";
import { type Matrix, saidOf } from "./coherence-matrix.ts";
import { asFacts, type Measured, pairsOf } from "./coherence-table.ts";
import { type StoredProof, standingProof } from "./release-standing.ts";
import { Drawn } from "./statistics/chance.ts";

/**
 * Makes the coherences of the newest edition of a round, once: of open facts, and of confidential scales as
 * exactly as their check allows, beside what earlier editions showed. Only after every scale was released: the
 * check looks at all of them together.
 *
 * @returns whether something was made
 * @throws what the database throws; it is stored whole or not at all
 */
export async function storeCoherence(
  db: Database,
  roundId: string,
  now: () => number,
  drawn = new Drawn(),
): Promise<boolean> {
  const [rows, stored, facts, members] = await db.batch([
    queries.scalesToCompare(db, roundId),
    queries.coherencesOf(db, roundId),
    queries.factsToMeasure(db, roundId),
    queries.membersOfRound(db, roundId),
  ]);
  const edition = Math.max(0, ...rows.map((row) => row.edition));
  if (edition === 0 || stored.some((each) => each.edition >= edition)) return false;
  const history = historyOf(rows.map(proofIn));
  const wanted = history.matrixOf(edition);
  const matrix = { ...(wanted ?? NO_MATRIX), precision: precisionOf(history, wanted, stored, drawn) };
  const organisations = countedIn(rows.map(proofIn), edition);
  await queries.coherenceStored(db, {
    roundId,
    edition,
    organisations,
    members: members[0]?.members ?? organisations,
    madeAt: now(),
    body: {
      facts: asFacts(pairsOf(measuredOf(facts))),
      scales: saidOf(history.sheets, matrix, drawn),
      precision: matrix.precision,
    },
  });
  return true;
}

const NO_MATRIX = { members: [], questions: [] };

function precisionOf(
  history: ScaleHistory,
  wanted: Omit<Matrix, "precision"> | null,
  stored: readonly queries.CoherenceToKeep[],
  drawn: Drawn,
) {
  const earlier = shownMatrices(history, stored.map(keptIn));
  return wanted && earlier ? safePrecision(history.sheets, wanted, earlier, drawn) : "withheld";
}

/**
 * Whether a new edition of a scale leaves every answer open beside the coherences that earlier editions showed.
 * The release job asks this before it stores the edition: what was shown cannot be taken back.
 *
 * @param drawn see `chanceOf`; no verdict depends on what is in it
 * @param made the new edition; with what other scales have by now it is judged as a whole
 */
export async function fitsShownCoherence(
  db: Database,
  roundId: string,
  made: ScaleProof,
  drawn: Drawn,
): Promise<boolean> {
  const [stored, rows] = await db.batch([
    queries.coherencesOf(db, roundId),
    queries.scalesToCompare(db, roundId),
  ]);
  const history = historyOf(withEdition(rows.map(proofIn), made));
  const earlier = shownMatrices(history, stored.map(keptIn));
  if (!earlier) return false;
  return earlier.length === 0 || leavesOpen(history.sheets, earlier, drawn);
}

/** The new edition after the earlier ones of the same scale. */
const withEdition = (proofs: readonly ScaleProof[], made: ScaleProof): ScaleProof[] => [
  ...proofs.filter(({ concept, edition }) => concept !== made.concept || edition < made.edition),
  made,
];

const keptIn = ({ edition, body }: queries.CoherenceToKeep) => ({ edition, body: JSON.parse(body) });

const proofIn = ({
  concept,
  edition,
  ...stored
}: { concept: string; edition: number } & StoredProof): ScaleProof => ({
  concept,
  edition,
  proof: standingProof(stored),
});

/** How many organisations count in an edition of any scale. */
const countedIn = (proofs: readonly ScaleProof[], edition: number): number =>
  Object.keys(proofs.find((each) => each.edition === edition)?.proof.answers ?? {}).length;

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
