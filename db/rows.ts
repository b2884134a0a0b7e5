import type { Row } from "@libsql/client/http";

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
 * How values become a row of these columns. A row is like an array (by position, where two columns may have one
 * name) and like an object (by name, own and enumerable). Positions live on a prototype made once for these
 * columns: defining them on each row, as libSQL's own clients do, takes several times as long as reading the row.
 */
export function rowMaker(columns: readonly string[]): (values: unknown[]) => Row {
  class ShapedRow extends Values {}
  for (const index of columns.keys()) {
    Object.defineProperty(ShapedRow.prototype, index, {
      get(this: ShapedRow) {
        return Values.at(this, index);
      },
    });
  }
  // Of two columns with one name the first one counts; a position goes before a column that is called "1".
  const isFree = (name: string) => name !== "length" && !Object.hasOwn(ShapedRow.prototype, name);
  const named = [...columns.entries()].filter(
    ([index, name]) => columns.indexOf(name) === index && isFree(name),
  );
  return (values) => {
    const shaped = new ShapedRow(values) as Values & Record<string, unknown>;
    for (const [index, name] of named) shaped[name] = values[index];
    return shaped as unknown as Row;
  };
}
