import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PERSPECTIVES } from "../vocabulary.ts";
import { people } from "./people.ts";

/**
 * A local measurement in which two audiences answered the same statements. Its respondents are people, not
 * organisations, and they never come in here: only how many stood on each step.
 */
export const perspectiveMeasurements = sqliteTable("perspective_measurements", {
  id: text().primaryKey(),
  title: text().notNull(),
  measuredOn: text("measured_on").notNull(),
  /** where the counts come from */
  source: text().notNull(),
  firstPerspective: text("first_perspective", { enum: PERSPECTIVES }).notNull(),
  secondPerspective: text("second_perspective", { enum: PERSPECTIVES }).notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").references(() => people.id),
});

/** One statement as both sides answered it: respondents on each of the five steps, low to high. */
export const perspectiveStatements = sqliteTable(
  "perspective_statements",
  {
    measurementId: text("measurement_id")
      .notNull()
      .references(() => perspectiveMeasurements.id),
    concept: text().notNull(),
    position: integer().notNull(),
    wording: text().notNull(),
    firstCounts: text("first_counts", { mode: "json" }).$type<number[]>().notNull(),
    secondCounts: text("second_counts", { mode: "json" }).$type<number[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.measurementId, t.concept] })],
);
