import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { OFFER_LANGUAGES, OFFER_STATES, VISIT_FORMATS } from "../visit-vocabulary.ts";
import { themes } from "./coding.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";

/**
 * What a host opens to others. Without `startsAt` the date is found together ("in overleg"). An offer on several
 * days is one row a day, each with its own seats; `seriesId` is then the id of the first and holds them together.
 */
export const visitOffers = sqliteTable(
  "visit_offers",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    title: text().notNull(),
    format: text({ enum: VISIT_FORMATS }).notNull(),
    whatYouSee: text("what_you_see").notNull(),
    forWhom: text("for_whom").notNull(),
    /** the way there; with the five after it the practical sheet */
    practical: text().notNull().default(""),
    access: text().notNull().default(""),
    parking: text().notNull().default(""),
    diet: text().notNull().default(""),
    safety: text().notNull().default(""),
    /** what visitors may not photograph */
    noPhotos: text("no_photos").notNull().default(""),
    language: text({ enum: OFFER_LANGUAGES }).notNull().default("dutch"),
    location: text().notNull().default(""),
    /** with fewer people the host does not do it */
    seatsMin: integer("seats_min").notNull().default(1),
    seats: integer().notNull(),
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    /** the host answers each request; else a group that fits has its place at once. Only of an offer with a day */
    needsApproval: integer("needs_approval", { mode: "boolean" }).notNull().default(true),
    /** the moment after which nobody can ask for a place; null: until the day itself */
    applyBefore: integer("apply_before"),
    /** the host goes on although fewer people came than the minimum */
    goesAheadAt: integer("goes_ahead_at"),
    /** the host was asked whether to go on */
    minimumAskedAt: integer("minimum_asked_at"),
    seriesId: text("series_id"),
    /** the host's own choice: seen by everybody, signed in or not */
    isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
    state: text({ enum: OFFER_STATES }).notNull(),
    revision: integer().notNull().default(1),
    createdBy: text("created_by").references(() => people.id),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    index("visit_offers_member").on(t.memberId),
    index("visit_offers_state").on(t.state, t.startsAt),
    index("visit_offers_series").on(t.seriesId),
  ],
);

export const offerThemes = sqliteTable(
  "offer_themes",
  {
    offerId: text("offer_id")
      .notNull()
      .references(() => visitOffers.id),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.themeId] }), index("offer_themes_theme").on(t.themeId)],
);
