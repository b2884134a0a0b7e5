import { sql } from "drizzle-orm";
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Business contact data only. `email` is stored in lower case. `demoKey` names a demo person's button. */
export const people = sqliteTable(
  "people",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    demoKey: text("demo_key"),
    createdAt: integer("created_at").notNull(),
    removedAt: integer("removed_at"),
  },
  (t) => [
    uniqueIndex("people_email").on(t.email).where(sql`removed_at is null`),
    uniqueIndex("people_demo_key").on(t.demoKey),
  ],
);
