import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

export interface Column {
  key: string;
  label: ComponentChildren;
  /** Right, in figures of one width. */
  numeric?: boolean;
  /** The column that names the row; by default the first. */
  rowHeader?: boolean;
  /** "ascending" or "descending" when the table is ordered by this column. */
  sort?: "ascending" | "descending" | undefined;
  /** Address that orders the table by this column: order lives in the URL. */
  sortHref?: string | undefined;
}

export interface TableProps {
  caption: string;
  /** Reads the caption to screen readers only, when a heading right above says the same. */
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, ComponentChildren>>[];
  /** Last row, set apart: totals. */
  total?: Readonly<Record<string, ComponentChildren>>;
}

// Focusable, so that a keyboard can scroll it; named by its caption, so that focus says where it is.
const scrollable = { tabIndex: 0 } as const;

const numericCell = (column: Column) => (column.numeric ? " utrecht-table__cell--numeric-column" : "");

/** A table with caption, scopes and figures at the right; on a small screen it scrolls within its own frame. */
export function Table({ caption, captionHidden = false, columns, rows, total }: TableProps): JSX.Element {
  const id = useId();
  const headerKey = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  const cells = (row: Readonly<Record<string, ComponentChildren>>) =>
    columns.map((column) =>
      column.key === headerKey ? (
        <th class={`utrecht-table__cell wt-table__name${numericCell(column)}`} scope="row" key={column.key}>
          {row[column.key] ?? ""}
        </th>
      ) : (
        <td class={`utrecht-table__cell${numericCell(column)}`} key={column.key}>
          {row[column.key] ?? ""}
        </td>
      ),
    );
  return (
    <section class="wt-table-frame" aria-labelledby={id} {...scrollable}>
      <table class="utrecht-table utrecht-table--html-table wt-table">
        <caption class={`utrecht-table__caption${captionHidden ? " wt-only-read" : ""}`} id={id}>
          {caption}
        </caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {columns.map((column) => (
              <th
                class={`utrecht-table__header-cell${column.numeric ? " utrecht-table__header-cell--numeric-column" : ""}`}
                scope="col"
                key={column.key}
                aria-sort={column.sort}
              >
                {column.sortHref ? <a href={column.sortHref}>{column.label}</a> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">
          {rows.map((row, at) => (
            <tr class="utrecht-table__row" key={at}>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        {total ? (
          <tfoot class="utrecht-table__footer">
            <tr class="utrecht-table__row">{cells(total)}</tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
