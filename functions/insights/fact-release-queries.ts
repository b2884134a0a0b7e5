import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { factEditions } from "../../db/schema/tables.ts";
import type { AnswerState, ItemKind } from "../../db/vocabulary.ts";
import { countedResponses } from "./counted.ts";
import { membersOf, stillAsked } from "./queries.ts";

/** Statements by which the release job counts facts once and stores the counts. */

/** Late organisations of a published round, and the newest version of its facts that is stored. */
export const factVersions = (db: Database, year: number) =>
  db.all<{ late: number; stored: number | null }>(sql`
    with ${countedResponses(year)}
    select (select count(*) from late) as late,
      (select max(edition) from fact_editions f where f.round_id = round.id) as stored
    from round`);

/** Who counts in a version, by name. */
export const namedResponses = (db: Database, year: number, version: number) =>
  db.all<{ memberId: string; responseId: string }>(sql`
    with ${countedResponses(year, version)}
    select c.member_id as memberId, c.id as responseId
    from counted c join members m on m.id = c.member_id order by m.name, m.id`);

export interface FactItemRow {
  id: string;
  concept: string;
  kind: ItemKind;
  unit: string | null;
  classes: string | null;
}

/** The items of a round that members opened to each other. */
export const factItems = (db: Database, roundId: string) =>
  db.all<FactItemRow>(sql`
    select i.id, i.concept, i.kind, i.unit, i.classes from rounds round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members'
    join sections s on s.id = i.section_id
    where round.id = ${roundId} and ${stillAsked} order by i.concept`);

export interface FactAnswerRow {
  memberId: string;
  state: AnswerState | "missing";
  /** JSON */
  value: string | null;
}

/** The answer of everybody who counts in a version to one fact, also when there is none. */
export const answersToFact = (db: Database, year: number, version: number, itemId: string) =>
  db.all<FactAnswerRow>(sql`
    with ${countedResponses(year, version)}
    select c.member_id as memberId, coalesce(a.state, 'missing') as state, a.value
    from counted c cross join items i on i.id = ${itemId} and i.audience = 'members'
    left join answers a on a.response_id = c.id and a.item_id = i.id`);

export interface FactsToStore {
  id: string;
  roundId: string;
  edition: number;
  countedAt: number;
  /** rows of fact_members, in order */
  members: readonly object[];
  /** per item the rows of fact_cells */
  cells: ReadonlyMap<string, readonly object[]>;
}

/**
 * Stores one version of the facts in one batch: all of it or nothing. If a run at the same time stored this
 * version already, nothing is written and the first statement returns no row.
 */
export function factsStored(db: Database, { id, members, cells, ...edition }: FactsToStore) {
  const isMine: SQL = sql`exists (select 1 from fact_editions where id = ${id})`;
  const column = (name: string) => sql`json_extract(row.value, ${`$.${name}`})`;
  return [
    db
      .insert(factEditions)
      .values({
        ...{ id, organisations: members.length, ...edition },
        members: sql`(select (${membersOf}) from rounds round where round.id = ${edition.roundId})`,
      })
      .onConflictDoNothing()
      .returning({ id: factEditions.id }),
    db.run(sql`
      insert into fact_members (edition_id, position, member_id, response_id, groups)
      select ${id}, row.key + 1, ${column("memberId")}, ${column("responseId")}, ${column("groups")}
      from json_each(${JSON.stringify(members)}) row where ${isMine}`),
    ...[...cells].map(([itemId, rows]) =>
      db.run(sql`
        insert into fact_cells (edition_id, item_id, filter_key, counts)
        select ${id}, ${itemId}, ${column("filterKey")}, ${column("counts")}
        from json_each(${JSON.stringify(rows)}) row where ${isMine}`),
    ),
  ] as const;
}
