import { asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { perspectiveMeasurements, perspectiveStatements } from "../../db/schema/tables.ts";
import type { Perspective } from "../../db/vocabulary.ts";

/** A list ends here; a page that goes on for ever helps nobody. */
const MOST_LISTED = 200;

/** Every measurement from two sides, newest first. */
export const perspectivesList = (db: Database) =>
  db
    .select({
      id: perspectiveMeasurements.id,
      title: perspectiveMeasurements.title,
      measuredOn: perspectiveMeasurements.measuredOn,
      first: perspectiveMeasurements.firstPerspective,
      second: perspectiveMeasurements.secondPerspective,
      statements: sql<number>`(select count(*) from perspective_statements s
        where s.measurement_id = ${perspectiveMeasurements.id})`,
    })
    .from(perspectiveMeasurements)
    .orderBy(desc(perspectiveMeasurements.measuredOn), asc(perspectiveMeasurements.title))
    .limit(MOST_LISTED);

export const perspectivesById = (db: Database, id: string) =>
  db.select().from(perspectiveMeasurements).where(eq(perspectiveMeasurements.id, id));

/** The statements in the order in which they were added. Counts: for who works them out, not for a page. */
export const statementsOf = (db: Database, id: string) =>
  db
    .select()
    .from(perspectiveStatements)
    .where(eq(perspectiveStatements.measurementId, id))
    .orderBy(asc(perspectiveStatements.position));

export interface NewPerspectives {
  id: string;
  title: string;
  measuredOn: string;
  source: string;
  firstPerspective: Perspective;
  secondPerspective: Perspective;
  createdAt: number;
  createdBy: string;
}

/** Adds a measurement and notes it; the same form twice adds it once. */
export const perspectivesAdded = (db: Database, measurement: NewPerspectives) =>
  [
    db.insert(perspectiveMeasurements).values(measurement).onConflictDoNothing(),
    db.run(sql`insert into audit_entries (at, person_id, action, subject)
      select ${measurement.createdAt}, ${measurement.createdBy}, 'perspectives_added', ${measurement.id} where changes() > 0`),
  ] as const;

export interface NewStatement {
  measurementId: string;
  concept: string;
  wording: string;
  firstCounts: number[];
  secondCounts: number[];
}

/** Adds a statement at the end; answers no row when this concept is there already, and what stands there. */
export const statementAdded = (
  db: Database,
  { measurementId, ...statement }: NewStatement,
  at: number,
  by: string,
) =>
  [
    db.all<{ concept: string }>(sql`
    insert into perspective_statements (measurement_id, concept, position, wording, first_counts, second_counts)
    select m.id, ${statement.concept}, 1 + (select count(*) from perspective_statements s where s.measurement_id = m.id),
      ${statement.wording}, ${JSON.stringify(statement.firstCounts)}, ${JSON.stringify(statement.secondCounts)}
    from perspective_measurements m where m.id = ${measurementId} on conflict do nothing returning concept`),
    db.run(sql`insert into audit_entries (at, person_id, action, subject)
    select ${at}, ${by}, 'perspectives_added', ${measurementId} where changes() > 0`),
    statementsOf(db, measurementId),
  ] as const;

/** Takes one statement away, or (null) the whole measurement, and notes it; twice is as good as once. */
export const perspectivesRemoved = (
  db: Database,
  { id, concept, at, by }: { id: string; concept: string | null; at: number; by: string },
) =>
  [
    db.run(sql`delete from perspective_statements
      where measurement_id = ${id} and concept = coalesce(${concept}, concept)`),
    db.run(sql`delete from perspective_measurements where id = ${id} and ${concept === null}`),
    db.run(sql`insert into audit_entries (at, person_id, action, subject)
      values (${at}, ${by}, 'perspectives_removed', ${concept === null ? id : `${id}/${concept}`})`),
  ] as const;
