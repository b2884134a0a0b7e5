import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState, ConsentTier, ItemKind, RoundState } from "../../db/vocabulary.ts";
import { inhabitantsOn, placesOn } from "../members/division-queries.ts";
import { countedResponses } from "./counted.ts";
import { stillAsked } from "./queries.ts";
import type { StoredProof } from "./release-standing.ts";

/** Statements of the release job. Proofs, secrets and answers pass here only: no page imports this file. */

export interface RoundToRelease {
  id: string;
  year: number;
  state: RoundState;
  referenceOn: string;
}

export function roundToRelease(db: Database, year: number) {
  return db.all<RoundToRelease>(
    sql`select id, year, state, reference_on as referenceOn from rounds where year = ${year} and state <> 'concept'`,
  );
}

/**
 * Published rounds whose facts were not counted, or in which a confidential item that could be released, or
 * compared with the round before, was not.
 */
export const yearsLackingRelease = (db: Database) =>
  db.all<{ year: number }>(sql`
    select distinct round.year from rounds round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'confidential'
    join sections s on s.id = i.section_id
    where round.state = 'published' and ${stillAsked}
      and (not exists (select 1 from fact_editions f where f.round_id = round.id)
      or not exists (select 1 from releases e where e.round_id = round.id and e.item_id = i.id)
      and (i.kind <> 'open' or exists (select 1 from codings k join responses r on r.id = k.response_id
        where k.item_id = i.id and r.round_id = round.id))
      or ${lacksMatch})
    order by round.year`);

/** Whether the item `i` of `round` was released in the round before as well, and not compared with it. */
const lacksMatch: SQL = sql`i.kind <> 'number' and exists (
  select 1 from releases e where e.round_id = round.id and e.item_id = i.id) and exists (
  select 1 from rounds previous join items b on b.questionnaire_id = previous.questionnaire_id
    and b.concept = i.concept and b.kind = i.kind and b.audience = i.audience
  join releases e on e.round_id = previous.id and e.item_id = b.id
  where previous.year = (select max(r.year) from rounds r join items asked
      on asked.questionnaire_id = r.questionnaire_id and asked.concept = i.concept
      where r.state = 'published' and r.year < round.year)
    and not exists (select 1 from matched_changes c where c.round_id = round.id
      and c.previous_round_id = previous.id and c.concept = i.concept))`;

/** Makes the secret of a round the first time; whoever comes later keeps that one. */
export const secretMade = (db: Database, roundId: string, secret: string) =>
  db.run(
    sql`insert into release_secrets (round_id, secret) values (${roundId}, ${secret}) on conflict do nothing`,
  );

export const secretOf = (db: Database, roundId: string) =>
  db.all<{ secret: string }>(sql`select secret from release_secrets where round_id = ${roundId}`);

/** Organisations whose response counts now, by id. */
export const countedMembers = (db: Database, year: number) =>
  db.all<{ id: string }>(
    sql`with ${countedResponses(year)} select member_id as id from counted order by member_id`,
  );

export interface ItemToRelease {
  id: string;
  concept: string;
  shortName: string;
  kind: ItemKind;
  unit: string | null;
  classes: string | null;
  choiceList: string | null;
  allowsOther: number;
  /** slugs of the codebook as JSON, in its order */
  themes: string;
  /** whether any of its answers has been coded */
  isCoded: number;
  /** newest edition; null as long as there is none */
  edition: number | null;
}

/** The confidential items of a round in the order of the report. */
export function itemsToRelease(db: Database, roundId: string) {
  return db.all<ItemToRelease>(sql`
    select i.id, i.concept, i.short_name as shortName, i.kind, i.unit, i.classes, i.choice_list as choiceList,
      i.allows_other as allowsOther,
      (select json_group_array(slug) from (
        select t.slug from codebooks b join themes t on t.codebook_id = b.id
        where b.concept =
          case when exists (select 1 from codebooks own where own.concept = i.concept) then i.concept else 'themes' end
        order by t.position)) as themes,
      exists (select 1 from codings k join responses r on r.id = k.response_id
        where k.item_id = i.id and r.round_id = round.id) as isCoded,
      (select max(edition) from releases e where e.round_id = round.id and e.item_id = i.id) as edition
    from rounds round join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'confidential'
    join sections s on s.id = i.section_id
    where round.id = ${roundId} and ${stillAsked} order by s.position, i.position`);
}

/** Who counts in the newest edition of a round, as the JSON object of one item's answers; no row without one. */
export const newestEdition = (db: Database, roundId: string) =>
  db.all<{ edition: number; answers: string }>(sql`
    select r.edition, json_extract(p.body, '$.answers') as answers
    from releases r join release_proofs p on p.release_id = r.id
    where r.round_id = ${roundId} order by r.edition desc, r.released_at, r.id limit 1`);

export interface PlaceRow {
  memberId: string;
  province: string;
  municipalityClass: "G4" | "G40" | "M50" | "K80/P10";
  inhabitants: number;
}

/** Where each organisation that counts works, with the inhabitants known at the reference date of the round. */
export function placesOfCounted(
  db: Database,
  year: number,
  referenceOn: string,
  version: number | null = null,
) {
  return db.all<PlaceRow>(sql`
    with ${countedResponses(year, version)}
    select c.member_id as memberId, m.province, m.municipality_class as municipalityClass,
      coalesce(n.inhabitants, 0) as inhabitants
    from counted c join ${placesOn(referenceOn)} w on w.member_id = c.member_id
    join municipalities m on m.code = w.code
    left join ${inhabitantsOn(referenceOn)} n on n.code = m.code
    order by c.member_id, m.code`);
}

