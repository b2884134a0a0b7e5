import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../../db/client.ts";
import { foldForSearch } from "../../../db/registry/search-key.ts";
import {
  actionChecks,
  lessons,
  members,
  people,
  themes,
  visitActions,
  visitReflections,
  visits,
} from "../../../db/schema/tables.ts";
import { AGREED_STATES } from "../../../db/visit-vocabulary.ts";
import type { LessonFilters } from "../../../web/visits/after/contract.ts";
import type { SessionScope } from "../../http/session.ts";

/** States of a visit whose day stands; once that day is over, the visit is. */
export const agreed: SQL = sql.join(
  AGREED_STATES.map((state) => sql`${state}`),
  sql`, `,
);

/** Organisations of the viewer, also those on whose behalf the viewer is not here now. */
const ownMembers = (scope: SessionScope) =>
  sql`(select member_id from memberships where person_id = ${scope.personId})`;

/** What both sides wrote belongs to both; nobody else's query finds it. */
const ofOwnVisit = (scope: SessionScope, visitId: SQL | string) => sql`exists (select 1 from visits own
  where own.id = ${visitId} and (own.guest_member_id in ${ownMembers(scope)} or own.host_member_id in ${ownMembers(scope)}))`;

const nameOfPerson = sql<string | null>`case when ${people.removedAt} is null then ${people.name} end`;

export function readReflections(db: Database, scope: SessionScope, visitId: string) {
  return db
    .select({
      memberId: visitReflections.memberId,
      first: visitReflections.first,
      second: visitReflections.second,
      third: visitReflections.third,
      revision: visitReflections.revision,
      savedAt: visitReflections.savedAt,
      personName: nameOfPerson,
    })
    .from(visitReflections)
    .leftJoin(people, eq(people.id, visitReflections.personId))
    .where(sql`${visitReflections.visitId} = ${visitId} and ${ofOwnVisit(scope, visitId)}`);
}

/** The action of the organisation on whose behalf the viewer is here; that of the other side stays theirs. */
export function readAction(db: Database, scope: SessionScope, visitId: string) {
  return db
    .select({
      memberId: visitActions.memberId,
      action: visitActions.action,
      ownerId: visitActions.ownerPersonId,
      ownerName: nameOfPerson,
    })
    .from(visitActions)
    .leftJoin(people, eq(people.id, visitActions.ownerPersonId))
    .where(sql`${visitActions.visitId} = ${visitId} and ${visitActions.memberId} = ${scope.memberId}`);
}

const checksOf = (db: Database, visitId: string, memberId: SQL | string) =>
  db
    .select({
      memberId: actionChecks.memberId,
      afterDays: actionChecks.afterDays,
      outcome: actionChecks.outcome,
      why: actionChecks.why,
      checkedAt: actionChecks.checkedAt,
    })
    .from(actionChecks)
    .where(sql`${actionChecks.visitId} = ${visitId} and ${actionChecks.memberId} = ${memberId}`)
    .orderBy(actionChecks.afterDays);

export const readChecks = (db: Database, scope: SessionScope, visitId: string) =>
  checksOf(db, visitId, scope.memberId);

/** The checks at the end of a batch of an organisation that was let in: why a write did not happen. */
export const standingChecks = (db: Database, { visitId, memberId }: { visitId: string; memberId: string }) =>
  checksOf(db, visitId, memberId);

/** The lesson of a visit at the end of a batch, with what a form can change of it. */
export const standingLesson = (db: Database, visitId: string) =>
  db
    .select({
      id: lessons.id,
      themeId: lessons.themeId,
      title: lessons.title,
      learned: lessons.learned,
      tip: lessons.tip,
      state: lessons.state,
    })
    .from(lessons)
    .where(eq(lessons.visitId, visitId));

/** Who may own an action: everybody with a role in the organisation on whose behalf the viewer is here. */
export function readColleagues(db: Database, scope: SessionScope) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      sql`${people.removedAt} is null and ${people.id} in
        (select person_id from memberships where member_id = ${scope.memberId})`,
    )
    .orderBy(people.name)
    .limit(200);
}

const guest = alias(members, "guest");
const host = alias(members, "host");

const lessonsWithNames = (db: Database) =>
  db
    .select({
      id: lessons.id,
      visitId: lessons.visitId,
      themeId: lessons.themeId,
      themeSlug: themes.slug,
      themeName: themes.name,
      title: lessons.title,
      learned: lessons.learned,
      tip: lessons.tip,
      state: lessons.state,
      reason: lessons.reason,
      revision: lessons.revision,
      approvedAt: lessons.approvedAt,
      writtenAt: lessons.writtenAt,
      guestMemberId: visits.guestMemberId,
      guestMemberName: guest.name,
      guestMemberSlug: guest.slug,
      hostMemberId: visits.hostMemberId,
      hostMemberName: host.name,
      hostMemberSlug: host.slug,
    })
    .from(lessons)
    .innerJoin(visits, eq(visits.id, lessons.visitId))
    .innerJoin(themes, eq(themes.id, lessons.themeId))
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .leftJoin(host, eq(host.id, visits.hostMemberId));

