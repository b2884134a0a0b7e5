import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { countOf, daysUntil, formatDate } from "../../web/ui/dutch.ts";
import type { SessionScope } from "../http/session.ts";
import type { Dated } from "./waiting.ts";

interface ColleagueRow {
  kind: "section" | "query";
  year: number;
  closesOn: string;
  /** of a section: its place and title; of questions about questions: how many wait, since when */
  position: number;
  title: string;
  answered: number;
  items: number;
  minutes: number;
  dueOn: string | null;
  count: number;
  askedAt: number;
}

const MINUTES_EACH_QUERY = 3;
const DAY_MS = 86_400_000;

/**
 * Sections that colleagues gave to the viewer and that are not done, in rounds that still take answers; and for
 * the learning group how many questions about questions wait.
 */
export function waitingForColleagues(db: Database, scope: SessionScope, today: string) {
  const current = sql`(select cr.id from responses cr
    where cr.round_id = r.id and cr.member_id = ${scope.memberId} and cr.state <> 'superseded'
    order by cr.state in ('in_progress', 'ready') desc, cr.sequence desc, cr.version desc limit 1)`;
  return db.all<ColleagueRow>(sql`
    select 'section' as kind, r.year, r.closes_on as closesOn, s.position, s.title,
      (select count(*) from answers w join items i on i.id = w.item_id
        where w.response_id = ${current} and i.section_id = s.id and w.state <> 'cleared') as answered,
      (select count(*) from items i where i.section_id = s.id and i.withdrawn_at is null) as items,
      s.minutes, a.due_on as dueOn, 0 as count, 0 as askedAt
    from section_assignments a
    join rounds r on r.id = a.round_id
    join sections s on s.id = a.section_id
    where a.member_id = ${scope.memberId} and a.person_id = ${scope.personId} and s.withdrawn_at is null
      and r.state = 'open' and r.opens_on <= ${today}
      and coalesce((select state from responses where id = ${current}), 'in_progress') = 'in_progress'
      and not exists (select 1 from section_completions d
        where d.section_id = s.id and d.response_id = ${current})
    union all
    select 'query', r.year, r.closes_on, 0, '', 0, 0, 0, null, count(*), min(q.asked_at)
    from question_queries q join rounds r on r.id = q.round_id
    where q.state = 'open' and exists (select 1 from association_roles x
      where x.person_id = ${scope.personId} and x.role = 'monitoring')
    group by r.id`);
}

/** The lines of the list: one a section, one for all that members find unclear in a round. */
export const colleagueLines = (rows: readonly ColleagueRow[], now: number): Dated[] =>
  rows.map((row) => {
    const badge = { kind: "brick", label: "vragenlijst" } as const;
    if (row.kind === "query")
      return {
        due: row.askedAt + 3 * DAY_MS,
        badge: { kind: "blue", label: "uitleg" },
        href: paths.questionQueries(row.year),
        label: `${countOf(row.count, "onduidelijke vraag", "onduidelijke vragen")} uitleggen in ${row.year}`,
        hint: `De oudste wacht sinds ${formatDate(row.askedAt)}. Ongeveer ${countOf(row.count * MINUTES_EACH_QUERY, "minuut", "minuten")}.`,
      };
    const until = row.dueOn ?? row.closesOn;
    const late = daysUntil(until, now) < 0;
    return {
      due: Date.parse(until),
      badge,
      href: paths.questionnaireSection(row.year, row.position),
      label: `Jouw sectie '${row.title}' wacht`,
      hint: `${row.answered} van ${row.items} ingevuld. ${late ? "Dat had af moeten zijn op" : "Graag klaar op"} ${formatDate(until)}. Ongeveer ${countOf(row.minutes, "minuut", "minuten")}.`,
    };
  });
