import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { OFFER_STATES, VISIT_FORMATS } from "../vocabulary.ts";
import { themes } from "./coding.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";

/** What a host opens to others. Without `startsAt` the date is found together ("in overleg"). */
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
    practical: text().notNull().default(""),
    location: text().notNull().default(""),
    seats: integer().notNull(),
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    state: text({ enum: OFFER_STATES }).notNull(),
    revision: integer().notNull().default(1),
    createdBy: text("created_by").references(() => people.id),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [index("visit_offers_member").on(t.memberId), index("visit_offers_state").on(t.state, t.startsAt)],
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
