import type { InArgs, ResultSet } from "@libsql/client/http";
import { Column, is, SQL, Subquery } from "drizzle-orm";
import { Results } from "./results.ts";

type Decode = (value: unknown) => unknown;

/** A statement as the library prepares it for a batch, which it does not tell: looked at with care. */
export interface Preparable {
  _prepare(): PreparedStatement;
}

interface PreparedStatement {
  getQuery(): { sql: string; params: InArgs };
  mapResult(result: ResultSet, isFromBatch: boolean): unknown;
  executeMethod?: unknown;
  fields?: readonly { path: readonly string[]; field: unknown }[];
  customResultMapper?: unknown;
}

/**
 * The rows of a statement as its fields say. Where each field is a value of the row itself it is worked out once
 * how to read it; the library works it out again for every value. All else (fields within fields, as of joined
 * tables, and bytes) is left to the library.
 */
export function rowsOf(prepared: PreparedStatement, result: ResultSet): unknown {
  const { fields, executeMethod, customResultMapper } = prepared;
  const isPlain = executeMethod === "all" && customResultMapper === undefined && result instanceof Results;
  if (!isPlain || !fields?.every(({ path }) => path.length === 1) || holdsBytes(result))
    return prepared.mapResult(result, true);
  const columns = fields.map(({ path, field }) => ({ name: path[0] ?? "", decode: decoderOf(field) }));
  return result.values.map((values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < columns.length; at++) {
      const [column, value] = [columns[at], values[at]];
      if (column) row[column.name] = value === null || !column.decode ? value : column.decode(value);
    }
    return row;
  });
}

const holdsBytes = ({ values }: Results): boolean =>
  values.some((row) => row.some((value) => typeof value === "object" && value !== null));

/** How a value becomes what the field holds; undefined when it is that already. */
function decoderOf(field: unknown): Decode | undefined {
  if (is(field, Column)) {
    const isAsStored = field.mapFromDriverValue === Column.prototype.mapFromDriverValue;
    return isAsStored ? undefined : (value) => field.mapFromDriverValue(value);
  }
  const { decoder } = (is(field, SQL)
    ? field
    : is(field, Subquery)
      ? field._.sql
      : (field as SQL.Aliased).sql) as unknown as {
    decoder: { mapFromDriverValue: Decode };
  };
  return (value) => decoder.mapFromDriverValue(value);
}
