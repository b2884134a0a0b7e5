import type { ResultSet, Row } from "@libsql/client/http";

/** What a statement gave. Rows are made of the values when somebody asks for them. */
export class Results implements ResultSet {
  readonly columns: string[];
  readonly columnTypes: string[];
  readonly values: readonly unknown[][];
  readonly rowsAffected: number;
  readonly lastInsertRowid: bigint | undefined;
  readonly #make: (values: unknown[]) => Row;
  #rows: Row[] | undefined;

  constructor(
    {
      columns,
      columnTypes,
      row,
    }: Pick<ResultSet, "columns" | "columnTypes"> & { row: (values: unknown[]) => Row },
    values: readonly unknown[][],
    rowsAffected: number,
    lastInsertRowid: bigint | undefined,
  ) {
    this.columns = columns;
    this.columnTypes = columnTypes;
    this.#make = row;
    this.values = values;
    this.rowsAffected = rowsAffected;
    this.lastInsertRowid = lastInsertRowid;
  }

  get rows(): Row[] {
    this.#rows ??= this.values.map(this.#make);
    return this.#rows;
  }

  toJSON() {
    const { columns, columnTypes, values: rows, rowsAffected, lastInsertRowid } = this;
    return { columns, columnTypes, rows, rowsAffected, lastInsertRowid: lastInsertRowid?.toString() ?? null };
  }
}
