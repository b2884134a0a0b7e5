import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client/http";
import { type HranaResult, type HranaStatement, hranaStatement, resultOf } from "./remote-values.ts";
import { type BoundStatement, boundStatement, onlyReads } from "./statements.ts";

type Fault = { message: string; code?: string };
type Answer<T> = { type: "ok"; response: T } | { type: "error"; error: Fault };
type BatchAnswer = { result: { step_results: (HranaResult | null)[]; step_errors: (Fault | null)[] } };

const BEGIN = { write: "BEGIN IMMEDIATE", read: "BEGIN TRANSACTION READONLY", deferred: "BEGIN DEFERRED" };
const CLOSE = { type: "close" };
const ok = (step: number) => ({ type: "ok", step });
const bare = (sql: string) => ({ sql, want_rows: false });

/**
 * A client of libSQL over HTTP (Hrana 2, JSON) for what every request does: one statement, or one batch, each in
 * one round trip. Libraries spend more on a row than on fetching it: libSQL's own client defines a property for
 * every value, which costs a large page a quarter of its processor time. The rest (transactions, scripts) is theirs.
 */
export class RemoteClient implements Client {
  readonly protocol = "http";
  closed = false;
  readonly #pipeline: string;
  readonly #headers: Record<string, string>;
  readonly #open: () => Client;
  #other: Client | undefined;

  constructor(url: string, token: string | undefined) {
    const { pipeline, token: known } = addressOf(url, token);
    this.#pipeline = pipeline;
    this.#headers = { "content-type": "application/json" };
    if (known) this.#headers.authorization = `Bearer ${known}`;
    this.#open = () => createClient({ url, authToken: token });
  }

  async execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    const stmt = hranaStatement(boundStatement(statement, args));
    const { result } = await this.#ask<{ result: HranaResult }>({ type: "execute", stmt });
    return resultOf(result);
  }

  /** Runs all or nothing. Reads alone see one snapshot; with a write among them the lock is taken first. */
  async batch(statements: (InStatement | [string, InArgs?])[], mode?: TransactionMode): Promise<ResultSet[]> {
    const bound = statements.map((statement) => boundStatement(statement));
    // Begun deferred, a batch that reads before it writes fails when somebody else wrote in between.
    const steps = transactionOf(
      bound,
      mode ?? (bound.every(({ sql }) => onlyReads(sql)) ? "deferred" : "write"),
    );
    const { result } = await this.#ask<BatchAnswer>({ type: "batch", batch: { steps } });
    return resultsOf(result, bound.length);
  }

  migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#libsql().migrate(statements);
  }

  transaction(mode?: TransactionMode) {
    return this.#libsql().transaction(mode ?? "write");
  }

  executeMultiple(sql: string): Promise<void> {
    return this.#libsql().executeMultiple(sql);
  }

  sync(): Promise<never> {
    return Promise.reject(new LibsqlError("There is no copy of this database here", "SYNC_NOT_SUPPORTED"));
  }

  close(): void {
    this.closed = true;
    this.#other?.close();
  }

  reconnect(): void {
    this.close();
    this.#other = undefined;
    this.closed = false;
  }

  #libsql(): Client {
    this.#other ??= this.#open();
    return this.#other;
  }

  /** Sends one request, with the end of its stream behind it, and answers what came back. */
  async #ask<T>(request: object): Promise<T> {
    if (this.closed) throw new LibsqlError("The database is closed", "CLIENT_CLOSED");
    const body = JSON.stringify({ requests: [request, CLOSE] });
    const response = await fetch(this.#pipeline, { method: "POST", headers: this.#headers, body });
    if (!response.ok) throw await refusalOf(response);
    const [answer] = ((await response.json()) as { results: Answer<T>[] }).results;
    if (answer?.type === "ok") return answer.response;
    throw answer ? faultOf(answer.error) : new LibsqlError("The server did not answer", "HRANA_PROTO_ERROR");
  }
}

type Address = { url: string; token: string | undefined; pipeline: string };
let last: (Address & { asked: string | undefined }) | undefined;

/**
 * Where to ask, and with which token. As with libSQL's own client an address may hold the token, or `tls=0` for a
 * server nearby. Every request has a client of its own with the same address, so the last one is remembered.
 */
function addressOf(url: string, asked: string | undefined): Address {
  if (last?.url !== url || last.asked !== asked) last = { ...readAddress(url, asked), asked };
  return last;
}

function readAddress(url: string, token: string | undefined): Address {
  const asked = new URL(url.replace(/^libsql:/i, "https:")).searchParams;
  const { host, pathname, protocol } = new URL(
    url.replace(/^libsql:/i, asked.get("tls") === "0" ? "http:" : "https:"),
  );
  const path = pathname.replace(/\/+$/, "");
  const pipeline = `${protocol}//${host}${path}/v2/pipeline`;
  return { url, pipeline, token: asked.get("authToken") ?? token };
}

/** Each step runs only when the one before it did; what did not reach its end is undone. */
function transactionOf(statements: readonly BoundStatement[], mode: TransactionMode): object[] {
  const steps: { stmt: HranaStatement; condition?: object }[] = [{ stmt: bare(BEGIN[mode]) }];
  for (const statement of statements)
    steps.push({ stmt: hranaStatement(statement), condition: ok(steps.length - 1) });
  steps.push({ stmt: bare("COMMIT"), condition: ok(steps.length - 1) });
  steps.push({ stmt: bare("ROLLBACK"), condition: { type: "not", cond: ok(steps.length - 1) } });
  return steps;
}

function resultsOf({ step_results, step_errors }: BatchAnswer["result"], count: number): ResultSet[] {
  const begun = step_errors[0];
  if (begun) throw faultOf(begun);
  const results: ResultSet[] = [];
  for (let index = 0; index < count; index++) {
    const [result, error] = [step_results[index + 1], step_errors[index + 1]];
    if (error) throw new LibsqlBatchError(error.message, index, error.code ?? "UNKNOWN");
    if (!result) throw new LibsqlBatchError("This statement was not reached", index, "TRANSACTION_CLOSED");
    results.push(resultOf(result));
  }
  const kept = step_errors[count + 1];
  if (kept) throw faultOf(kept);
  return results;
}

const faultOf = ({ message, code }: Fault) => new LibsqlError(message, code ?? "UNKNOWN");

/** What a server says instead of an answer: a fault of its own as JSON, or plain words. */
async function refusalOf(response: Response): Promise<LibsqlError> {
  const said = await response.text();
  try {
    const { message, code } = JSON.parse(said) as Fault;
    if (message) return faultOf({ message, code: code ?? "SERVER_ERROR" });
  } catch {
    // Not JSON: the words as they are.
  }
  return new LibsqlError(`The server answered ${response.status}: ${said.trim()}`, "SERVER_ERROR");
}
