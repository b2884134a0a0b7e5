import type { Database } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { newId } from "../http/identifiers.ts";
import { fitsShownCoherence, storeCoherence } from "./coherence-job.ts";
import { releaseFacts } from "./fact-release.ts";
import type { Attribute } from "./gate/cells.ts";
import { LEAST_ORGANISATIONS } from "./gate/display.ts";
import { entering } from "./gate/editions.ts";
import type { Solver } from "./gate/program.ts";
import { choiceLabels } from "./queries.ts";
import type { ReleaseAccount } from "./release-account.ts";
import { releaseAttributes } from "./release-attributes.ts";
import { type ItemInput, releaseItem } from "./release-item.ts";
import * as queries from "./release-job-queries.ts";
import { shapeOf } from "./release-shape.ts";
import { standingProof } from "./release-standing.ts";
import { Drawn } from "./statistics/chance.ts";
import { storeChanges } from "./trend-job.ts";
import { type ItemMatched, storeMatches } from "./trend-matched-job.ts";

/** `stands`: this edition was there already. `not_coded`: no open answer has a theme yet. */
export type ItemOutcome = "released" | "stands" | "not_coded" | "refused";

export interface ItemReleased {
  concept: string;
  shortName: string;
  outcome: ItemOutcome;
  account: ReleaseAccount | null;
  /** in English, for the log: what the check by addition found */
  problems: readonly string[];
}

export type RoundReleased =
  | {
      ok: true;
      edition: number;
      organisations: number;
      waiting: number;
      items: ItemReleased[];
      /** confidential questions compared with another round */
      matches: readonly ItemMatched[];
    }
  | { ok: false; because: "no_round" | "not_published" | "too_few" };

export interface ReleaseSettings {
  solver: Solver;
  now: () => number;
  /** per item, and within it per set of organisations that was offered */
  progress?: (
    item: queries.ItemToRelease,
    place: { nth: number; of: number; done: number; total: number },
  ) => void;
  /** after each item */
  report?: (item: ItemReleased, place: { nth: number; of: number }) => void;
  /** after each question that was compared with another round */
  reportMatch?: (match: ItemMatched) => void;
}

type Plan = Awaited<ReturnType<typeof planOf>>;

/**
 * Makes the releases that a published round still lacks, in the order of the report: its first edition, or the
 * next one as soon as 5 organisations signed late. Each item is stored as soon as it is made and checked, so a
 * job that was stopped goes on where it was, with the same organisations and the same verdicts. Two runs at the
 * same time are harmless: what one stored, the other leaves.
 *
 * @throws what the database throws; all that was stored before stays valid
 */
export async function releaseRound(
  db: Database,
  year: number,
  settings: ReleaseSettings,
): Promise<RoundReleased> {
  const [round] = await queries.roundToRelease(db, year);
  if (!round) return { ok: false, because: "no_round" };
  // Before publication counts still move, and who sees them move with one signature sees that answer.
  if (round.state !== "published") return { ok: false, because: "not_published" };
  await releaseFacts(db, round, settings.now);
  await storeChanges(db, round.id);
  const plan = await planOf(db, round);
  if (plan.entered.length < LEAST_ORGANISATIONS) return { ok: false, because: "too_few" };

  const released: ItemReleased[] = [];
  for (const [at, item] of plan.items.entries()) {
    const place = { nth: at + 1, of: plan.items.length };
    const made = await releaseOne(db, plan, item, settings, place);
    settings.report?.(made, place);
    released.push(made);
  }
  const matches = await storeMatches(db, round.id, settings);
  await storeCoherence(db, round.id, settings.now, plan.drawn);
  const { edition, entered, waiting } = plan;
  return { ok: true, edition, organisations: entered.length, waiting, items: released, matches };
}

