import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PROFILE_OUTCOMES } from "../vocabulary.ts";
import { profileValues } from "./members.ts";
import { people } from "./people.ts";
import { items, responses } from "./questionnaires.ts";

/** What an organisation did, in a response, with a value that its profile offered. No row: nothing yet. */
export const profileOutcomes = sqliteTable(
  "profile_outcomes",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    outcome: text({ enum: PROFILE_OUTCOMES }).notNull(),
    /** the value that was offered */
    profileValueId: text("profile_value_id").references(() => profileValues.id),
    saidAt: integer("said_at").notNull(),
    saidBy: text("said_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId] })],
);
