import type {
  Client,
  InArgs,
  InStatement,
  ResultSet,
  Transaction,
  TransactionMode,
} from "@libsql/client/http";
import { LibsqlError } from "@libsql/client/http";
import { type Database, databaseOver } from "./client.ts";
import { Connection } from "./embedded-connection.ts";
import { batchError } from "./embedded-faults.ts";
import { patiently, Turns } from "./embedded-lock.ts";
import { EmbeddedTransaction } from "./embedded-transaction.ts";
import { type BoundStatement, boundStatement, onlyReads } from "./statements.ts";

const IDLE_CONNECTIONS_MAX = 4;

/**
 * Opens the embedded database: a file, made when it does not exist (`:memory:` in tests). Safe with other
 * processes on the same file. Close it with `db.$client.close()`.
 */
export function openEmbedded(path: string): Database {
  return databaseOver(new EmbeddedClient(path));
}

/**
 * Node's own SQLite as a libSQL client. libSQL's own client for files is not used: after one SQLITE_BUSY it
 * silently loses writes (libsql-client-ts#352).
 *
 * A batch runs without giving up the thread, so nothing comes in between and one connection serves all
 * requests. Only an interactive transaction, which does wait half-way, has a connection of its own.
 */
class EmbeddedClient implements Client {
  readonly protocol = "file";
  closed = false;
  readonly #path: string;
  readonly #turns = new Turns();
  readonly #idle: Connection[] = [];
  #connection: Connection;

  constructor(path: string) {
    this.#path = path;
    this.#connection = new Connection(path);
  }

  async execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    const bound = boundStatement(statement, args);
    const run = () => this.#open().run(bound);
    return onlyReads(bound.sql) ? patiently(run) : this.#write(run);
  }

  /** Runs all or nothing. Reads alone see one snapshot; with a write among them the lock is taken first. */
  async batch(
    statements: (InStatement | [string, InArgs?])[],
    mode: TransactionMode = "deferred",
  ): Promise<ResultSet[]> {
    const bound = statements.map((statement) => boundStatement(statement));
    const reads = mode === "read" || (mode === "deferred" && bound.every(({ sql }) => onlyReads(sql)));
    const run = () => inTransaction(this.#open(), reads ? "begin deferred" : "begin immediate", bound);
    return reads ? patiently(run) : this.#write(run);
  }

  /** A batch during which foreign keys are not enforced: SQLite rebuilds a table by replacing it. */
  migrate(statements: InStatement[]): Promise<ResultSet[]> {
    const bound = statements.map((statement) => boundStatement(statement));
    return this.#write(() => {
      const connection = this.#open();
      connection.control("pragma foreign_keys = off");
      try {
        return inTransaction(connection, "begin immediate", bound);
      } finally {
        connection.control("pragma foreign_keys = on");
      }
    });
  }

  /** Runs a script of statements, all or nothing; it begins no transaction itself. */
  executeMultiple(sql: string): Promise<void> {
    return this.#write(() => {
      const connection = this.#open();
      connection.control("begin immediate");
      try {
        connection.script(sql);
        connection.control("commit");
      } finally {
        connection.rollback();
      }
    });
  }

  /**
   * Begins an interactive transaction, always with the write lock. Every other writer waits until it ends,
   * so request code uses `batch`.
   */
  async transaction(_mode?: TransactionMode): Promise<Transaction> {
    const end = await this.#turns.take();
    try {
      const connection = this.#idle.pop() ?? this.#another();
      await patiently(() => connection.control("begin immediate"));
      return new EmbeddedTransaction(connection, () => {
        this.#putBack(connection);
        end();
      });
    } catch (fault) {
      end();
      throw fault;
    }
  }

  sync(): Promise<never> {
    return Promise.reject(new LibsqlError("An embedded database has no remote side", "SYNC_NOT_SUPPORTED"));
  }

  close(): void {
    this.closed = true;
    this.#connection.close();
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  reconnect(): void {
    this.close();
    this.#connection = new Connection(this.#path);
    this.closed = false;
  }

  #open(): Connection {
    if (this.closed) throw new LibsqlError("The database is closed", "CLIENT_CLOSED");
    return this.#connection;
  }

  /** A database in memory has one connection only: there a transaction shows its half-done work to others. */
  #another(): Connection {
    return this.#path === ":memory:" ? this.#open() : new Connection(this.#path);
  }

  #putBack(connection: Connection): void {
    if (connection === this.#connection) return;
    if (this.closed || this.#idle.length >= IDLE_CONNECTIONS_MAX) connection.close();
    else this.#idle.push(connection);
  }

  async #write<T>(work: () => T): Promise<T> {
    const end = await this.#turns.take();
    try {
      return await patiently(work);
    } finally {
      end();
    }
  }
}

function inTransaction(connection: Connection, begin: string, statements: BoundStatement[]): ResultSet[] {
  connection.control(begin);
  try {
    const results = statements.map((statement, index) => {
      try {
        return connection.run(statement);
      } catch (fault) {
        throw batchError(fault, index);
      }
    });
    connection.control("commit");
    return results;
  } finally {
    // Nothing is left to undo after a commit; after a failure, also of the commit itself, all of it is.
    connection.rollback();
  }
}
