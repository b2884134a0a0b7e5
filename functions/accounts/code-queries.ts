import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { signInCodes } from "../../db/schema/tables.ts";
import { CODE_MINUTES, MOST_ATTEMPTS, MOST_CODES_A_NETWORK, MOST_CODES_AN_HOUR } from "./sign-in-code.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export interface NewCode {
  id: string;
  codeHash: string;
  email: string;
  /** hash of the network that asks; "" when it cannot be known */
  network: string;
}

/** Forgets old requests: they hold addresses that anybody may have typed. */
export function dropOldCodes(db: Database, now: number) {
  return db.delete(signInCodes).where(lt(signInCodes.createdAt, now - DAY_MS));
}

/** Condition: this code can still be typed. */
const isOpen = (now: number) => sql`used_at is null and expires_at > ${now} and attempts < ${MOST_ATTEMPTS}`;

/** Condition: this request had a code, and that code ended. */
export const hasEnded = (id: string, now: number) =>
  sql`exists (select 1 from sign_in_codes where id = ${id} and not (${isOpen(now)}))`;

/**
 * Stores a code, also for an address that nobody has: what follows is the same. Stores nothing when the
 * address had its codes of this hour from this network, or when this very form was sent before. Counted by network,
 * or else anybody could keep somebody out by asking codes for that address; and no network fills all mailboxes.
 */
export function addCode(db: Database, code: NewCode, now: number, onlyIf = sql`true`) {
  const { id, codeHash, email, network } = code;
  const asked = sql`(select count(*) from sign_in_codes where network = ${network} and created_at > ${now - HOUR_MS}`;
  const fits = network === "" ? sql`true` : sql`${asked}) < ${MOST_CODES_A_NETWORK}`;
  return db.run(sql`
    insert into sign_in_codes (id, email, person_id, code_hash, network, attempts, created_at, expires_at)
    select ${id}, ${email}, (select id from people where email = ${email} and removed_at is null),
      ${codeHash}, ${network}, 0, ${now}, ${now + CODE_MINUTES * 60_000}
    where ${asked} and email = ${email}) < ${MOST_CODES_AN_HOUR} and ${fits} and ${onlyIf}
    on conflict (id) do nothing`);
}

/** Condition: this code was just stored, for a person. */
export const codeIsForPerson = ({ id, codeHash }: NewCode) => sql`exists (
  select 1 from sign_in_codes where id = ${id} and code_hash = ${codeHash} and person_id is not null)`;

/** Of these requests those whose code can be typed: new, or from the first click of two. */
export function openRequests(db: Database, ids: readonly string[], now: number) {
  return db
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(and(inArray(signInCodes.id, [...ids]), isOpen(now)));
}

/**
 * Counts a try, and uses the code up when it is right. One statement, so that tries at the same time cannot
 * share a count. No row: there is no such code, or it ended.
 */
export function tryCode(db: Database, { id, codeHash }: { id: string; codeHash: string }, now: number) {
  return db
    .update(signInCodes)
    .set({
      attempts: sql`${signInCodes.attempts} + 1`,
      usedAt: sql`case when ${signInCodes.codeHash} = ${codeHash} then ${now} end`,
    })
    .where(
      and(
        eq(signInCodes.id, id),
        sql`${signInCodes.usedAt} is null`,
        sql`${signInCodes.expiresAt} > ${now}`,
        lt(signInCodes.attempts, MOST_ATTEMPTS),
      ),
    )
    .returning({ attempts: signInCodes.attempts, usedAt: signInCodes.usedAt });
}

/**
 * Picks the person of a code in the statement right after `tryCode`. `changes()` is 1 only when that try
 * counted, so a code that was used before opens nothing.
 */
export const personOfCode = ({ id, codeHash }: { id: string; codeHash: string }) => sql`changes() = 1
  and p.id = (select person_id from sign_in_codes
    where id = ${id} and code_hash = ${codeHash} and used_at is not null)`;
