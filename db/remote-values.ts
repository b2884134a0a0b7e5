import type { InArgs, InValue, ResultSet, Row } from "@libsql/client/http";
import { Results } from "./results.ts";
import { rowMaker } from "./rows.ts";
import type { BoundStatement } from "./statements.ts";

type HranaValue =
  | { type: "null" }
  | { type: "integer" | "text"; value: string }
  | { type: "float"; value: number }
  | { type: "blob"; base64: string };

/** A statement as Hrana takes it. */
export interface HranaStatement {
  sql: string;
  args?: HranaValue[];
  named_args?: { name: string; value: HranaValue }[];
  want_rows: boolean;
}

/** What a statement gave, as Hrana answers it. */
export interface HranaResult {
  cols: { name: string | null; decltype?: string | null }[];
  rows: HranaValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
}

const INTEGER_MAX = 2n ** 63n - 1n;
/** Statements are known by their columns, so that rows of the next request need no new class. */
const MAKERS_MAX = 1000;
const makers = new Map<string, (values: unknown[]) => Row>();

/** A statement with its values. Throws RangeError for an integer of more than 64 bits. */
export function hranaStatement({ sql, args }: BoundStatement): HranaStatement {
  if (Array.isArray(args)) return { sql, args: args.map(encoded), want_rows: true };
  const named = Object.entries(args as Exclude<InArgs, unknown[]>);
  return {
    sql,
    named_args: named.map(([name, value]) => ({ name, value: encoded(value) })),
    want_rows: true,
  };
}

/** The rows of an answer. Throws RangeError when an integer in it is none that a number holds exactly. */
export function resultOf({ cols, rows, affected_row_count, last_insert_rowid }: HranaResult): ResultSet {
  const columns = cols.map(({ name }) => name ?? "");
  const shape = { columns, columnTypes: cols.map(({ decltype }) => decltype ?? ""), row: makerOf(columns) };
  const lastInsertRowid = last_insert_rowid === null ? undefined : BigInt(last_insert_rowid);
  const values = rows.map((row) => row.map(decoded));
  return new Results(shape, values, affected_row_count, lastInsertRowid);
}

/** Makes the maker when the first row is asked for. */
function makerOf(columns: readonly string[]): (values: unknown[]) => Row {
  let make: ((values: unknown[]) => Row) | undefined;
  return (values) => {
    make ??= knownMaker(columns);
    return make(values);
  };
}

function knownMaker(columns: readonly string[]): (values: unknown[]) => Row {
  const key = columns.join("\n");
  const known = makers.get(key);
  if (known) return known;
  const made = rowMaker(columns);
  if (makers.size >= MAKERS_MAX) makers.clear();
  makers.set(key, made);
  return made;
}

function encoded(value: InValue): HranaValue {
  if (value === null) return { type: "null" };
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "bigint") {
    if (value > INTEGER_MAX || value < -INTEGER_MAX - 1n)
      throw new RangeError("An integer of more than 64 bits cannot be stored");
    return { type: "integer", value: String(value) };
  }
  if (value instanceof ArrayBuffer || value instanceof Uint8Array)
    return { type: "blob", base64: base64Of(new Uint8Array(value)) };
  throw new TypeError("A value of this type cannot be stored");
}

function decoded(value: HranaValue): unknown {
  switch (value.type) {
    case "text":
    case "float":
      return value.value;
    case "integer": {
      const number = Number(value.value);
      if (!Number.isSafeInteger(number))
        throw new RangeError(`${value.value} is more than a number can hold`);
      return number;
    }
    case "blob":
      return bytesOf(value.base64).buffer;
    default:
      return null;
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
