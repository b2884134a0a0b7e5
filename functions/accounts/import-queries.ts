import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { importRows, imports, people } from "../../db/schema/tables.ts";
import type { ImportKind, ImportOutcome } from "../../db/vocabulary.ts";
import type { ComposedMail } from "../../web/ui/mail.ts";

/** Which import is written, by whom, and the mark of this very attempt. */
export interface Run {
  importId: string;
  run: string;
  by: string;
  now: number;
}

interface RowToKeep {
  position: number;
  title: string;
  outcome: ImportOutcome;
  words: readonly string[];
  plan: unknown;
}

/** Keeps a checked table, with all rows in one statement. */
export function keepImport(
  db: Database,
  sent: { id: string; kind: ImportKind; fileName: string; by: string; now: number },
  rows: readonly RowToKeep[],
) {
  const json = JSON.stringify(
    rows.map(({ position, title, outcome, words, plan }) => [
      position,
      title,
      outcome,
      words.join("\n"),
      plan,
    ]),
  );
  return [
    db
      .insert(imports)
      .values({
        id: sent.id,
        kind: sent.kind,
        fileName: sent.fileName,
        createdBy: sent.by,
        createdAt: sent.now,
      })
      .onConflictDoNothing(),
    db.run(sql`
      insert into import_rows (import_id, position, title, outcome, words, plan)
      select ${sent.id}, r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, nullif(r.value -> 4, 'null')
      from json_each(${json}) r where true on conflict do nothing`),
  ] as const;
}

/** The latest checked and written tables. */
export function latestImports(db: Database) {
  return db
    .select({
      id: imports.id,
      kind: imports.kind,
      fileName: imports.fileName,
      createdAt: imports.createdAt,
      writtenAt: imports.writtenAt,
      personName: people.name,
    })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.createdBy))
    .orderBy(sql`${imports.createdAt} desc`)
    .limit(10);
}

export function oneImport(db: Database, id: string) {
  return db.select().from(imports).where(eq(imports.id, id));
}

/** How many rows have which outcome and result. */
export function importCounts(db: Database, id: string) {
  return db
    .select({
      outcome: importRows.outcome,
      result: importRows.result,
      rows: sql<number>`count(*)`.mapWith(Number),
    })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.outcome, importRows.result);
}

/** Rows of a table in the order of the file, all or those of one outcome. */
export function rowsOfImport(
  db: Database,
  id: string,
  { outcome, limit, offset }: { outcome: ImportOutcome | null; limit: number; offset: number },
) {
  return db
    .select({
      position: importRows.position,
      title: importRows.title,
      outcome: importRows.outcome,
      words: importRows.words,
      result: importRows.result,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, id), outcome ? eq(importRows.outcome, outcome) : undefined))
    .orderBy(asc(importRows.position))
    .limit(limit)
    .offset(offset);
}

/** New people of a table: whom a welcome may go to. The plan is that of `planPeople`. */
export function newcomersOf(db: Database, id: string) {
  return db
    .select({ position: importRows.position, plan: importRows.plan })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.outcome, "new")))
    .orderBy(asc(importRows.position));
}

/** Marks the table as written by this attempt; answers no row when somebody was first. */
export function takeImport(db: Database, { importId, run, now }: Run) {
  return db
    .update(imports)
    .set({ writtenAt: now, run })
    .where(and(eq(imports.id, importId), isNull(imports.writtenAt)))
    .returning({ id: imports.id });
}

/** Condition: this attempt writes the table. */
const ours = ({ importId, run }: Run): SQL =>
  sql`exists (select 1 from imports where id = ${importId} and run = ${run})`;

/** Decides row by row, before anything is written: written, or outdated when `stillTrue` of row `r` fails. */
export function settleRows(db: Database, attempt: Run, stillTrue: SQL) {
  return db.run(sql`
    update import_rows as r set result = case when ${stillTrue} then 'written' else 'outdated' end
    where r.import_id = ${attempt.importId} and r.plan is not null and r.result is null and ${ours(attempt)}`);
}

