import type { StatementSync } from "node:sqlite";
import type { Row } from "@libsql/client/http";

/** The columns of a prepared statement and how an array of its values becomes a row. */
export type RowShape = {
  columns: string[];
  columnTypes: string[];
  row: (values: unknown[]) => Row;
};

/** Keeps the values out of sight: the query builder takes every own property for a column. */
class Values {
  readonly #values: unknown[];
  constructor(values: unknown[]) {
    this.#values = values;
  }
  get length(): number {
    return this.#values.length;
  }
  static at(row: Values, index: number): unknown {
    return row.#values[index];
  }
}

/**
 * A row is like an array (by position, where two columns may have one name) and like an object (by name, own
 * and enumerable). Positions live on a prototype made once per statement: defining them on each row, as
 * libSQL's own clients do, takes several times as long as reading the row.
 */
export function rowShape(described: ReturnType<StatementSync["columns"]>): RowShape {
  const columns = described.map(({ name }) => name);
  const columnTypes = described.map(({ type }) => type ?? "");
  class ShapedRow extends Values {}
  for (const index of columns.keys()) {
    Object.defineProperty(ShapedRow.prototype, index, {
      get(this: ShapedRow) {
        return Values.at(this, index);
      },
    });
  }
  // Of two columns with one name the first one counts, as it does over HTTP.
  const named = [...columns.entries()].filter(([index, name]) => columns.indexOf(name) === index);
  const row = (values: unknown[]): Row => {
    for (const [index, value] of values.entries()) {
      if (value instanceof Uint8Array) values[index] = value.slice().buffer;
    }
    const shaped = new ShapedRow(values) as Values & Record<string, unknown>;
    for (const [index, name] of named) shaped[name] = values[index];
    return shaped as unknown as Row;
  };
  return { columns, columnTypes, row };
}
