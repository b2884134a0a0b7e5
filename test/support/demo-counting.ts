import type { InValue } from "@libsql/client/http";
import { seedDemo } from "../../db/demo/seed.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "./temporary-database.ts";

/** The day on which the demo of these tests is seeded: Saturday 21 November 2026, noon in Amsterdam. */
export const SEEDED_ON = new Date("2026-11-21T11:00:00Z");

export interface CountedDemo extends TemporaryDatabase {
  /** The rows that a piece of SQL finds. */
  rows(sql: string, args?: InValue[]): Promise<Record<string, unknown>[]>;
  /** The first column of its first row, as a number. */
  count(sql: string, args?: InValue[]): Promise<number>;
}

/** A database of its own with the registry and the demo association. */
export async function openDemoForCounting(): Promise<CountedDemo> {
  const temporary = await openTemporaryDatabase();
  await seedRegistry(temporary.db);
  await seedDemo(temporary.db, SEEDED_ON);
  const rows: CountedDemo["rows"] = async (sql, args = []) => {
    const result = await temporary.db.$client.execute({ sql, args });
    return result.rows.map((row) => ({ ...row }));
  };
  const count: CountedDemo["count"] = async (sql, args) => {
    const [row] = await rows(sql, args);
    return Number(Object.values(row ?? {})[0]);
  };
  return { ...temporary, rows, count };
}
