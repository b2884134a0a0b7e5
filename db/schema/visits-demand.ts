import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DRAFT_CONCEPTS, DRAFT_STATES } from "../visit-vocabulary.ts";
import { themes } from "./coding.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { rounds } from "./questionnaires.ts";
import { visits } from "./visits.ts";
import { visitOffers } from "./visits-offers.ts";

/**
 * What an organisation did with its own answer on curiosity (5A2) or pride (5C1). Without a row the draft is the
 * signed answer itself. Only an edited draft holds text; a published or discarded one holds none.
 */
export const visitDrafts = sqliteTable(
  "visit_drafts",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    concept: text({ enum: DRAFT_CONCEPTS }).notNull(),
    state: text({ enum: DRAFT_STATES }).notNull(),
    themeId: text("theme_id").references(() => themes.id),
    text: text().notNull().default(""),
    visitId: text("visit_id").references(() => visits.id),
    offerId: text("offer_id").references(() => visitOffers.id),
    revision: integer().notNull().default(1),
    updatedAt: integer("updated_at").notNull(),
    updatedBy: text("updated_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.roundId, t.concept] })],
);

/** How much an organisation can receive. Without a row it sets no limits. */
export const hostSettings = sqliteTable("host_settings", {
  memberId: text("member_id")
    .primaryKey()
    .references(() => members.id),
  /** receptions in a calendar quarter; null for no maximum */
  maxPerQuarter: integer("max_per_quarter"),
  /** days that the host needs between a request and the day */
  leadDays: integer("lead_days").notNull().default(0),
  isPaused: integer("is_paused", { mode: "boolean" }).notNull().default(false),
  revision: integer().notNull().default(1),
  updatedAt: integer("updated_at").notNull(),
  updatedBy: text("updated_by").references(() => people.id),
});

/** A week in which a host receives nobody, from Monday to Monday in Amsterdam. */
export const hostBlackouts = sqliteTable(
  "host_blackouts",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** the Monday, "2026-12-21" */
    weekOn: text("week_on").notNull(),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.weekOn] }),
    index("host_blackouts_period").on(t.memberId, t.startsAt),
  ],
);
