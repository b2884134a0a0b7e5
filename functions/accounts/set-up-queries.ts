import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { association } from "../../db/schema/tables.ts";
import { openSession } from "./session-queries.ts";

interface SetUp {
  vereniging: string;
  email: string;
  telefoon: string;
  naam: string;
  eigen_email: string;
}

const HOUR_MS = 60 * 60 * 1000;
const MOST_TRIES_AN_HOUR = 10;

/**
 * Counts a try from a network before its code is looked at, so that tries at the same moment count each; no row when
 * that network had its tries of this hour, or somebody set up already.
 */
export function addTry(db: Database, network: string, now: number) {
  return db.all<{ id: number }>(sql`
    insert into set_up_tries (network, at) select ${network}, ${now}
    where not exists (select 1 from association)
      and (select count(*) from set_up_tries where network = ${network} and at > ${now - HOUR_MS}) < ${MOST_TRIES_AN_HOUR}
    returning id`);
}

/** Once an association is there, nobody tries again. */
export const dropTries = (db: Database) =>
  db.run(sql`delete from set_up_tries where exists (select 1 from association)`);

/** Adds the one association; answers no row when somebody was first. */
export function addAssociation(db: Database, setUp: SetUp, now: number) {
  return db
    .insert(association)
    .values({
      id: 1,
      name: setUp.vereniging,
      contactEmail: setUp.email,
      contactPhone: setUp.telefoon,
      isDemo: false,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: association.id });
}

/** Adds the first manager, only in the batch whose association was the first. */
export function addFirstManager(db: Database, personId: string, setUp: SetUp, now: number) {
  return [
    db.run(sql`
      insert into people (id, name, email, created_at)
      select ${personId}, ${setUp.naam}, ${setUp.eigen_email}, ${now} where changes() = 1`),
    db.run(sql`
      insert into association_roles (person_id, role, granted_at)
      select id, 'bureau', ${now} from people where id = ${personId}`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, id, 'role_granted', id || ' bureau' from people where id = ${personId}`),
  ] as const;
}

export function openFirstSession(db: Database, sessionId: string, personId: string, now: number) {
  return openSession(db, sessionId, sql`p.id = ${personId}`, now);
}
