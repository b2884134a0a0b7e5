import { utf8 } from "./bytes.ts";
import type { DataSet, Variable } from "./dataset.ts";

/** Every text of more bytes than this is stored in pieces. */
const LONGEST = 255;
/** So much of its width a piece stands for; its bytes are still 255. */
const PIECE = 252;

/** How a variable stands in the file. */
export interface Column {
  variable: Variable;
  /** at most eight capitals and digits; a text in pieces has a name a piece */
  shortNames: readonly string[];
  /** bytes of a text; 0 for a number or a day */
  width: number;
  /** bytes of each piece; [0] for a number or a day */
  pieces: readonly number[];
  /** place in a case, in units of eight bytes, counted from 1 */
  index: number;
}

/** The columns of a data set in order, with the room that each takes in a case. */
export function columnsOf({ variables, rows }: DataSet): Column[] {
  let index = 1;
  let names = 0;
  return variables.map((variable, at) => {
    const width = variable.kind === "text" ? widestOf(rows, at) : 0;
    const pieces = piecesOf(width);
    names += pieces.length;
    const first = names - pieces.length;
    const column = {
      variable,
      shortNames: pieces.map((_, piece) => `V${String(first + piece + 1).padStart(4, "0")}`),
      width,
      pieces,
      index,
    };
    index += pieces.reduce((sum, piece) => sum + unitsOf(piece), 0);
    return column;
  });
}

/** Units of eight bytes that a number or a text of so many bytes takes. */
export const unitsOf = (width: number): number => Math.max(1, Math.ceil(width / 8));

function widestOf(rows: DataSet["rows"], at: number): number {
  return rows.reduce((widest, row) => {
    const value = row[at] ?? null;
    return value === null ? widest : Math.max(widest, utf8(String(value)).length);
  }, 1);
}

function piecesOf(width: number): number[] {
  if (width <= LONGEST) return [width];
  const count = Math.ceil(width / PIECE);
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? LONGEST : width - PIECE * at));
}
