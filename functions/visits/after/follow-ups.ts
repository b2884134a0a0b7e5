import { type SQL, sql } from "drizzle-orm";
import type { Database, Statements } from "../../../db/client.ts";
import { association } from "../../../db/schema/tables.ts";
import type { FollowUp } from "../../../db/visit-vocabulary.ts";
import { paths } from "../../../web/paths.ts";
import type { ComposedMail } from "../../../web/ui/mail.ts";
import { actionCheckMail, lookBackMail } from "../../../web/visits/after/emails.ts";
import { CHECK_DAYS, type CheckDays, FOLLOW_UP_OF } from "../../../web/visits/after/labels.ts";
import { type DueTask, eachInTurn } from "../../http/due-work.ts";
import { newId } from "../../http/identifiers.ts";
import { queueNotice } from "../../mail/notice.ts";
import { agreed } from "./queries.ts";

const DAY_MS = 86_400_000;
const LOOK_BACK_AFTER_MS = 2 * DAY_MS;
/** A question that comes long after its day helps nobody: a job that stood still does not catch up on it. */
const NOT_LATER_THAN_MS = 30 * DAY_MS;
/** One run stays short; the rest waits for the next minute. */
const MOST_A_RUN = 20;

interface DueRow {
  visitId: string;
  memberId: string;
  side: "guest" | "host";
  guestName: string;
  hostName: string;
  action: string;
  /** null: nobody of that organisation is left to ask; the note says so all the same */
  email: string | null;
}

/** One row a reader: the person who went or received, while still there; else who answers for that team. */
const readers = (memberId: SQL, personId: SQL, fallback: SQL): SQL => sql`
  select p.email from people p join memberships m on m.person_id = p.id and m.member_id = ${memberId}
  where p.removed_at is null and (p.id = ${personId} or (m.role in ${fallback} and not exists (
    select 1 from people q join memberships n on n.person_id = q.id and n.member_id = ${memberId}
    where q.id = ${personId} and q.removed_at is null)))
  group by p.email`;

/** Sides of visits that were over two days ago, not asked yet, and that wrote nothing themselves. */
function dueLookBacks(db: Database, now: number) {
  const latest = now - LOOK_BACK_AFTER_MS;
  return db.all<DueRow>(sql`
    with sides as (
      select v.id as visit, v.guest_member_id as member, 'guest' as side, v.guest_person_id as person, v.ends_at
        from visits v where v.ends_at between ${latest - NOT_LATER_THAN_MS} and ${latest}
          and v.host_member_id is not null and (v.state = 'took_place' or v.state in (${agreed}))
      union all
      select v.id, v.host_member_id, 'host', v.host_person_id, v.ends_at
        from visits v where v.ends_at between ${latest - NOT_LATER_THAN_MS} and ${latest}
          and v.host_member_id is not null and (v.state = 'took_place' or v.state in (${agreed}))),
    due as (select * from sides s
      where not exists (select 1 from visit_follow_ups f
          where f.visit_id = s.visit and f.member_id = s.member and f.kind = 'reflection')
        and not exists (select 1 from visit_reflections r where r.visit_id = s.visit and r.member_id = s.member)
      order by s.ends_at, s.visit, s.side limit ${MOST_A_RUN})
    select d.visit as visitId, d.member as memberId, d.side, g.name as guestName, h.name as hostName,
      '' as action, reader.email
    from due d join visits v on v.id = d.visit join members g on g.id = v.guest_member_id
    join members h on h.id = v.host_member_id
    left join people reader on reader.email in (${readers(sql`d.member`, sql`d.person`, sql`('host', 'editor')`)})
      and reader.removed_at is null`);
}

/** Actions whose check has come and that nobody told of. */
function dueChecks(db: Database, days: CheckDays, now: number) {
  const latest = now - days * DAY_MS;
  return db.all<DueRow>(sql`
    with due as (
      select a.visit_id as visit, a.member_id as member, a.action, a.owner_person_id as person
      from visit_actions a join visits v on v.id = a.visit_id
      where v.ends_at between ${latest - NOT_LATER_THAN_MS} and ${latest}
        and not exists (select 1 from visit_follow_ups f
          where f.visit_id = a.visit_id and f.member_id = a.member_id and f.kind = ${FOLLOW_UP_OF[days]})
        and not exists (select 1 from action_checks k
          where k.visit_id = a.visit_id and k.member_id = a.member_id and k.after_days = ${days})
      order by v.ends_at, a.visit_id, a.member_id limit ${MOST_A_RUN})
    select d.visit as visitId, d.member as memberId, 'guest' as side, g.name as guestName, h.name as hostName,
      d.action, reader.email
    from due d join visits v on v.id = d.visit join members g on g.id = v.guest_member_id
    join members h on h.id = v.host_member_id
    left join people reader on reader.email in (${readers(sql`d.member`, sql`d.person`, sql`('host', 'editor')`)})
      and reader.removed_at is null`);
}

/**
 * Sends what is due after visits: three questions to both sides two days later, and how an action stands after
 * 90 and 270 days. The note that it left and the mail are one batch, so that twice is once.
 */
export const askAfterwards: DueTask = async ({ db, now, origin }) => {
  const [[place], lookBacks, ...checks] = await db.batch([
    db.select().from(association),
    dueLookBacks(db, now),
    ...CHECK_DAYS.map((days) => dueChecks(db, days, now)),
  ] as const);
  if (!place) return;
  const told = (row: DueRow, url: string) => ({ ...row, url, association: place });
  const lookBack = (row: DueRow): Asked => {
    const url = `${origin}${paths.visitAfter(row.visitId)}`;
    return { kind: "reflection", url, mail: lookBackMail(told(row, url), row.side) };
  };
  const check =
    (days: CheckDays) =>
    (row: DueRow): Asked => {
      const url = `${origin}${paths.actionCheck(row.visitId, days)}`;
      return { kind: FOLLOW_UP_OF[days], url, mail: actionCheckMail(told(row, url), days) };
    };
  const sides = [
    ...sidesOf(lookBacks, lookBack),
    ...CHECK_DAYS.flatMap((days, at) => sidesOf(checks[at] ?? [], check(days))),
  ];
  await eachInTurn(sides, (side) => queueOnce(db, now, side));
};

interface Asked {
  kind: FollowUp;
  url: string;
  mail: ComposedMail;
}

/** One side of a visit with all its readers and what they are asked. */
interface AskedSide extends Asked {
  rows: readonly DueRow[];
  first: DueRow;
}

const sidesOf = (rows: readonly DueRow[], compose: (row: DueRow) => Asked): AskedSide[] =>
  [...Map.groupBy(rows, ({ visitId, memberId }) => `${visitId} ${memberId}`).values()].flatMap((side) =>
    side[0] ? [{ ...compose(side[0]), first: side[0], rows: side }] : [],
  );

/** One batch a side: the note first, then a notice a reader, each only if the one before it was written. */
function queueOnce(db: Database, now: number, { kind, url, mail, first, rows }: AskedSide) {
  return db.batch([
    db.run(sql`insert into visit_follow_ups (visit_id, member_id, kind, sent_at)
      values (${first.visitId}, ${first.memberId}, ${kind}, ${now}) on conflict do nothing`),
    ...rows.flatMap(({ email }) =>
      email
        ? [
            queueNotice(
              db,
              { id: newId(), to: email, kind: "after_visit", mail, url },
              now,
              sql`changes() > 0`,
            ),
          ]
        : [],
    ),
  ] as unknown as Statements);
}
