import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { UNPLACED_CAUSES } from "../visit-vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { visits } from "./visits.ts";
import { visitOffers } from "./visits-offers.ts";

/** A "ruilbeurs": once a year all open requests divided over the hosts. Nothing is booked by it. */
export const visitExchanges = sqliteTable(
  "visit_exchanges",
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    computedAt: integer("computed_at").notNull(),
    /** null when the command on the server made it */
    computedBy: text("computed_by").references(() => people.id),
  },
  (t) => [uniqueIndex("visit_exchanges_year").on(t.year)],
);

/**
 * What an exchange proposes for one request, or why it found no host. Neither score nor reasons are kept: they
 * are computed when somebody looks, so that an answer that was closed since is in neither. Whether it was taken
 * up follows from the visit itself.
 */
export const exchangeProposals = sqliteTable(
  "exchange_proposals",
  {
    id: text().primaryKey(),
    exchangeId: text("exchange_id")
      .notNull()
      .references(() => visitExchanges.id),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    guestMemberId: text("guest_member_id")
      .notNull()
      .references(() => members.id),
    hostMemberId: text("host_member_id").references(() => members.id),
    offerId: text("offer_id").references(() => visitOffers.id),
    /** 1 for the first visit of this guest in the exchange; null without a host */
    wave: integer(),
    /** null with a host */
    cause: text({ enum: UNPLACED_CAUSES }),
    declinedByGuestAt: integer("declined_by_guest_at"),
    declinedByHostAt: integer("declined_by_host_at"),
  },
  (t) => [
    uniqueIndex("exchange_proposals_visit").on(t.exchangeId, t.visitId),
    index("exchange_proposals_guest").on(t.guestMemberId),
    index("exchange_proposals_host").on(t.hostMemberId),
    index("exchange_proposals_request").on(t.visitId),
  ],
);
