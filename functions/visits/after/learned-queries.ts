import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import type { ActionOutcome } from "../../../db/visit-vocabulary.ts";

/** How many organisations the page lists; the file has them all. */
export const ORGANISATIONS_SHOWN = 50;
const ORGANISATIONS_IN_FILE = 20_000;

/**
 * Visits that took place from the reference date of a round until that of the next one; without a year all of
 * them. So each report tells what its own period brought.
 */
const donePeriod = (year: number | null): SQL => sql`
  with done as (select v.id, v.theme_id, v.guest_member_id, v.host_member_id from visits v
    where v.state = 'took_place' and v.ends_at is not null and ${inPeriod(year)})`;

const startOf = (round: SQL) => sql`(select unixepoch(reference_on) * 1000 from rounds where ${round})`;

function inPeriod(year: number | null): SQL {
  if (year === null) return sql`1`;
  const next = sql`year = (select min(year) from rounds where year > ${year})`;
  return sql`v.ends_at >= ${startOf(sql`year = ${year}`)}
    and v.ends_at < coalesce(${startOf(next)}, 9e15)`;
}

export const roundYears = (db: Database) =>
  db.all<{ year: number; referenceOn: string }>(
    sql`select year, reference_on as referenceOn from rounds order by year desc`,
  );

export const visitsByTheme = (db: Database, year: number | null) =>
  db.all<{ themeId: string; slug: string; name: string; visits: number }>(sql`
    ${donePeriod(year)}
    select t.id as themeId, t.slug, t.name, count(d.id) as visits
    from themes t join codebooks b on b.id = t.codebook_id and b.concept = 'themes'
    left join done d on d.theme_id = t.id
    group by t.id order by t.position`);

export const lessonsByTheme = (db: Database, year: number | null) =>
  db.all<{ themeId: string; lessons: number }>(sql`
    ${donePeriod(year)}
    select l.theme_id as themeId, count(*) as lessons from lessons l join done d on d.id = l.visit_id
    where l.state = 'approved' group by l.theme_id`);

export interface OutcomeRow {
  themeId: string;
  /** of the latest check; null while nobody told */
  outcome: ActionOutcome | null;
  actions: number;
  organisations: number;
}

/** Actions by theme and latest outcome; which organisation said so does not leave this statement. */
export const outcomesByTheme = (db: Database, year: number | null) =>
  db.all<OutcomeRow>(sql`
    ${donePeriod(year)},
    latest as (select d.theme_id as theme, a.member_id as member, (
        select k.outcome from action_checks k where k.visit_id = a.visit_id and k.member_id = a.member_id
        order by k.after_days desc limit 1) as outcome
      from visit_actions a join done d on d.id = a.visit_id)
    select theme as themeId, outcome, count(*) as actions, count(distinct member) as organisations
    from latest group by theme, outcome`);

/** How many organisations agreed on an action, by theme and in all (theme null). */
export const actorsByTheme = (db: Database, year: number | null) =>
  db.all<{ themeId: string | null; organisations: number }>(sql`
    ${donePeriod(year)}
    select d.theme_id as themeId, count(distinct a.member_id) as organisations
      from visit_actions a join done d on d.id = a.visit_id group by d.theme_id
    union all
    select null, count(distinct a.member_id) from visit_actions a join done d on d.id = a.visit_id`);

export interface LearnerRow {
  slug: string;
  name: string;
  asGuest: number;
  asHost: number;
  lessons: number;
}

const learners = (year: number | null, limit: number): SQL => sql`
  ${donePeriod(year)},
  parts as (
    select guest_member_id as member, 1 as guest, 0 as host,
      (select count(*) from lessons l where l.visit_id = done.id and l.state = 'approved') as lessons from done
    union all select host_member_id, 0, 1, 0 from done where host_member_id is not null)
  select m.slug, m.name, sum(guest) as asGuest, sum(host) as asHost, sum(lessons) as lessons
  from parts join members m on m.id = parts.member
  group by m.id order by sum(lessons) desc, sum(guest) + sum(host) desc, m.name limit ${limit}`;

/** Organisations that visited or received, those with most lessons first. */
export const learnersShown = (db: Database, year: number | null) =>
  db.all<LearnerRow>(learners(year, ORGANISATIONS_SHOWN));

export const learnersInFile = (db: Database, year: number | null) =>
  db.all<LearnerRow>(learners(year, ORGANISATIONS_IN_FILE));
