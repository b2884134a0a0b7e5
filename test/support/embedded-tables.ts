import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";

/** Tables that show how values and locks behave, apart from the product's own. */
export const accounts = sqliteTable("accounts", { id: text().primaryKey(), balance: integer().notNull() });

export const entries = sqliteTable("entries", {
  id: text().primaryKey(),
  accountId: text("account_id").references(() => accounts.id),
  amount: integer(),
  note: text(),
  file: blob({ mode: "buffer" }),
});

/** Makes the tables, with one account whose balance is 0. */
export async function createTables(db: Database): Promise<void> {
  await db.$client.batch([
    "create table accounts (id text primary key, balance integer not null check (balance >= 0))",
    "create table entries (id text primary key, account_id text references accounts (id), amount integer, note text, file blob)",
    "insert into accounts values ('kas', 0)",
  ]);
}
