import { type Client, createClient, type InArgs, type InStatement } from "@libsql/client/http";
import type { BatchItem } from "drizzle-orm/batch";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/http";
import { boundStatement, onlyReads } from "./statements.ts";

/**
 * The database as every query sees it, embedded or remote. Made without the schema on purpose: the schema
 * only serves `db.query`, and working out its relations would cost every request at the edge.
 */
export type Database = LibSQLDatabase<Record<string, never>> & { $client: Client };

/** One statement that has not run yet: what query files return and `db.batch` takes. */
export type Statement = BatchItem<"sqlite">;

/** What `db.batch` takes: at least one statement. */
export type Statements = readonly [Statement, ...Statement[]];

/** The query builder over any libSQL client. */
export function databaseOver(client: Client): Database {
  return drizzle({ client });
}

/**
 * Opens a libSQL database over HTTP (Hrana 2, `POST /v2/pipeline`). Opens no connection, so it is made per
 * request: a client that lives longer hangs in workerd as soon as two requests share it.
 *
 * @param url `libsql:`, `https:` or `http:` address
 * @param token bearer token, left out for a local endpoint
 */
export function openRemote(url: string, token: string | undefined): Database {
  const client = createClient({ url, authToken: token });
  const execute = client.execute.bind(client);
  const batch = client.batch.bind(client);
  client.execute = async (statement: InStatement, args?: InArgs) => execute(boundStatement(statement, args));
  client.batch = async (statements, mode) => {
    const bound = statements.map((statement) => boundStatement(statement));
    // Begun deferred, a batch that reads before it writes fails when somebody else wrote in between.
    return batch(bound, mode ?? (bound.every(({ sql }) => onlyReads(sql)) ? "deferred" : "write"));
  };
  return databaseOver(client);
}