/** The lesson of a visit, for its two sides only. */
export const lessonOfVisit = (db: Database, scope: SessionScope, visitId: string) =>
  lessonsWithNames(db).where(sql`${lessons.visitId} = ${visitId} and ${ofOwnVisit(scope, visitId)}`);

/** One lesson: approved, or of an own visit. */
export const readLesson = (db: Database, scope: SessionScope, id: string) =>
  lessonsWithNames(db).where(
    sql`${lessons.id} = ${id} and (${lessons.state} = 'approved' or ${ofOwnVisit(scope, sql`${lessons.visitId}`)})`,
  );
export type LessonRow = Awaited<ReturnType<typeof readLesson>>[number];

/** Who hears what the host answers: the writer while still there, else the hosts and editors of that team. */
export const readLessonWriters = (db: Database, lessonId: string) =>
  db.all<{ email: string }>(sql`
    select p.email from lessons l join visits v on v.id = l.visit_id
    join memberships m on m.member_id = v.guest_member_id
    join people p on p.id = m.person_id and p.removed_at is null
    where l.id = ${lessonId} and (m.person_id = l.written_by or (m.role in ('host', 'editor') and not exists (
      select 1 from memberships w where w.member_id = v.guest_member_id and w.person_id = l.written_by)))
    group by p.email order by p.email`);

export const LESSONS_PER_PAGE = 20;

const approvedAs = ({ zoek, thema }: LessonFilters): SQL => {
  const words = foldForSearch(zoek).split(" ").filter(Boolean);
  const found = words.map((word) => sql` and ${lessons.searchKey} like ${`%${word}%`}`);
  return sql`${lessons.state} = 'approved'${thema ? sql` and ${themes.slug} = ${thema}` : sql``}${sql.join(found)}`;
};

/** Lessons that everybody may read, the newest first. */
export const browseLessons = (db: Database, filters: LessonFilters) =>
  lessonsWithNames(db)
    .where(approvedAs(filters))
    .orderBy(sql`${lessons.approvedAt} desc`, lessons.id)
    .limit(LESSONS_PER_PAGE)
    .offset((filters.pagina - 1) * LESSONS_PER_PAGE);

export const countLessons = (db: Database, filters: LessonFilters) =>
  db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(lessons)
    .innerJoin(themes, eq(themes.id, lessons.themeId))
    .where(approvedAs(filters));

/** The latest published round: the figures that a lesson's theme is linked to. */
export const latestPublished = (db: Database) =>
  db.all<{ year: number }>(sql`select year from rounds where state = 'published' order by year desc limit 1`);

export interface OwnActionRow {
  visitId: string;
  guestMemberId: string;
  guestMemberName: string;
  hostMemberName: string | null;
  themeName: string;
  endsAt: number;
  hasReflected: number;
  action: string | null;
  ownerName: string | null;
  outcome90: "applied" | "partly_applied" | "not_applied" | null;
  outcome270: "applied" | "partly_applied" | "not_applied" | null;
}

/** Visits of the own organisation that are over, with what became of them; the latest first. */
export function ownActions(db: Database, scope: SessionScope) {
  const outcome = (days: number) => sql`(select outcome from action_checks c
    where c.visit_id = v.id and c.member_id = ${scope.memberId} and c.after_days = ${days})`;
  return db.all<OwnActionRow>(sql`
    select v.id as visitId, v.guest_member_id as guestMemberId, g.name as guestMemberName,
      h.name as hostMemberName, t.name as themeName, v.ends_at as endsAt,
      exists (select 1 from visit_reflections r where r.visit_id = v.id and r.member_id = ${scope.memberId})
        as hasReflected,
      a.action, case when p.removed_at is null then p.name end as ownerName,
      ${outcome(90)} as outcome90, ${outcome(270)} as outcome270
    from visits v
    join members g on g.id = v.guest_member_id
    left join members h on h.id = v.host_member_id
    join themes t on t.id = v.theme_id
    left join visit_actions a on a.visit_id = v.id and a.member_id = ${scope.memberId}
    left join people p on p.id = a.owner_person_id
    where ${scope.memberId} in (v.guest_member_id, v.host_member_id) and v.ends_at <= ${scope.now}
      and (v.state = 'took_place' or v.state in (${agreed}))
    order by v.ends_at desc, v.id
    limit 200`);
}
