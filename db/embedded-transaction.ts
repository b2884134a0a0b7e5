import { type InStatement, LibsqlError, type ResultSet, type Transaction } from "@libsql/client/http";
import type { Connection } from "./embedded-connection.ts";
import { batchError } from "./embedded-faults.ts";
import { boundStatement } from "./statements.ts";

/** An open transaction on a connection of its own. `onEnd` is called once, when it ends in whatever way. */
export class EmbeddedTransaction implements Transaction {
  closed = false;
  readonly #connection: Connection;
  readonly #onEnd: () => void;

  constructor(connection: Connection, onEnd: () => void) {
    this.#connection = connection;
    this.#onEnd = onEnd;
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    return this.#open().run(boundStatement(statement));
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return statements.map((statement, index) => {
      try {
        return this.#open().run(boundStatement(statement));
      } catch (fault) {
        throw batchError(fault, index);
      }
    });
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#open().script(sql);
  }

  async commit(): Promise<void> {
    const connection = this.#open();
    try {
      connection.control("commit");
    } finally {
      this.close();
    }
  }

  async rollback(): Promise<void> {
    this.close();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    try {
      this.#connection.rollback();
    } finally {
      this.#onEnd();
    }
  }

  #open(): Connection {
    // After some errors SQLite has ended the transaction itself; what follows would be stored on its own.
    if (!this.closed && this.#connection.inTransaction) return this.#connection;
    throw new LibsqlError("The transaction is closed", "TRANSACTION_CLOSED");
  }
}
