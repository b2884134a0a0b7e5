import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import { paths } from "../../web/paths.ts";
import { formatDate } from "../../web/ui/dutch.ts";
import { CHECK_DAYS, CHECK_WORDS } from "../../web/visits/after/labels.ts";
import type { SessionScope } from "../http/session.ts";
import type { Dated } from "./waiting.ts";

const DAY_MS = 86_400_000;
/** Longer ago, a visit is no longer fresh enough to ask about at the top of a page. */
const LOOK_BACK_DAYS = 60;

export interface AfterRow {
  kind: "reflection" | "check" | "lesson";
  /** of the visit, or of the lesson */
  id: string;
  /** the other organisation */
  other: string;
  title: string;
  afterDays: number;
  at: number;
}

/**
 * What waits after visits: a look back for who went or received, a check for who owns an action, a lesson for
 * who hosts. At most a few of each: a list of what waits must not become an archive.
 */
export function waitingAfterVisits(db: Database, scope: SessionScope) {
  const agreed = sql.join(
    AGREED_STATES.map((state) => sql`${state}`),
    sql`, `,
  );
  const other = sql`(select name from members
    where id = case when v.guest_member_id = ${scope.memberId} then v.host_member_id else v.guest_member_id end)`;
  const checks = CHECK_DAYS.map(
    (days) => sql`
      select 'check' as kind, a.visit_id as id, ${other} as other, a.action as title, ${days} as afterDays,
        v.ends_at + ${days * DAY_MS} as at
      from visit_actions a join visits v on v.id = a.visit_id
      where a.member_id = ${scope.memberId} and a.owner_person_id = ${scope.personId}
        and v.ends_at between ${scope.now} - ${(days + LOOK_BACK_DAYS) * DAY_MS} and ${scope.now} - ${days * DAY_MS}
        and not exists (select 1 from action_checks k
          where k.visit_id = a.visit_id and k.member_id = a.member_id and k.after_days >= ${days})`,
  );
  return db.all<AfterRow>(sql`
    select * from (
      select 'reflection' as kind, v.id as id, ${other} as other, '' as title, 0 as afterDays, v.ends_at as at
      from visits v
      where v.ends_at between ${scope.now} - ${LOOK_BACK_DAYS * DAY_MS} and ${scope.now}
        and (v.state = 'took_place' or v.state in (${agreed}))
        and ((v.guest_member_id = ${scope.memberId} and v.guest_person_id = ${scope.personId})
          or (v.host_member_id = ${scope.memberId} and v.host_person_id = ${scope.personId}))
        and not exists (select 1 from visit_reflections r
          where r.visit_id = v.id and r.member_id = ${scope.memberId})
      order by v.ends_at limit 3)
    union all select * from (${sql.join(checks, sql` union all `)} limit 3)
    union all select * from (
      select 'lesson', l.id, g.name, l.title, 0, l.written_at
      from lessons l join visits v on v.id = l.visit_id join members g on g.id = v.guest_member_id
      where l.state = 'proposed' and v.host_member_id = ${scope.memberId} and exists (
        select 1 from memberships m where m.person_id = ${scope.personId} and m.member_id = ${scope.memberId}
          and m.role = 'host')
      order by l.written_at limit 3)`);
}

/** The lines of the list, each with the moment by which it is ordered. */
export function afterLines(rows: readonly AfterRow[]): Dated[] {
  const badge = { kind: "green", label: "werkbezoek" } as const;
  return rows.map((row) => {
    if (row.kind === "reflection")
      return {
        due: row.at + 14 * DAY_MS,
        badge,
        href: paths.visitAfter(row.id),
        label: `Terugkijken op het bezoek met ${row.other}`,
        hint: `Het bezoek was op ${formatDate(row.at)}. Ongeveer 5 minuten.`,
      };
    if (row.kind === "check") {
      const days = CHECK_DAYS.find((each) => each === row.afterDays) ?? 90;
      return {
        due: row.at + 14 * DAY_MS,
        badge,
        href: paths.actionCheck(row.id, days),
        label: `Hoe staat het met jullie actie, ${CHECK_WORDS[days]}?`,
        hint: `Afgesproken na het bezoek met ${row.other}. Ongeveer 1 minuut.`,
      };
    }
    return {
      due: row.at + 7 * DAY_MS,
      badge,
      href: paths.lesson(row.id),
      label: `Les van ${row.other} goedkeuren`,
      hint: "Pas daarna kunnen andere teams haar lezen. Ongeveer 3 minuten.",
    };
  });
}
