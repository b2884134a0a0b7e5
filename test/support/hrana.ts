import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Connection } from "../../db/embedded-connection.ts";
import { HranaStream, type PipelineRequest } from "./hrana-stream.ts";

/** How long a stream may stay open between two requests; libSQL's own server takes ten seconds too. */
const STREAM_IDLE_MILLISECONDS = 10_000;

export type HranaEndpoint = {
  url: string;
  /** Round trips since the start. */
  requests: () => number;
  close: () => Promise<void>;
};

type Options = { path: string; port?: number; token?: string };
type Pipeline = { baton?: string; requests: PipelineRequest[] };

/**
 * Serves a database file as libSQL over HTTP (Hrana 2, JSON) on loopback, for tests and for the Worker on a
 * laptop. Each stream has a connection of its own, as with a real server.
 *
 * @param options.port left out: any free port
 * @param options.token left out: everybody on this machine may in
 */
export async function startHrana({ path, port = 0, token }: Options): Promise<HranaEndpoint> {
  const streams = new OpenStreams(path);
  let requests = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      return reply(response, 401, { message: "The token is missing or wrong", code: "AUTH" });
    }
    if (request.method === "GET" && request.url === "/v2") return reply(response, 200, {});
    if (request.method !== "POST" || request.url !== "/v2/pipeline") {
      return reply(response, 404, { message: "Not part of Hrana 2 over HTTP", code: "NOT_FOUND" });
    }
    requests += 1;
    const pipeline = (await json(request)) as Pipeline;
    const stream = streams.take(pipeline.baton);
    if (!stream) return reply(response, 400, { message: "The stream has expired", code: "STREAM_EXPIRED" });
    const results = [];
    for (const step of pipeline.requests) results.push(await stream.answer(step));
    const baton = streams.putBack(stream);
    return reply(response, 200, { baton, base_url: null, results });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((fault) => reply(response, 500, { message: String(fault) }));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      streams.close();
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Streams that wait for their next request, by baton, and connections that wait for their next stream. */
class OpenStreams {
  readonly #path: string;
  readonly #idle: Connection[] = [];
  readonly #waiting = new Map<string, { stream: HranaStream; timer: NodeJS.Timeout }>();

  constructor(path: string) {
    this.#path = path;
  }

  /** The stream of this baton, or a new one without; undefined when the baton is unknown or expired. */
  take(baton: string | undefined): HranaStream | undefined {
    if (baton === undefined) return new HranaStream(this.#idle.pop() ?? new Connection(this.#path, "bigint"));
    const found = this.#waiting.get(baton);
    clearTimeout(found?.timer);
    this.#waiting.delete(baton);
    return found?.stream;
  }

  /** Answers the baton for the next request, or null when the stream was closed. */
  putBack(stream: HranaStream): string | null {
    if (stream.closed) {
      this.#idle.push(stream.connection);
      return null;
    }
    const baton = randomUUID();
    const timer = setTimeout(() => this.#expire(baton), STREAM_IDLE_MILLISECONDS);
    this.#waiting.set(baton, { stream, timer });
    return baton;
  }

  close(): void {
    for (const baton of [...this.#waiting.keys()]) this.#expire(baton);
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  #expire(baton: string): void {
    const stream = this.take(baton);
    stream?.close();
    if (stream) this.#idle.push(stream.connection);
  }
}
