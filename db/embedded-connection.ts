import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type InArgs, type InValue, LibsqlError, type ResultSet } from "@libsql/client/http";
import { isBusy, libsqlError } from "./embedded-faults.ts";
import { type RowShape, rowShape, withBytes } from "./embedded-rows.ts";
import { Results } from "./results.ts";
import { type BoundStatement, onlyReads } from "./statements.ts";

/** How long opening waits for another process that is opening or recovering the same file. */
const OPENING_WAIT_MILLISECONDS = 30_000;
/** Statements kept prepared; the least recently used one goes first. */
const PREPARED_STATEMENTS_MAX = 250;

const COMMENTS = /--[^\n]*|\/\*[\s\S]*?\*\//g;
const SCHEMA_CHANGE = /^\s*(create|alter|drop|pragma|vacuum)\b/i;

type Prepared = { statement: StatementSync; shape: RowShape; reads: boolean };

/**
 * One SQLite connection with the project's settings. Everything is synchronous and nothing waits for a lock:
 * SQLITE_BUSY is thrown at once, so that whoever asks can wait without stopping the whole process.
 */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();
  readonly #integers: "number" | "bigint";

  /**
   * @param path a file, made when it does not exist, or `:memory:`
   * @param integers how integers are read; as number, one beyond 2^53 throws a RangeError
   */
  constructor(path: string, integers: "number" | "bigint" = "number") {
    this.#database = openDatabase(path);
    this.#integers = integers;
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Runs one statement. Throws `LibsqlError` with SQLite's code and extended code. */
  run({ sql, args }: BoundStatement): ResultSet {
    try {
      const prepared = this.#prepare(sql);
      const result = execute(prepared, args);
      if (SCHEMA_CHANGE.test(sql)) this.#prepared.clear();
      return result;
    } catch (fault) {
      throw libsqlError(fault);
    }
  }

  /** Runs a script of statements without values. */
  script(sql: string): void {
    try {
      this.#database.exec(sql);
      this.#prepared.clear();
    } catch (fault) {
      throw libsqlError(fault);
    }
  }

  /** Runs BEGIN, COMMIT and the like: as `script`, but what is prepared stays so. */
  control(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (fault) {
      throw libsqlError(fault);
    }
  }

  /** Undoes the open transaction; SQLite has sometimes done so itself, for example on a full disk. */
  rollback(): void {
    if (this.inTransaction) this.control("rollback");
  }

  close(): void {
    this.#prepared.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      // A Map keeps order of insertion: put back last, the first one is the least recently used.
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    refuseLeftovers(sql.slice(statement.sourceSQL.length));
    statement.setReturnArrays(true);
    statement.setReadBigInts(this.#integers === "bigint");
    const prepared = { statement, shape: rowShape(statement.columns()), reads: onlyReads(sql) };
    this.#prepared.set(sql, prepared);
    if (this.#prepared.size > PREPARED_STATEMENTS_MAX) {
      for (const oldest of this.#prepared.keys()) {
        this.#prepared.delete(oldest);
        break;
      }
    }
    return prepared;
  }
}

/**
 * Opens the file with the project's settings.
 *
 * - WAL: readers never wait for a writer.
 * - synchronous FULL: in WAL mode NORMAL would let a power cut undo the last acknowledged writes.
 * - busy_timeout 0 once open: SQLite's own wait would stop every request of this process.
 */
function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {
    enableForeignKeyConstraints: true,
    timeout: OPENING_WAIT_MILLISECONDS,
  });
  if (path !== ":memory:") switchToWriteAheadLog(database);
  database.exec("pragma synchronous = full; pragma temp_store = memory; pragma busy_timeout = 0");
  return database;
}

function switchToWriteAheadLog(database: DatabaseSync): void {
  const giveUpAt = performance.now() + OPENING_WAIT_MILLISECONDS;
  for (;;) {
    try {
      database.exec("pragma journal_mode = wal");
      return;
    } catch (fault) {
      // SQLite does not use its busy timeout for this switch, and two processes may start at once.
      if (!isBusy(libsqlError(fault)) || performance.now() > giveUpAt) throw libsqlError(fault);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** SQLite prepares the first statement of a text and leaves the rest: nobody would notice that it never ran. */
function refuseLeftovers(rest: string): void {
  if (rest.replace(COMMENTS, "").trim() === "") return;
  throw new LibsqlError("SQL string contains more than one statement", "SQL_MANY_STATEMENTS");
}

function execute({ statement, shape, reads }: Prepared, args: InArgs): ResultSet {
  const values = Array.isArray(args) ? args.map(sqlValue) : [namedValues(args)];
  if (shape.columns.length > 0) {
    // With `setReturnArrays` rows are arrays; the type of `all` does not know.
    const rows = withBytes(statement.all(...(values as SQLInputValue[])) as unknown as unknown[][]);
    const isAsPrepared = !rows[0] || rows[0].length === shape.columns.length;
    // Rows of `returning` are the rows that were changed.
    return new Results(
      isAsPrepared ? shape : rowShape(statement.columns()),
      rows,
      reads ? 0 : rows.length,
      undefined,
    );
  }
  const { changes, lastInsertRowid } = statement.run(...(values as SQLInputValue[]));
  return new Results(shape, [], Number(changes), BigInt(lastInsertRowid));
}

function namedValues(args: Record<string, InValue>): Record<string, SQLInputValue> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, sqlValue(value)]));
}

function sqlValue(value: InValue): SQLInputValue {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : (value as SQLInputValue);
}