export interface FactRow {
  memberId: string;
  list: string;
  value: string | null;
}

/** What each organisation that counts said on the choices that members opened to each other. */
export function factsOfCounted(db: Database, year: number, version: number | null = null) {
  return db.all<FactRow>(sql`
    with ${countedResponses(year, version)}
    select c.member_id as memberId, i.choice_list as list, a.value
    from counted c cross join round
    join items i on i.questionnaire_id = round.questionnaire_id
      and i.audience = 'members' and i.profile_field is not null and i.choice_list is not null
    join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'
    order by c.member_id`);
}

export interface AnswerRow {
  memberId: string;
  state: AnswerState | "missing";
  value: string | null;
  /** slugs as JSON, each once */
  themes: string;
  /** times that its answer names a theme, by slug, as JSON */
  mentions: string;
  /** to whom it was opened when this version was signed */
  consent: ConsentTier | null;
  response: string;
}

/** The answer of each organisation that counts to one item, also when there is none. */
export function answersToRelease(db: Database, year: number, itemId: string) {
  return db.all<AnswerRow>(sql`
    with ${countedResponses(year)}
    select c.member_id as memberId, coalesce(a.state, 'missing') as state, a.value, a.consent,
      c.id as response,
      (select json_group_array(distinct t.slug) from codings k join themes t on t.id = k.theme_id
        where k.response_id = c.id and k.item_id = ${itemId}) as themes,
      (select json_group_object(slug, times) from (
        select t.slug, count(*) as times from codings k join themes t on t.id = k.theme_id
        where k.response_id = c.id and k.item_id = ${itemId} group by t.slug)) as mentions
    from counted c left join answers a on a.response_id = c.id and a.item_id = ${itemId}
    order by c.member_id`);
}

/** What was added to a release `r` since it was made, as a JSON list, oldest first. */
export const supplementsOf = sql`(select json_group_array(json(body)) from (
  select s.body from release_supplements s where s.release_id = r.id order by s.position))`;

/** The proofs of every earlier edition of one item with what was added to each, oldest first. */
export const proofsOf = (db: Database, roundId: string, itemId: string) =>
  db.all<StoredProof>(sql`
    select p.body, ${supplementsOf} as supplements from releases r join release_proofs p on p.release_id = r.id
    where r.round_id = ${roundId} and r.item_id = ${itemId} order by r.edition`);

/** How many supplements an item has over all editions of a round: a guard against two jobs at the same time. */
const supplementsIn = (roundId: string, itemId: string): SQL => sql`(
  select count(*) from release_supplements s join releases stands on stands.id = s.release_id
  where stands.round_id = ${roundId} and stands.item_id = ${itemId})`;

export interface ReleaseToStore {
  id: string;
  round: RoundToRelease;
  item: Pick<ItemToRelease, "id" | "concept">;
  edition: number;
  /** supplements that it was audited with */
  supplements: number;
  organisations: number;
  releasedAt: number;
  /** rows of release_cells, in order */
  cells: readonly object[];
  /** rows of release_magnitudes */
  magnitudes: readonly object[];
  /** the proof as JSON */
  body: string;
  /** rows of release_openings */
  openings: readonly object[];
}

/**
 * Stores one release in one batch: all of it or nothing. If this edition of this item is there already, or a
 * supplement that it was not audited with, made by a run at the same time, nothing is written and the first
 * statement returns no row.
 */
export function releaseStored(db: Database, { id, round, item, edition, ...made }: ReleaseToStore) {
  const isMine: SQL = sql`exists (select 1 from releases where id = ${id})`;
  const column = (name: string) => sql`json_extract(cell.value, ${`$.${name}`})`;
  const { organisations, releasedAt } = made;
  return [
    db.all<{ id: string }>(sql`
      insert into releases (id, round_id, item_id, edition, organisations, released_at)
      select ${id}, ${round.id}, ${item.id}, ${edition}, ${organisations}, ${releasedAt}
      where ${supplementsIn(round.id, item.id)} = ${made.supplements}
      on conflict do nothing returning id`),
    db.run(sql`
      insert into release_cells (release_id, position, filter_key, option, size, shown, nearest)
      select ${id}, cell.key, ${column("filterKey")}, ${column("option")}, ${column("size")}, ${column("shown")},
        ${column("nearest")}
      from json_each(${JSON.stringify(made.cells)}) cell where ${isMine}`),
    db.run(sql`
      insert into release_openings (release_id, member_id, response_id, consent)
      select ${id}, o.value ->> 'memberId', o.value ->> 'response', o.value ->> 'to'
      from json_each(${JSON.stringify(made.openings)}) o where ${isMine}`),
    db.run(sql`
      insert into release_magnitudes (release_id, filter_key, organisations, median, sum, mean)
      select ${id}, ${column("filterKey")}, ${column("n")}, ${column("median")}, ${column("sum")}, ${column("mean")}
      from json_each(${JSON.stringify(made.magnitudes)}) cell where ${isMine}`),
    db.run(sql`insert into release_proofs (release_id, body) select ${id}, ${made.body} where ${isMine}`),
    db.run(sql`
      insert into audit_entries (at, action, subject)
      select ${releasedAt}, 'figures_released', ${`${round.year}/${item.concept}`} where ${isMine}`),
  ] as const;
}
