import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CONTACT_ROLES } from "../vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";

/** Whom to turn to at an organisation: one person a role. Name and address stand with the person alone. */
export const memberContacts = sqliteTable(
  "member_contacts",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    role: text({ enum: CONTACT_ROLES }).notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** first day, "2026-11-22" */
    since: text().notNull(),
    /** when the person, or a colleague, last said that it is right; naming somebody says so too */
    confirmedAt: integer("confirmed_at").notNull(),
    /** when the person was last asked whether it is still right */
    askedAt: integer("asked_at"),
    /** counts up with each change; a form names the one it saw */
    revision: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.role] }),
    index("member_contacts_person").on(t.personId),
    index("member_contacts_confirmed").on(t.confirmedAt),
  ],
);

/** Somebody's open work at an organisation went to a colleague, or, without one, was let go on purpose. */
export const handovers = sqliteTable(
  "handovers",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    fromPersonId: text("from_person_id")
      .notNull()
      .references(() => people.id),
    /** null: let go */
    toPersonId: text("to_person_id").references(() => people.id),
    byPersonId: text("by_person_id").references(() => people.id),
    at: integer().notNull(),
    /** how many open things went along */
    things: integer().notNull(),
  },
  (t) => [index("handovers_member").on(t.memberId, t.at)],
);
