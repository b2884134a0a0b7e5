import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { DIRECTORY_MARKS, SIZE_CLASSES, STANDING_KINDS } from "../vocabulary.ts";
import { members } from "./members.ts";

/**
 * The days for which it is kept what each member is. Of kind `reference`: the reference date of a round, in the
 * division of that day. Of kind `present`: the profile of now, with inhabitants as known from this day on, until the
 * next such day; so no clock has to turn at midnight.
 */
export const standingDays = sqliteTable(
  "standing_days",
  {
    id: integer().primaryKey(),
    kind: text({ enum: STANDING_KINDS }).notNull(),
    day: text().notNull(),
    /** the newest reference date of inhabitants by then; null: nothing was counted yet */
    countedOn: text("counted_on"),
  },
  (t) => [uniqueIndex("standing_days_day").on(t.kind, t.day)],
);

/**
 * What a member that has municipalities is on such a day. Triggers of migration 0004 write it whenever something
 * changes that it follows from; no statement of the app does.
 */
export const memberStandings = sqliteTable(
  "member_standings",
  {
    dayId: integer("day_id")
      .notNull()
      .references(() => standingDays.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** how many */
    municipalities: integer().notNull(),
    /** together, each municipality once */
    inhabitants: integer().notNull(),
    sizeClass: text("size_class", { enum: SIZE_CLASSES }).notNull(),
    /** where most of its inhabitants live; of equal ones the first by name */
    province: text().notNull(),
    /** the part of the country where most live; of equal ones the first */
    part: text(),
  },
  (t) => [
    primaryKey({ columns: [t.dayId, t.memberId] }),
    index("member_standings_inhabitants").on(t.dayId, t.inhabitants, t.memberId),
    index("member_standings_size").on(t.dayId, t.sizeClass, t.memberId),
  ],
);

/**
 * How many members that did not leave have each value by which the directory is filtered, and work in each
 * municipality. Kept by triggers. Who leaves or joins on a day that lies ahead is added by the reader: these are few.
 */
export const directoryCounts = sqliteTable(
  "directory_counts",
  {
    mark: text({ enum: DIRECTORY_MARKS }).notNull(),
    /** of a size class: of which present day; 0 for all else */
    dayId: integer("day_id").notNull(),
    code: text().notNull(),
    members: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mark, t.dayId, t.code] })],
);
