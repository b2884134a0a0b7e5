import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InStatement } from "@libsql/client/http";
import * as z from "zod";
import type { Database } from "./client.ts";

/** A migration: the name of its file without `.sql`, and its statements in order. */
export type Migration = { name: string; statements: string[] };

const journalShape = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });
const APPLIED = "schema_migrations";

/**
 * Brings the database to the newest schema, one migration at a time, each wholly or not at all. Doing it
 * twice does nothing; two processes may do it at once. Works on an embedded and on a remote database.
 *
 * @param directory where drizzle-kit writes (`db/migrations`)
 * @returns the names of the migrations that this call applied
 * @throws Error naming the migration that failed; those before it stay applied
 */
export async function migrate(db: Database, directory: string): Promise<string[]> {
  await db.$client.execute(
    `create table if not exists ${APPLIED} (name text primary key not null, applied_at integer not null)`,
  );
  const applied: string[] = [];
  for (const migration of await pendingMigrations(db, directory)) {
    if (await apply(db, migration)) applied.push(migration.name);
  }
  return applied;
}

/**
 * The migrations in the directory that this database does not have, in order. Changes nothing.
 *
 * @throws Error when the database has a migration that the directory lacks: it is of a newer version
 */
export async function pendingMigrations(db: Database, directory: string): Promise<Migration[]> {
  const migrations = await readMigrations(directory);
  const names = await appliedNames(db);
  const unknown = [...names].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new Error(`The database is newer than this version: it has the migration ${unknown.join(", ")}.`);
  }
  return migrations.filter(({ name }) => !names.has(name));
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const journal = journalShape.parse(
    JSON.parse(await readFile(join(directory, "meta/_journal.json"), "utf8")),
  );
  const entries = journal.entries.toSorted((a, b) => a.idx - b.idx);
  return Promise.all(
    entries.map(async ({ tag }) => {
      const text = await readFile(join(directory, `${tag}.sql`), "utf8");
      const statements = text.split("--> statement-breakpoint").map((statement) => statement.trim());
      return { name: tag, statements: statements.filter((statement) => statement !== "") };
    }),
  );
}

async function appliedNames(db: Database): Promise<Set<string>> {
  const [tables, names] = [
    `select name from sqlite_master where type = 'table' and name = '${APPLIED}'`,
    `select name from ${APPLIED}`,
  ];
  const { rows } = await db.$client.execute(tables);
  if (rows.length === 0) return new Set();
  return new Set((await db.$client.execute(names)).rows.map((row) => String(row.name)));
}

/** Answers false when another process was first. */
async function apply(db: Database, { name, statements }: Migration): Promise<boolean> {
  // The row comes first: it takes the write lock, and its key stops whoever comes second before any change.
  const claim: InStatement = {
    sql: `insert into ${APPLIED} (name, applied_at) values (?, ?)`,
    args: [name, Date.now()],
  };
  try {
    await db.$client.migrate([claim, ...statements]);
    return true;
  } catch (fault) {
    if ((await appliedNames(db)).has(name)) return false;
    throw new Error(`The migration ${name} failed and was undone.`, { cause: fault });
  }
}
