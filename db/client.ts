import type { Client, ResultSet } from "@libsql/client/http";
import type { BatchItem } from "drizzle-orm/batch";
import { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { RemoteClient } from "./remote.ts";
import { type Preparable, rowsOf } from "./statement-rows.ts";
import { QuickDialect } from "./statement-text.ts";

/**
 * The database as every query sees it, embedded or remote. Made without the schema on purpose: the schema
 * only serves `db.query`, and working out its relations would cost every request at the edge.
 */
export type Database = LibSQLDatabase<Record<string, never>> & { $client: Client };

/** One statement that has not run yet: what query files return and `db.batch` takes. */
export type Statement = BatchItem<"sqlite">;

/** What `db.batch` takes: at least one statement. */
export type Statements = readonly [Statement, ...Statement[]];

const dialect = new QuickDialect();

/** Runs a batch, and reads its rows, as the library does; see `statement-rows.ts`. */
class QuickSession extends LibSQLSession<Record<string, never>, Record<string, never>> {
  readonly #client: Client;

  constructor(client: Client) {
    super(client, dialect, undefined, {}, undefined);
    this.#client = client;
  }

  override async batch(statements: readonly Statement[]): Promise<unknown[]> {
    const prepared = statements.map((statement) => (statement as unknown as Preparable)._prepare());
    const results = await this.#client.batch(
      prepared.map((each) => {
        const { sql, params } = each.getQuery();
        return { sql, args: params };
      }),
    );
    return prepared.map((each, at) => rowsOf(each, results[at] as ResultSet));
  }
}

/** The query builder over any libSQL client. */
export function databaseOver(client: Client): Database {
  const db = new LibSQLDatabase<Record<string, never>>("async", dialect, new QuickSession(client), undefined);
  return Object.assign(db, { $client: client });
}

/**
 * Opens a libSQL database over HTTP (Hrana 2, `POST /v2/pipeline`). Opens no connection, so it is made per
 * request: a client that lives longer hangs in workerd as soon as two requests share it.
 *
 * @param url `libsql:`, `https:` or `http:` address
 * @param token bearer token, left out for a local endpoint
 */
export function openRemote(url: string, token: string | undefined): Database {
  return databaseOver(new RemoteClient(url, token));
}
