import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { BOARD_ATTRIBUTES, BOARD_STATES, RESPONSE_STATES, SIZE_CLASSES } from "../vocabulary.ts";
import { members } from "./members.ts";
import { rounds } from "./questionnaires.ts";

/** How far each member of a round is: the response board. Triggers of migration 0004 write it. */
export const boardMembers = sqliteTable(
  "board_members",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** who has signed, has signed, also when a new version is being worked on */
    stand: text({ enum: BOARD_STATES }).notNull(),
    /** of the latest version of the latest response; null when nothing was begun */
    state: text({ enum: RESPONSE_STATES }),
    /** separate responses of this organisation */
    responses: integer().notNull(),
    firstSignedAt: integer("first_signed_at"),
    lastSignedAt: integer("last_signed_at"),
    /** of `member_standings`, on the reference date of the round */
    sizeClass: text("size_class", { enum: SIZE_CLASSES }),
    part: text(),
    province: text(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.memberId] }),
    index("board_members_member").on(t.memberId),
    index("board_members_stand").on(t.roundId, t.stand, t.memberId),
  ],
);

/** The counts of the response board; follow `board_members` by trigger. */
export const boardCounts = sqliteTable(
  "board_counts",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    attribute: text({ enum: BOARD_ATTRIBUTES }).notNull(),
    /** a state, a size class, a part, a province, or the hour of the first signing; "" for none */
    value: text().notNull(),
    members: integer().notNull(),
    begun: integer().notNull(),
    signed: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.attribute, t.value] })],
);
