import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { StoredMatch } from "../../db/schema/insights-trends.ts";
import { matchedChanges } from "../../db/schema/tables.ts";
import { supplementsOf } from "./release-job-queries.ts";
import { IN_ROUND_BEFORE } from "./round-pairs.ts";

/** Statements of the job that compares confidential questions of two rounds. Proofs pass here and in the release job only. */

export interface PairToMatch {
  concept: string;
  previousRoundId: string;
  roundId: string;
  previousReleaseId: string;
  releaseId: string;
}

/**
 * The newest releases of a confidential question in this round and in the round before that asked it, and the
 * same for the round after: a later edition of the earlier round changes that comparison too. Not of numbers.
 */
export const pairsToMatch = (db: Database, roundId: string) =>
  db.all<PairToMatch>(sql`
    with asked as (
      select r.id as round_id, r.year, i.concept, i.kind, i.audience, s.position as section, i.position,
        (select e.id from releases e where e.round_id = r.id and e.item_id = i.id order by e.edition desc limit 1) as release_id
      from rounds r join items i on i.questionnaire_id = r.questionnaire_id join sections s on s.id = i.section_id
      where r.state = 'published')
    select own.concept, own.round_id as roundId, before.round_id as previousRoundId,
      own.release_id as releaseId, before.release_id as previousReleaseId
    from asked own join asked before on ${IN_ROUND_BEFORE}
    where own.audience = 'confidential' and before.audience = 'confidential' and own.kind <> 'number'
      and own.release_id is not null and before.release_id is not null
      and ${roundId} in (own.round_id, before.round_id)
    order by own.year, own.section, own.position`);

export interface StandingRelease {
  roundId: string;
  itemId: string;
  year: number;
  edition: number;
  secret: string;
  body: string;
  supplements: string;
}

/** The release of one side as it stands, with the secret of its round. */
export const standingRelease = (db: Database, releaseId: string) =>
  db.all<StandingRelease>(sql`
    select r.round_id as roundId, r.item_id as itemId, round.year, r.edition, x.secret, p.body,
      ${supplementsOf} as supplements
    from releases r join rounds round on round.id = r.round_id join release_proofs p on p.release_id = r.id
    join release_secrets x on x.round_id = r.round_id where r.id = ${releaseId}`);

/** What earlier versions of a comparison added to both rounds, oldest first, each as JSON. */
export const earlierMatches = (db: Database, { concept, previousRoundId, roundId }: PairToMatch) =>
  db.all<{ before: string; after: string }>(sql`
    select b.body as before, a.body as after from matched_changes c
    join release_supplements b on b.change_id = c.id
    join releases rb on rb.id = b.release_id and rb.round_id = c.previous_round_id
    join release_supplements a on a.change_id = c.id
    join releases ra on ra.id = a.release_id and ra.round_id = c.round_id
    where c.round_id = ${roundId} and c.previous_round_id = ${previousRoundId} and c.concept = ${concept}
    order by c.version`);

export interface MatchToStore {
  id: string;
  pair: PairToMatch;
  version: number;
  before: StandingRelease;
  after: StandingRelease;
  counts: { both: number; joined: number; left: number };
  madeAt: number;
  body: readonly StoredMatch[];
  /** Supplements as JSON, with who took part in both */
  supplements: { before: string; after: string };
}

/**
 * Stores a comparison with what it adds to both rounds: all or nothing. Nothing when either round got an edition
 * or another supplement since it was read: this comparison was not audited with that.
 */
export function matchStored(db: Database, { id, pair, version, before, after, ...made }: MatchToStore) {
  const { both, joined, left } = made.counts;
  const stands = (side: StandingRelease): SQL => sql`
    not exists (select 1 from releases newer where newer.round_id = ${side.roundId}
      and newer.item_id = ${side.itemId} and newer.edition > ${side.edition})
    and (select count(*) from release_supplements s join releases r on r.id = s.release_id
      where r.round_id = ${side.roundId} and r.item_id = ${side.itemId} and r.edition = ${side.edition}
    ) = ${JSON.parse(side.supplements).length}`;
  const added = (releaseId: string, body: string) =>
    db.run(sql`
      insert into release_supplements (release_id, position, change_id, body)
      select ${releaseId}, 1 + (select count(*) from release_supplements where release_id = ${releaseId}), ${id}, ${body}
      where exists (select 1 from matched_changes where id = ${id})`);
  return [
    db.all<{ id: string }>(sql`
      insert into matched_changes (id, round_id, previous_round_id, concept, version, edition, previous_edition,
        both, joined, "left", made_at, body)
      select ${id}, ${pair.roundId}, ${pair.previousRoundId}, ${pair.concept}, ${version}, ${after.edition},
        ${before.edition}, ${both}, ${joined}, ${left}, ${made.madeAt}, ${JSON.stringify(made.body)}
      where ${stands(before)} and ${stands(after)}
      on conflict do nothing returning id`),
    added(pair.previousReleaseId, made.supplements.before),
    added(pair.releaseId, made.supplements.after),
    db.run(sql`
      insert into audit_entries (at, action, subject)
      select ${made.madeAt}, 'figures_released', ${`${after.year}/${pair.concept}/sinds-${before.year}`}
      where exists (select 1 from matched_changes where id = ${id})`),
  ] as const;
}

/** Notes that two rounds cannot be compared on this question, so that no run tries again. */
export const apartStored = (
  db: Database,
  { id, pair, before, after, madeAt }: Pick<MatchToStore, "id" | "pair" | "before" | "after" | "madeAt">,
) =>
  [
    db
      .insert(matchedChanges)
      .values({
        id,
        roundId: pair.roundId,
        previousRoundId: pair.previousRoundId,
        concept: pair.concept,
        version: 1,
        edition: after.edition,
        previousEdition: before.edition,
        both: 0,
        joined: 0,
        left: 0,
        madeAt,
        body: [],
      })
      .onConflictDoNothing(),
  ] as const;
