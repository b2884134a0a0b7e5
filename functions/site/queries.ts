import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/** How many migrations the database had; fails when it is away or empty. */
export function databaseState(db: Database) {
  return db.all<{ migrations: number }>(sql`select count(*) as migrations from schema_migrations`);
}