/** Which edition is to be made, of which organisations, with all that every item needs. */
async function planOf(db: Database, round: queries.RoundToRelease) {
  const [, secrets, counted, items, editions, places, facts, choices] = await db.batch([
    queries.secretMade(db, round.id, newId() + newId()),
    queries.secretOf(db, round.id),
    queries.countedMembers(db, round.year),
    queries.itemsToRelease(db, round.id),
    queries.newestEdition(db, round.id),
    queries.placesOfCounted(db, round.year, round.referenceOn),
    queries.factsOfCounted(db, round.year),
    choiceLabels(db),
  ]);
  const answered = counted.map(({ id }) => id);
  const newest = editions[0];
  const before = newest ? Object.keys(JSON.parse(newest.answers)) : [];
  const lacksNewest = items.some((item) => item.edition !== newest?.edition && isReady(item));
  // An edition is the round's: what is half made is finished with who was in it, before a next one begins.
  const entered =
    newest && lacksNewest ? answered.filter((id) => before.includes(id)) : entering(before, answered);
  const isNext = newest !== undefined && !lacksNewest && entered.some((id) => !before.includes(id));
  return {
    round,
    items,
    choices,
    entered,
    secret: secrets[0]?.secret ?? "",
    edition: newest ? newest.edition + (isNext ? 1 : 0) : 1,
    waiting: answered.length - entered.length,
    attributes: releaseAttributes(places, facts.map(factOf), choices),
    drawn: new Drawn(),
  };
}

async function releaseOne(
  db: Database,
  plan: Plan,
  item: queries.ItemToRelease,
  settings: ReleaseSettings,
  place: { nth: number; of: number },
): Promise<ItemReleased> {
  const { concept, shortName } = item;
  const outcome = (
    outcome: ItemOutcome,
    account: ReleaseAccount | null = null,
    problems: readonly string[] = [],
  ) => ({
    concept,
    shortName,
    outcome,
    account,
    problems,
  });
  if (item.edition !== null && item.edition >= plan.edition) return outcome("stands");
  if (!isReady(item)) return outcome("not_coded");
  const [rows, proofs] = await db.batch([
    queries.answersToRelease(db, plan.round.year, item.id),
    queries.proofsOf(db, plan.round.id, item.id),
  ]);
  const input: ItemInput = {
    concept,
    shape: shapeOf(item, plan.choices),
    given: new Map(rows.map((row) => [row.memberId, answerOf(row)])),
    entered: plan.entered,
    attributes: plan.attributes satisfies Attribute[],
    earlier: proofs.map(standingProof),
    secret: plan.secret,
    solver: settings.solver,
    progress: (done, total) => settings.progress?.(item, { ...place, done, total }),
  };
  const made = await besideCoherence(db, plan, item, input);
  if (!made.ok) return outcome("refused", null, made.problems);
  const [stored] = await db.batch(
    queries.releaseStored(db, {
      id: newId(),
      round: plan.round,
      item,
      edition: plan.edition,
      supplements: proofs.reduce((sum, { supplements }) => sum + JSON.parse(supplements).length, 0),
      organisations: made.organisations,
      releasedAt: settings.now(),
      cells: made.cells,
      magnitudes: made.proof.magnitudes ?? [],
      body: JSON.stringify(made.proof),
      openings: Object.entries(made.proof.openings ?? {}).map(([memberId, each]) => ({ memberId, ...each })),
    }),
  );
  return stored.length > 0 ? outcome("released", made.proof.account) : outcome("stands");
}

/** The edition of an item; one without figures when these are not safe beside a coherence that was shown before. */
async function besideCoherence(db: Database, plan: Plan, item: queries.ItemToRelease, input: ItemInput) {
  const made = releaseItem(input);
  if (!made.ok || item.kind !== "scale" || plan.edition === 1) return made;
  const { concept } = item;
  const scale = { concept, edition: plan.edition, proof: made.proof };
  return (await fitsShownCoherence(db, plan.round.id, scale, plan.drawn))
    ? made
    : releaseItem({ ...input, isSilent: true });
}

/** An open question has figures only when its answers were divided into themes. */
const isReady = (item: queries.ItemToRelease): boolean => item.kind !== "open" || item.isCoded === 1;

const valueIn = (json: string | null): AnswerValue | null => (json === null ? null : JSON.parse(json));
const answerOf = ({ value, themes, mentions, ...row }: queries.AnswerRow) => ({
  ...row,
  value: valueIn(value),
  themes: JSON.parse(themes) as string[],
  mentions: JSON.parse(mentions) as Record<string, number>,
});
const factOf = ({ memberId, list, value }: queries.FactRow) => ({
  memberId,
  list,
  value: valueIn(value),
});
