import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { RoundState } from "../../db/vocabulary.ts";
import { countedResponses } from "./counted.ts";
import { stillAsked } from "./queries.ts";

export interface AccountRoundRow {
  year: number;
  title: string;
  state: RoundState;
  /** confidential items that this round still asks, and how many of them have an edition */
  items: number;
  released: number;
  /** organisations that signed and are not in the newest edition, and how many of them may enter now */
  waiting: number;
  ready: number;
}

/** What monitoring's account says of the round as a whole; no row for a year without one. */
export function accountRound(db: Database, year: number) {
  return db.all<AccountRoundRow>(sql`
    with ${countedResponses(year)},
    newest as (
      select r.organisations from round join releases r on r.round_id = round.id
      order by r.edition desc, r.organisations desc limit 1
    )
    select round.year, q.title, round.state,
      (select count(*) from items i join sections s on s.id = i.section_id
        where i.questionnaire_id = round.questionnaire_id and i.audience = 'confidential' and ${stillAsked}) as items,
      (select count(distinct e.item_id) from releases e join items i on i.id = e.item_id
        join sections s on s.id = i.section_id where e.round_id = round.id and ${stillAsked}) as released,
      coalesce((select max(0, (select count(distinct member_id) from signings) - organisations) from newest), 0) as waiting,
      coalesce((select max(0, (select count(*) from counted) - organisations) from newest), 0) as ready
    from round join questionnaires q on q.id = round.questionnaire_id`);
}

export interface AccountRow {
  concept: string;
  shortName: string;
  edition: number;
  organisations: number;
  releasedAt: number;
  /** a ReleaseAccount as JSON: the only part of a proof that leaves the database for a page */
  account: string;
}

/** Per item and edition what was kept and what that cost, in the order of the report. */
export function releaseAccounts(db: Database, year: number) {
  return db.all<AccountRow>(sql`
    select i.concept, i.short_name as shortName, r.edition, r.organisations, r.released_at as releasedAt,
      json_extract(p.body, '$.account') as account
    from rounds round join releases r on r.round_id = round.id
    join items i on i.id = r.item_id join sections s on s.id = i.section_id
    join release_proofs p on p.release_id = r.id
    where round.year = ${year} order by s.position, i.position, r.edition`);
}

export interface MatchAccountRow {
  concept: string;
  shortName: string;
  /** the earlier round, by its year */
  since: number;
  /** organisations in both rounds, only in the later, only in the earlier */
  both: number;
  joined: number;
  left: number;
  /** figures beyond what follows from the totals: shown, and offered */
  kept: number;
  offered: number;
  walks: number;
  solves: number;
  proofs: number;
}

/** Per question the newest comparison with an earlier round: what it added to both rounds, and what that cost. */
export function matchAccounts(db: Database, year: number) {
  const costs = (name: string) => sql`coalesce(sum(json_extract(x.value, ${`$.cost.${name}`})), 0)`;
  const offered = ["kept", "withheld.chance", "withheld.unsafe", "withheld.limit", "withheld.solver"].map(
    costs,
  );
  return db.all<MatchAccountRow>(sql`
    select i.concept, i.short_name as shortName, before.year as since, c.both, c.joined, c.left,
      ${costs("kept")} as kept, ${sql.join(offered, sql` + `)} as offered,
      ${costs("walks")} as walks, ${costs("solves")} as solves, ${costs("proofs")} as proofs
    from rounds round join matched_changes c on c.round_id = round.id and c.both > 0
    join rounds before on before.id = c.previous_round_id
    join items i on i.questionnaire_id = round.questionnaire_id and i.concept = c.concept
    join sections s on s.id = i.section_id
    join release_supplements p on p.change_id = c.id join json_each(p.body, '$.strands') x
    where round.year = ${year} and c.version = (select max(n.version) from matched_changes n
      where n.round_id = c.round_id and n.previous_round_id = c.previous_round_id and n.concept = c.concept)
    group by c.id order by s.position, i.position`);
}