/** The rows that this attempt writes, as `r`: what follows `from`. */
export const writtenRows = (attempt: Run): SQL =>
  sql`(select * from import_rows where import_id = ${attempt.importId} and result = 'written' and ${ours(attempt)}) r`;

/** Condition on a row `r` of people: everything is as it was seen. */
export const personStillTrue = (today: string): SQL => sql`exists (
    select 1 from members m where m.id = r.plan ->> '$.memberId' and (m.left_on is null or m.left_on > ${today}))
  and case when r.plan ->> '$.isNew'
    then not exists (select 1 from people p where p.email = r.plan ->> '$.email' and p.removed_at is null)
    else exists (select 1 from people p where p.id = r.plan ->> '$.id' and p.email = r.plan ->> '$.email'
      and p.removed_at is null
      and (r.plan -> '$.set.name' is null or p.name is r.plan ->> '$.seen.name')
      and (r.plan -> '$.set.phone' is null or p.phone is r.plan ->> '$.seen.phone')) end`;

/** Writes the people of settled rows with their roles, and logs each of them. */
export function writePeople(db: Database, attempt: Run) {
  const { by, now } = attempt;
  const rows = writtenRows(attempt);
  return [
    db.run(sql`
      insert into people (id, name, email, phone, created_at)
      select r.plan ->> '$.id', r.plan ->> '$.name', r.plan ->> '$.email', r.plan ->> '$.phone', ${now}
      from ${rows} where r.outcome = 'new' order by r.position on conflict do nothing`),
    db.run(sql`
      update people set name = coalesce(r.plan ->> '$.set.name', name), phone = coalesce(r.plan ->> '$.set.phone', phone)
      from ${rows} where people.id = r.plan ->> '$.id' and r.outcome = 'changed' and r.plan ->> '$.set' <> '{}'`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${by}, 'person_changed', r.plan ->> '$.id'
      from ${rows} where r.outcome = 'changed' and r.plan ->> '$.set' <> '{}'`),
    db.run(sql`
      insert into audit_entries (at, person_id, member_id, action, subject)
      select ${now}, ${by}, r.plan ->> '$.memberId', 'role_granted', (r.plan ->> '$.id') || ' ' || role.value
      from ${rows}, json_each(r.plan, '$.roles') role where not exists (select 1 from memberships ms
        where ms.person_id = r.plan ->> '$.id' and ms.member_id = r.plan ->> '$.memberId' and ms.role = role.value)`),
    db.run(sql`
      insert into memberships (person_id, member_id, role, granted_at)
      select r.plan ->> '$.id', r.plan ->> '$.memberId', role.value, ${now}
      from ${rows}, json_each(r.plan, '$.roles') role where true on conflict do nothing`),
    // Who was signed in without an organisation now has one to speak for.
    db.run(sql`
      update sessions set member_id = r.plan ->> '$.memberId'
      from ${rows} where sessions.person_id = r.plan ->> '$.id' and sessions.member_id is null`),
  ] as const;
}

/** Queues a welcome for the new people of settled rows: one a person, whatever the file says twice. */
export function queueWelcomes(
  db: Database,
  attempt: Run,
  mails: readonly (ComposedMail & { id: string; to: string; position: number })[],
) {
  const json = JSON.stringify(mails);
  return db.run(sql`
    insert into outbox (id, to_email, subject, text, html, created_at, due_at, attempts)
    select m.value ->> '$.id', m.value ->> '$.to', m.value ->> '$.subject', m.value ->> '$.text', m.value ->> '$.html',
      ${attempt.now}, ${attempt.now}, 0
    from json_each(${json}) m join ${writtenRows(attempt)} on r.position = m.value ->> '$.position'
    where true on conflict (id) do nothing`);
}

/** Takes away the rows of tables that were handed in before this moment, and then the tables. */
export function forgetImports(db: Database, before: number) {
  const old = db.select({ id: imports.id }).from(imports).where(lt(imports.createdAt, before));
  return [
    db.delete(importRows).where(sql`${importRows.importId} in ${old}`),
    db.delete(imports).where(lt(imports.createdAt, before)),
  ] as const;
}
