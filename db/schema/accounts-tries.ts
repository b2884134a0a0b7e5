import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Codes that were typed to set up an empty installation; emptied once that is done. */
export const setUpTries = sqliteTable(
  "set_up_tries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** hash of the network that tried; "" where that cannot be known */
    network: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [index("set_up_tries_network").on(t.network, t.at)],
);
