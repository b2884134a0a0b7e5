import { type InArgs, type InValue, LibsqlError, type ResultSet } from "@libsql/client/http";
import type { Connection } from "../../db/embedded-connection.ts";
import { isBusy } from "../../db/embedded-faults.ts";
import { patiently } from "../../db/embedded-lock.ts";

type Value =
  | { type: "null" }
  | { type: "integer" | "text"; value: string }
  | { type: "float"; value: number }
  | { type: "blob"; base64: string };
type SqlText = { sql?: string; sql_id?: number };
type Stmt = SqlText & { args?: Value[]; named_args?: { name: string; value: Value }[]; want_rows?: boolean };
type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] }
  | { type: "is_autocommit" };
type Step = { condition?: Condition | null; stmt: Stmt };

export type PipelineRequest =
  | { type: "execute"; stmt: Stmt }
  | { type: "batch"; batch: { steps: Step[] } }
  | ({ type: "sequence" } & SqlText)
  | { type: "store_sql"; sql_id: number; sql: string }
  | { type: "close_sql"; sql_id: number }
  | { type: "get_autocommit" }
  | { type: "close" };

type Fault = { message: string; code: string };

/** One Hrana stream: a connection, the SQL texts that its client stored, and perhaps an open transaction. */
export class HranaStream {
  readonly connection: Connection;
  closed = false;
  readonly #texts = new Map<number, string>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Answers one request of a pipeline; a failing statement is an answer too. */
  async answer(request: PipelineRequest): Promise<object> {
    try {
      return { type: "ok", response: { type: request.type, ...(await this.#respond(request)) } };
    } catch (fault) {
      return { type: "error", error: hranaFault(fault) };
    }
  }

  /** Ends the stream; what was not committed is undone. The connection is as new for the next stream. */
  close(): void {
    this.closed = true;
    this.connection.rollback();
    this.connection.control("pragma foreign_keys = on");
  }

  async #respond(request: PipelineRequest): Promise<object> {
    switch (request.type) {
      case "execute":
        return { result: await this.#execute(request.stmt) };
      case "batch":
        return { result: await this.#batch(request.batch.steps) };
      case "sequence":
        await this.#patiently(() => this.connection.script(this.#text(request)));
        return {};
      case "store_sql":
        this.#texts.set(request.sql_id, request.sql);
        return {};
      case "close_sql":
        this.#texts.delete(request.sql_id);
        return {};
      case "get_autocommit":
        return { is_autocommit: !this.connection.inTransaction };
      case "close":
        this.close();
        return {};
      default:
        throw new LibsqlError("This request is not supported here", "HRANA_UNSUPPORTED");
    }
  }

  async #batch(steps: Step[]): Promise<object> {
    const results: (object | null)[] = [];
    const errors: (Fault | null)[] = [];
    const holds = (condition: Condition): boolean => {
      if (condition.type === "ok") return Boolean(results[condition.step]);
      if (condition.type === "error") return Boolean(errors[condition.step]);
      if (condition.type === "not") return !holds(condition.cond);
      if (condition.type === "and") return condition.conds.every(holds);
      if (condition.type === "or") return condition.conds.some(holds);
      return !this.connection.inTransaction;
    };
    for (const { condition, stmt } of steps) {
      let result: object | null = null;
      let error: Fault | null = null;
      try {
        if (!condition || holds(condition)) result = await this.#execute(stmt);
      } catch (fault) {
        error = hranaFault(fault);
      }
      results.push(result);
      errors.push(error);
    }
    return { step_results: results, step_errors: errors };
  }

  async #execute(stmt: Stmt): Promise<object> {
    const args: InArgs = stmt.named_args?.length
      ? Object.fromEntries(stmt.named_args.map(({ name, value }) => [name, decoded(value)]))
      : (stmt.args ?? []).map(decoded);
    // The beginning of a read transaction has a word of libSQL's own.
    const sql = this.#text(stmt).replace(/^BEGIN TRANSACTION READONLY$/, "BEGIN DEFERRED");
    return encodedResult(
      await this.#patiently(() => this.connection.run({ sql, args })),
      stmt.want_rows !== false,
    );
  }

  /** Within a transaction waiting does not help: what it waits for may be waiting for this transaction. */
  async #patiently<T>(attempt: () => T): Promise<T> {
    return this.connection.inTransaction ? attempt() : patiently(attempt);
  }

  #text({ sql, sql_id }: SqlText): string {
    const text = sql ?? this.#texts.get(sql_id ?? -1);
    if (text === undefined) throw new LibsqlError("No SQL text has this number", "SQL_NOT_STORED");
    return text;
  }
}

function encodedResult(result: ResultSet, wantRows: boolean): object {
  const cols = result.columns.map((name, index) => ({ name, decltype: result.columnTypes[index] || null }));
  return {
    cols,
    rows: wantRows ? result.rows.map((row) => Array.prototype.map.call(row, encoded)) : [],
    affected_row_count: result.rowsAffected,
    last_insert_rowid: result.lastInsertRowid === undefined ? null : String(result.lastInsertRowid),
  };
}

function decoded(value: Value): InValue {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return BigInt(value.value);
    case "blob":
      return new Uint8Array(Buffer.from(value.base64, "base64"));
    default:
      return value.value;
  }
}

function encoded(value: unknown): Value {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  return { type: "blob", base64: Buffer.from(value as ArrayBuffer).toString("base64") };
}

/** As libSQL's server puts it: SQLite's message behind a prefix, and no extended code. */
function hranaFault(fault: unknown): Fault {
  if (!(fault instanceof LibsqlError)) return { message: String(fault), code: "INTERNAL_ERROR" };
  const message = fault.message.replace(`${fault.code}: `, "");
  if (isBusy(fault)) return { message: "SQLite error: database is locked", code: fault.code };
  return { message: `SQLite error: ${message}`, code: fault.code };
}
