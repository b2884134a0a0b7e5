import type { StatementSync } from "node:sqlite";
import type { Row } from "@libsql/client/http";
import { rowMaker } from "./rows.ts";

/** The columns of a prepared statement and how an array of its values becomes a row. */
export type RowShape = {
  columns: string[];
  columnTypes: string[];
  row: (values: unknown[]) => Row;
};

export function rowShape(described: ReturnType<StatementSync["columns"]>): RowShape {
  const columns = described.map(({ name }) => name);
  return { columns, columnTypes: described.map(({ type }) => type ?? ""), row: rowMaker(columns) };
}

/** The same rows, with bytes as libSQL's clients hand them over: a buffer of their own. */
export function withBytes(rows: unknown[][]): unknown[][] {
  for (const values of rows) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (value instanceof Uint8Array) values[index] = value.slice().buffer;
    }
  }
  return rows;
}
