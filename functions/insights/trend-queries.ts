import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AskedItem } from "./trend-grades.ts";

/** More rounds than this do not fit a chart, nor one batch. */
export const MOST_ROUNDS = 5;

/** The year of the nth newest published round that asks this concept; null when there are not so many. */
export const publishedYear = (concept: string, nth: number): SQL => sql`(
  select r.year from rounds r join items i on i.questionnaire_id = r.questionnaire_id and i.concept = ${concept}
  where r.state = 'published' order by r.year desc limit 1 offset ${nth})`;

/** The question of this concept in every published round, newest first. */
export const askedItems = (db: Database, concept: string) =>
  db.all<AskedItem>(sql`
    select r.year, i.id, i.stem, i.wording, i.kind, i.choice_list as choiceList, i.unit, i.classes, i.comparability
    from rounds r join items i on i.questionnaire_id = r.questionnaire_id and i.concept = ${concept}
    where r.state = 'published' order by r.year desc limit ${MOST_ROUNDS}`);

export interface NewestItemRow {
  year: number;
  state: string;
  shortName: string;
  kind: AskedItem["kind"];
  unit: string | null;
  audience: "members" | "confidential";
}

/** The question as the newest round asks it, whatever the state of that round. */
export const newestItem = (db: Database, concept: string) =>
  db.all<NewestItemRow>(sql`
    select r.year, r.state, i.short_name as shortName, i.kind, i.unit, i.audience
    from rounds r join items i on i.questionnaire_id = r.questionnaire_id and i.concept = ${concept}
    where r.state <> 'concept' order by r.year desc limit 1`);

export interface ChangeRow {
  year: number;
  previousYear: number;
  /** StoredChange as JSON */
  body: string;
}

/** How a fact changed into the newest published round, for the newest stored versions. */
export const changeInto = (db: Database, concept: string) =>
  db.all<ChangeRow>(sql`
    select own.year, previous.year as previousYear, c.body
    from rounds own join fact_changes c on c.round_id = own.id and c.concept = ${concept}
    join rounds previous on previous.id = c.previous_round_id
    where own.year = ${publishedYear(concept, 0)} and previous.year = ${publishedYear(concept, 1)}
    order by c.edition desc, c.previous_edition desc limit 1`);

export interface MatchRow {
  year: number;
  previousYear: number;
  edition: number;
  previousEdition: number;
  both: number;
  joined: number;
  left: number;
  /** StoredMatch[] as JSON */
  body: string;
}

/** How a confidential question changed at the same organisations, into the newest published round that asks it. */
export const matchInto = (db: Database, concept: string) =>
  db.all<MatchRow>(sql`
    select own.year, previous.year as previousYear, c.edition, c.previous_edition as previousEdition,
      c.both, c.joined, c."left", c.body
    from rounds own join matched_changes c on c.round_id = own.id and c.concept = ${concept}
    join rounds previous on previous.id = c.previous_round_id
    where own.year = ${publishedYear(concept, 0)} and previous.year = ${publishedYear(concept, 1)}
    order by c.version desc limit 1`);
