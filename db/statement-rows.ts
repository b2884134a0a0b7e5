import type { InArgs, ResultSet } from "@libsql/client/http";
import { Column, getTableName, is, SQL, Subquery } from "drizzle-orm";
import { Results } from "./results.ts";

type Decode = (value: unknown) => unknown;
type Row = Record<string, unknown>;

/** A statement as the library prepares it for a batch, which it does not tell: looked at with care. */
export interface Preparable {
  _prepare(): PreparedStatement;
}

interface PreparedStatement {
  getQuery(): { sql: string; params: InArgs };
  mapResult(result: ResultSet, isFromBatch: boolean): unknown;
  executeMethod?: unknown;
  fields?: readonly Field[];
  /** by table, whether a joined row is always there */
  joinsNotNullableMap?: Record<string, boolean>;
  customResultMapper?: unknown;
}

interface Field {
  path: readonly string[];
  field: unknown;
}

/** Where a value goes: into the row itself, or into an object within it. */
interface Place {
  group: string | null;
  name: string;
  decode: Decode | undefined;
}

/**
 * The rows of a statement as its fields say. It is worked out once how to read each field; the library works it
 * out again for every value. What is rare (fields three deep, bytes) is left to the library.
 */
export function rowsOf(prepared: PreparedStatement, result: ResultSet): unknown {
  const { fields, executeMethod, customResultMapper, joinsNotNullableMap } = prepared;
  const isKnown = executeMethod === "all" && customResultMapper === undefined && result instanceof Results;
  if (!isKnown || !fields?.every(({ path }) => path.length <= 2) || holdsBytes(result))
    return prepared.mapResult(result, true);
  const places = fields.map(placeOf);
  const absent = joinsNotNullableMap ? absentGroups(fields, joinsNotNullableMap) : [];
  return result.values.map((values) => {
    const row: Row = {};
    for (let at = 0; at < places.length; at++) place(row, places[at] as Place, values[at]);
    for (const { group, name } of absent) if ((row[group] as Row)[name] === null) row[group] = null;
    return row;
  });
}

function place(row: Row, { group, name, decode }: Place, value: unknown): void {
  const given = value === null || !decode ? value : decode(value);
  if (group === null) row[name] = given;
  else {
    row[group] ??= {};
    (row[group] as Row)[name] = given;
  }
}

const placeOf = ({ path, field }: Field): Place => ({
  group: path.length === 2 ? (path[0] ?? "") : null,
  name: path.at(-1) ?? "",
  decode: decoderOf(field),
});

/**
 * The objects within a row that are null when nothing was joined, each with the field that tells. The library
 * looks at the first column of an object whose columns are all of one table.
 */
function absentGroups(fields: readonly Field[], isThere: Record<string, boolean>) {
  const groups = new Map<string, { name: string; tables: Set<string> }>();
  for (const { path, field } of fields) {
    const [group, name] = path;
    if (group === undefined || name === undefined || !is(field, Column)) continue;
    const known = groups.get(group) ?? { name, tables: new Set() };
    known.tables.add(getTableName(field.table));
    groups.set(group, known);
  }
  return [...groups].flatMap(
    ([
      group,
      {
        name,
        tables: [table = "", ...others],
      },
    ]) => (others.length === 0 && !isThere[table] ? [{ group, name }] : []),
  );
}

const holdsBytes = ({ values }: Results): boolean =>
  values.some((row) => row.some((value) => typeof value === "object" && value !== null));

/** How a value becomes what the field holds; undefined when it is that already. */
function decoderOf(field: unknown): Decode | undefined {
  if (is(field, Column)) {
    const isAsStored = field.mapFromDriverValue === Column.prototype.mapFromDriverValue;
    return isAsStored ? undefined : (value) => field.mapFromDriverValue(value);
  }
  const decoder = decoderWithin(
    is(field, SQL) ? field : is(field, Subquery) ? field._.sql : (field as SQL.Aliased).sql,
  );
  return (value) => decoder.mapFromDriverValue(value);
}

/** The library keeps it to itself. */
const decoderWithin = (statement: SQL) =>
  (statement as unknown as { decoder: { mapFromDriverValue: Decode } }).decoder;
