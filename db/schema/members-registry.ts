import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { REGION_KINDS } from "../vocabulary.ts";
import { members, municipalities } from "./members.ts";
import { people } from "./people.ts";

/** A region of municipalities: for youth care, public health or work. */
export const regions = sqliteTable("regions", {
  id: text().primaryKey(),
  kind: text({ enum: REGION_KINDS }).notNull(),
  name: text().notNull(),
});

/** To which region a municipality belongs or belonged: one of each kind at a time. */
export const municipalityRegions = sqliteTable(
  "municipality_regions",
  {
    code: text()
      .notNull()
      .references(() => municipalities.code),
    regionId: text("region_id")
      .notNull()
      .references(() => regions.id),
    validFrom: text("valid_from").notNull(),
    /** first day without; null: still */
    validTo: text("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.regionId, t.validFrom] }),
    index("municipality_regions_region").on(t.regionId),
  ],
);

/** Decisions that municipalities go on together, from a day, as `successorCode`: a new one, or one of them. */
export const municipalityMergers = sqliteTable("municipality_mergers", {
  id: text().primaryKey(),
  successorCode: text("successor_code")
    .notNull()
    .references(() => municipalities.code),
  fromOn: text("from_on").notNull(),
  decidedBy: text("decided_by").references(() => people.id),
  decidedAt: integer("decided_at").notNull(),
  /** when the profiles of members followed; null: the day has not come */
  appliedAt: integer("applied_at"),
});

/**
 * From `since`, `code` comprises what was `partCode`, also by way of one in between. Written when the day of a merger
 * has come; it says of its successors what SQL would need recursion for (`partsOf` says the same).
 */
export const municipalityParts = sqliteTable(
  "municipality_parts",
  {
    code: text()
      .notNull()
      .references(() => municipalities.code),
    partCode: text("part_code")
      .notNull()
      .references(() => municipalities.code),
    since: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.partCode] }), index("municipality_parts_part").on(t.partCode)],
);

/**
 * Where a member worked before a merger, or before it said otherwise after a published round: what rounds of before
 * then are counted by.
 */
export const memberMunicipalitiesEnded = sqliteTable(
  "member_municipalities_ended",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    code: text()
      .notNull()
      .references(() => municipalities.code),
    /** the merger or the change through which it came to work here; null: since whenever */
    since: text(),
    /** first day without: that of the merger, or the one after the reference date of the published round */
    until: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.code, t.until] }),
    index("member_municipalities_ended_code").on(t.code),
  ],
);
