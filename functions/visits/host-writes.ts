import { sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";
import type { HostForm } from "../../web/visits/host-contract.ts";
import type { Week } from "./host-weeks.ts";

interface HostWrite {
  memberId: string;
  personId: string;
  now: number;
}

/**
 * The limits from the revision that the host saw, and the closed weeks with them. The first statement answers
 * the new revision; without one somebody was earlier, and the weeks stay as they are: each statement happens only
 * if the one before it changed something.
 */
export function saveHost(db: Database, write: HostWrite, form: HostForm, weeks: readonly Week[]) {
  const { memberId, personId, now } = write;
  const settings = db.all<{ revision: number }>(sql`
    insert into host_settings (member_id, max_per_quarter, lead_days, is_paused, revision, updated_at, updated_by)
    select ${memberId}, ${form.maximum}, ${form.dagen}, 0, 1, ${now}, ${personId}
    where ${form.revisie} = 0 or exists (select 1 from host_settings s where s.member_id = ${memberId})
    on conflict (member_id) do update set max_per_quarter = excluded.max_per_quarter,
      lead_days = excluded.lead_days, revision = host_settings.revision + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where host_settings.revision = ${form.revisie}
    returning revision`);
  return [settings, ...closeWeeks(db, memberId, weeks)] as const;
}

/** Exactly these weeks. Written again even when they are there: otherwise they would count as zero changes. */
function closeWeeks(db: Database, memberId: string, weeks: readonly Week[]): Statement[] {
  if (weeks.length === 0)
    return [db.run(sql`delete from host_blackouts where member_id = ${memberId} and changes() > 0`)];
  const chosen = JSON.stringify(weeks);
  return [
    db.run(sql`insert into host_blackouts (member_id, week_on, starts_at, ends_at)
      select ${memberId}, json_extract(value, '$.weekOn'), json_extract(value, '$.startsAt'),
        json_extract(value, '$.endsAt')
      from json_each(${chosen}) where changes() > 0
      on conflict (member_id, week_on) do update set week_on = excluded.week_on`),
    db.run(sql`delete from host_blackouts where member_id = ${memberId} and changes() > 0
      and week_on not in (select json_extract(value, '$.weekOn') from json_each(${chosen}))`),
  ];
}

/** Closed or open in one click. Says where to go, not from where: clicked twice it is the same. */
export function pauseHost(db: Database, { memberId, personId, now }: HostWrite, isPaused: boolean) {
  return db.run(sql`
    insert into host_settings (member_id, lead_days, is_paused, revision, updated_at, updated_by)
    values (${memberId}, 0, ${isPaused ? 1 : 0}, 1, ${now}, ${personId})
    on conflict (member_id) do update set is_paused = excluded.is_paused,
      revision = host_settings.revision + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where host_settings.is_paused <> excluded.is_paused`);
}
