import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ABSENCE_CAUSES, TRAVEL_UNITS, VISIT_FORMATS, VISIT_STATES } from "../visit-vocabulary.ts";
import { themes } from "./coding.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { visitOffers } from "./visits-offers.ts";

/**
 * A wish to visit, from the first learning question until after the day. `revision` counts every move; a
 * form names the one it saw. `calendarSequence` rises with every invitation that leaves. `hostMemberId` is empty
 * until the request leaves its own organisation: what waits for approval is nobody else's business.
 */
export const visits = sqliteTable(
  "visits",
  {
    id: text().primaryKey(),
    guestMemberId: text("guest_member_id")
      .notNull()
      .references(() => members.id),
    guestPersonId: text("guest_person_id").references(() => people.id),
    hostMemberId: text("host_member_id").references(() => members.id),
    hostPersonId: text("host_person_id").references(() => people.id),
    offerId: text("offer_id").references(() => visitOffers.id),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
    learningQuestion: text("learning_question").notNull(),
    whatWeBring: text("what_we_bring").notNull().default(""),
    period: text().notNull().default(""),
    preferredFormat: text("preferred_format", { enum: VISIT_FORMATS }),
    /** how far the guests will travel at most, one way; null for no limit */
    travelLimit: integer("travel_limit"),
    travelUnit: text("travel_unit", { enum: TRAVEL_UNITS }),
    seats: integer().notNull(),
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    location: text().notNull().default(""),
    state: text({ enum: VISIT_STATES }).notNull(),
    reason: text().notNull().default(""),
    /** only of a visit that did not take place */
    absenceCause: text("absence_cause", { enum: ABSENCE_CAUSES }),
    /** the number drawn when it came on the waiting list of its offer; kept for ever, so a place is never lost */
    waitingNumber: integer("waiting_number"),
    revision: integer().notNull().default(1),
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    index("visits_guest").on(t.guestMemberId, t.state),
    index("visits_host").on(t.hostMemberId, t.state),
    index("visits_offer").on(t.offerId, t.state, t.waitingNumber),
    index("visits_theme").on(t.themeId, t.state),
  ],
);

/** Every move of a visit, append only: who did what, with the reason or message that went along. */
export const visitEvents = sqliteTable(
  "visit_events",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    revision: integer().notNull(),
    state: text({ enum: VISIT_STATES }).notNull(),
    at: integer().notNull(),
    personId: text("person_id").references(() => people.id),
    note: text().notNull().default(""),
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    /** made for several visits in one statement: the clock still has to send the mail about it */
    isUntold: integer("is_untold", { mode: "boolean" }).notNull().default(false),
    /** no move: this person handed the visit over to a colleague */
    handedFrom: text("handed_from").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.revision] }),
    index("visit_events_untold").on(t.at).where(sql`is_untold = 1`),
  ],
);
