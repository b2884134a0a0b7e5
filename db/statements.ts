import type { InArgs, InStatement, InValue } from "@libsql/client/http";

/** A statement as SQL text with the values for its question marks (or named parameters). */
export type BoundStatement = { sql: string; args: InArgs };

const READS = /^\s*(select|values|explain)\b/i;
const WITH = /^\s*with\b/i;
const WRITING_WORD = /\b(insert|update|delete|replace)\b/i;

/**
 * Whether a statement only reads. A `with` that mentions a writing word counts as a write: a read that is
 * taken for a write costs a lock, a write that is taken for a read can fail when it upgrades its lock.
 */
export function onlyReads(sql: string): boolean {
  return READS.test(sql) || (WITH.test(sql) && !WRITING_WORD.test(sql));
}

/** Any form in which libSQL accepts a statement, as SQL and values. Whole numbers become integers. */
export function boundStatement(statement: InStatement | [string, InArgs?], args?: InArgs): BoundStatement {
  if (typeof statement === "string") return { sql: statement, args: withIntegers(args) };
  if (Array.isArray(statement)) return { sql: statement[0], args: withIntegers(statement[1]) };
  return { sql: statement.sql, args: withIntegers(statement.args) };
}

/** The same values, whole numbers as bigint: both drivers bind a number as REAL, and text would store '5.0'. */
function withIntegers(args: InArgs | undefined): InArgs {
  if (args === undefined) return [];
  if (Array.isArray(args)) return args.map(storable);
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, storable(value)]));
}

function storable(value: InValue | undefined): InValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1n : 0n;
  const plain = value instanceof Date ? value.valueOf() : value;
  if (typeof plain !== "number") return plain;
  if (!Number.isFinite(plain))
    throw new RangeError("Only finite numbers can be stored (not NaN or Infinity)");
  return Number.isSafeInteger(plain) ? BigInt(plain) : plain;
}
