import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { StoredCoherence } from "../../db/schema/insights-coherence.ts";
import { coherences } from "../../db/schema/tables.ts";
import { inhabitantsOn, placesOn } from "../members/division-queries.ts";
import { supplementsOf } from "./release-job-queries.ts";
import type { StoredProof } from "./release-standing.ts";

/** Statements of the job that makes coherences. Proofs pass here and in the release job only. */

/** Every edition of every confidential scale of a round with what was added to it, oldest first within a scale. */
export const scalesToCompare = (db: Database, roundId: string) =>
  db.all<{ concept: string; edition: number } & StoredProof>(sql`
    select i.concept, r.edition, ${supplementsOf} as supplements,
      json_remove(p.body, '$.parts[1].strands[0].witnesses', '$.layers') as body
    from rounds round join items i on i.questionnaire_id = round.questionnaire_id
      and i.audience = 'confidential' and i.kind = 'scale'
    join sections s on s.id = i.section_id
    join releases r on r.round_id = round.id and r.item_id = i.id
    join release_proofs p on p.release_id = r.id
    where round.id = ${roundId} order by s.position, i.position, r.edition`);

export interface CoherenceToKeep {
  edition: number;
  /** StoredCoherence as JSON */
  body: string;
}

/** What was made of earlier editions, oldest first. */
export const coherencesOf = (db: Database, roundId: string) =>
  db.all<CoherenceToKeep>(
    sql`select edition, body from coherences where round_id = ${roundId} order by edition`,
  );

/** What everybody may know of the organisations that count: their numbers, municipalities and inhabitants. */
export function factsToMeasure(db: Database, roundId: string) {
  const onReference = sql`(select reference_on from rounds where id = ${roundId})`;
  return db.all<{ memberId: string; concept: string; value: number | null }>(sql`
    with counts as (
      select f.member_id, f.response_id, e.round_id from fact_editions e join fact_members f on f.edition_id = e.id
      where e.round_id = ${roundId}
        and e.edition = (select max(edition) from fact_editions where round_id = ${roundId}))
    select c.member_id as memberId, i.concept, json_extract(a.value, '$.number') as value
    from counts c join rounds round on round.id = c.round_id
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members' and i.kind = 'number'
    left join answers a on a.response_id = c.response_id and a.item_id = i.id and a.state = 'given'
    union all
    select c.member_id, 'gemeenten', count(*) from counts c
    join ${placesOn(onReference)} m on m.member_id = c.member_id group by c.member_id
    union all
    select c.member_id, 'inwoners', sum(n.inhabitants) from counts c
    join ${placesOn(onReference)} m on m.member_id = c.member_id
    join ${inhabitantsOn(onReference)} n on n.code = m.code
    group by c.member_id`);
}

/** How many members could have answered. */
export const membersOfRound = (db: Database, roundId: string) =>
  db.all<{ members: number }>(sql`
    select count(*) as members from rounds round join members m on m.joined_on <= round.closes_on
      and (m.left_on is null or m.left_on > round.reference_on) where round.id = ${roundId}`);

export const coherenceStored = (
  db: Database,
  row: {
    roundId: string;
    edition: number;
    organisations: number;
    members: number;
    madeAt: number;
    body: StoredCoherence;
  },
) => db.insert(coherences).values(row).onConflictDoNothing();
