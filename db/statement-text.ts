import {
  Column,
  getTableName,
  is,
  Name,
  Param,
  Placeholder,
  type QueryWithTypings,
  SQL,
  StringChunk,
  Subquery,
  Table,
  View,
} from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";

type Kind = "text" | "name" | "sql" | "table" | "column" | "param" | "rare" | "nested" | "value";
type Drawn = { sql: string; params: unknown[] };

/** What the pieces of a statement are, by their class: asking the library takes a walk along all its ancestors. */
const kinds = new Map<unknown, Kind>();

function kindOf(chunk: object): Kind {
  const made = Object.getPrototypeOf(chunk)?.constructor;
  const known = kinds.get(made);
  if (known) return known;
  const kind = kindAnew(chunk);
  kinds.set(made, kind);
  return kind;
}

/** In the order in which the library asks. */
function kindAnew(chunk: object): Kind {
  if (is(chunk, StringChunk)) return "text";
  if (is(chunk, Name)) return "name";
  if (is(chunk, SQL)) return "sql";
  if (is(chunk, Table)) return "table";
  if (is(chunk, Column)) return "column";
  if (is(chunk, Param)) return "param";
  if (is(chunk, View) || is(chunk, Placeholder) || is(chunk, SQL.Aliased) || is(chunk, Subquery))
    return "rare";
  return "getSQL" in chunk ? "nested" : "value";
}

/**
 * SQLite's dialect, with the text of a statement written in one pass. The library makes an object for every piece
 * of it and asks each piece what it is, up to twelve times: together a third of the processor time of a page.
 * What is rare (an alias, a subquery with a name, values within the text) it writes itself.
 */
export class QuickDialect extends SQLiteAsyncDialect {
  override sqlToQuery(statement: SQL, invokeSource?: "indexes"): QueryWithTypings {
    if (invokeSource || isInlined(statement)) return super.sqlToQuery(statement, invokeSource);
    const drawn: Drawn = { sql: "", params: [] };
    for (const chunk of statement.queryChunks) this.#draw(chunk, drawn);
    return drawn;
  }

  #draw(chunk: unknown, drawn: Drawn): void {
    if (chunk === undefined) return;
    if (Array.isArray(chunk)) this.#drawList(chunk, drawn);
    else if (typeof chunk !== "object" || chunk === null) drawValue(chunk, drawn);
    else this.#drawPiece(chunk, drawn);
  }

  #drawList(list: readonly unknown[], drawn: Drawn): void {
    drawn.sql += "(";
    for (let at = 0; at < list.length; at++) {
      if (at > 0) drawn.sql += ", ";
      this.#draw(list[at], drawn);
    }
    drawn.sql += ")";
  }

  #drawPiece(chunk: object, drawn: Drawn): void {
    switch (kindOf(chunk)) {
      case "text":
        for (const text of (chunk as StringChunk).value) drawn.sql += text;
        return;
      case "name":
        drawn.sql += this.escapeName((chunk as Name).value);
        return;
      case "sql":
        if (isInlined(chunk as SQL)) this.#leave(chunk, drawn);
        else for (const piece of (chunk as SQL).queryChunks) this.#draw(piece, drawn);
        return;
      case "table":
        drawn.sql += this.escapeName(getTableName(chunk as Table));
        return;
      case "column":
        drawn.sql += `${this.escapeName(getTableName((chunk as Column).table))}.${this.escapeName((chunk as Column).name)}`;
        return;
      case "param":
        this.#drawParam(chunk as Param, drawn);
        return;
      case "nested":
        this.#drawNested(chunk as Nested, drawn);
        return;
      case "rare":
        this.#leave(chunk, drawn);
        return;
      case "value":
        drawValue(chunk, drawn);
    }
  }

  #drawParam({ value, encoder }: Param, drawn: Drawn): void {
    if (is(value, Placeholder))
      throw new Error("A statement is made for one request: it has no placeholders.");
    const mapped = value === null ? null : encoder.mapToDriverValue(value);
    if (is(mapped, SQL)) this.#draw(mapped, drawn);
    else drawValue(mapped, drawn);
  }

  #drawNested(chunk: Nested, drawn: Drawn): void {
    const isBare = chunk.shouldOmitSQLParens?.() === true;
    if (!isBare) drawn.sql += "(";
    this.#draw(chunk.getSQL(), drawn);
    if (!isBare) drawn.sql += ")";
  }

  #leave(chunk: object, drawn: Drawn): void {
    const { sql, params } = super.sqlToQuery(new SQL([chunk as SQL]));
    drawn.sql += sql;
    drawn.params.push(...params);
  }
}

type Nested = { getSQL(): SQL; shouldOmitSQLParens?(): boolean };

function drawValue(value: unknown, drawn: Drawn): void {
  drawn.sql += "?";
  drawn.params.push(value);
}

/** Whether the values stand in the text itself. The library keeps that to itself. */
const isInlined = (statement: SQL): boolean =>
  (statement as unknown as { shouldInlineParams: boolean }).shouldInlineParams;
