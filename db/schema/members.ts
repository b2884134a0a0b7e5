import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ANSWER_SOURCES, ANSWER_STATES, MUNICIPALITY_CLASSES, PROFILE_FIELDS } from "../vocabulary.ts";
import { people } from "./people.ts";
import type { AnswerValue } from "./values.ts";

export const members = sqliteTable(
  "members",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    /** name and places, without accents and capitals; the directory searches in `search_entries` */
    searchKey: text("search_key").notNull(),
    /** other names by which people know it, as typed; the directory finds it by these too */
    synonyms: text().notNull().default(""),
    website: text(),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    joinedOn: text("joined_on").notNull(),
    leftOn: text("left_on"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("members_slug").on(t.slug),
    index("members_name").on(t.name),
    index("members_joined").on(t.joinedOn, t.leftOn),
    index("members_left").on(t.leftOn),
  ],
);

/** A municipality as it is or was by law: valid from/to, and who took over. */
export const municipalities = sqliteTable(
  "municipalities",
  {
    code: text().primaryKey(),
    name: text().notNull(),
    officialName: text("official_name").notNull(),
    /** everyday name, official name and synonyms, without accents and capitals */
    searchKey: text("search_key").notNull(),
    province: text().notNull(),
    municipalityClass: text("municipality_class", { enum: MUNICIPALITY_CLASSES }).notNull(),
    latitude: real().notNull(),
    longitude: real().notNull(),
    validFrom: text("valid_from").notNull(),
    validTo: text("valid_to"),
    successorCode: text("successor_code"),
  },
  (t) => [index("municipalities_successor").on(t.successorCode)],
);

/** Inhabitants always travel with their reference date. */
export const municipalityInhabitants = sqliteTable(
  "municipality_inhabitants",
  {
    code: text()
      .notNull()
      .references(() => municipalities.code),
    referenceOn: text("reference_on").notNull(),
    inhabitants: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.referenceOn] }),
    index("municipality_inhabitants_counted").on(t.referenceOn, t.code),
  ],
);

/** Managed lists of choices: a code is for ever, its label and validity may change. */
export const choices = sqliteTable(
  "choices",
  {
    /** a list of the profile (`CHOICE_LISTS`) or one of `choice_lists` */
    list: text().notNull(),
    code: text().notNull(),
    label: text().notNull(),
    synonyms: text().notNull().default(""),
    position: integer().notNull(),
    validFrom: text("valid_from").notNull(),
    validTo: text("valid_to"),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
);

/** Lists that monitoring made for questions of its own; those of the profile have no row. */
export const choiceLists = sqliteTable("choice_lists", {
  list: text().primaryKey(),
  title: text().notNull(),
  createdAt: integer("created_at").notNull(),
  /** counts up with each edit; an edit names the one it saw */
  revision: integer().notNull().default(1),
  /** of the request that edited last; what else it writes looks for this word */
  token: text().notNull().default(""),
});

/**
 * Every value a profile ever had: what, who said it, when, about which date, from where. The current one
 * has no `supersededAt`.
 */
export const profileValues = sqliteTable(
  "profile_values",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    field: text({ enum: PROFILE_FIELDS }).notNull(),
    state: text({ enum: ANSWER_STATES }).notNull(),
    value: text({ mode: "json" }).$type<AnswerValue>(),
    referenceOn: text("reference_on").notNull(),
    source: text({ enum: ANSWER_SOURCES }).notNull(),
    saidBy: text("said_by").references(() => people.id),
    saidAt: integer("said_at").notNull(),
    /** the round of the signed response that it comes from */
    roundId: text("round_id"),
    /** first day on which it holds, when that is another than the day it was said: that of a merger */
    validFrom: text("valid_from"),
    supersededAt: integer("superseded_at"),
  },
  (t) => [
    uniqueIndex("profile_values_current").on(t.memberId, t.field).where(sql`superseded_at is null`),
    index("profile_values_history").on(t.memberId, t.field, t.saidAt),
  ],
);

/**
 * Where a member works: the current `municipalities` value as rows, so that SQL can join on it. Written in
 * the same batch as that value, never apart from it.
 */
export const memberMunicipalities = sqliteTable(
  "member_municipalities",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    code: text()
      .notNull()
      .references(() => municipalities.code),
    /** the merger, or the change after a published round, by which it came to work here; null: since whenever */
    since: text(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.code] }), index("member_municipalities_code").on(t.code)],
);
