import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIT_ACTIONS } from "../audit-vocabulary.ts";
import { ASSOCIATION_ROLES, MEMBER_ROLES, NOTICE_DELIVERIES, NOTICE_KINDS } from "../vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";

/** One row: the association that this installation serves. */
export const association = sqliteTable(
  "association",
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone").notNull(),
    isDemo: integer("is_demo", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [check("association_is_one_row", sql`${t.id} = 1`)],
);

export const memberships = sqliteTable(
  "memberships",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    grantedAt: integer("granted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.memberId, t.role] }),
    index("memberships_member").on(t.memberId, t.role),
  ],
);

export const associationRoles = sqliteTable(
  "association_roles",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text({ enum: ASSOCIATION_ROLES }).notNull(),
    grantedAt: integer("granted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** `id` is the SHA-256 of the cookie's token, so that a copy of the database opens no session. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_expires").on(t.expiresAt)],
);

/**
 * A code that was mailed. Only who holds the `id` (in the browser that asked) can use it, so the mail
 * alone, or a scanner that reads it, signs nobody in.
 */
export const signInCodes = sqliteTable(
  "sign_in_codes",
  {
    id: text().primaryKey(),
    email: text().notNull(),
    personId: text("person_id").references(() => people.id),
    codeHash: text("code_hash").notNull(),
    /** hash of the network that asked; "" where that cannot be known */
    network: text().notNull().default(""),
    attempts: integer().notNull().default(0),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [
    index("sign_in_codes_email").on(t.email, t.createdAt),
    index("sign_in_codes_network").on(t.network, t.createdAt),
  ],
);

/** Who looked at or changed what. Never the content of an answer. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    personId: text("person_id").references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    action: text({ enum: AUDIT_ACTIONS }).notNull(),
    subject: text().notNull(),
  },
  (t) => [index("audit_entries_at").on(t.at), index("audit_entries_person").on(t.personId)],
);

/**
 * Mail that must leave. `claimedUntil` keeps two deliverers from sending one message twice. A notice carries its
 * kind; with `delivery` "digest" it waits for the mail of that day, "off" is the trace of one that nobody gets.
 */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    toEmail: text("to_email").notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    calendar: text(),
    calendarMethod: text("calendar_method", { enum: ["REQUEST", "CANCEL"] }),
    createdAt: integer("created_at").notNull(),
    dueAt: integer("due_at").notNull(),
    claimedUntil: integer("claimed_until"),
    attempts: integer().notNull().default(0),
    sentAt: integer("sent_at"),
    failedAt: integer("failed_at"),
    lastError: text("last_error"),
    /** when a mail server said that it could not deliver what it had taken */
    bouncedAt: integer("bounced_at"),
    delivery: text({ enum: NOTICE_DELIVERIES }).notNull().default("direct"),
    noticeKind: text("notice_kind", { enum: NOTICE_KINDS }),
    /** where the digest leads for this notice */
    url: text(),
  },
  (t) => [
    index("outbox_due").on(t.sentAt, t.dueAt),
    index("outbox_digest").on(t.delivery, t.sentAt, t.toEmail),
  ],
);
