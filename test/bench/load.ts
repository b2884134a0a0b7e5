import { Agent, request } from "node:http";

/** What a series of requests took. Times in milliseconds. */
export interface Measurement {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Ask {
  url: string;
  cookie?: string;
  /** form fields; with them it is a POST */
  form?: URLSearchParams;
  /** what kind of answer is asked for; a page by default */
  accept?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a connection that stays open. */
export function ask(what: Ask): Promise<Answer> {
  const { url, cookie, form, accept } = what;
  return new Promise((resolve, reject) => {
    const body = form?.toString();
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(accept ? { accept } : {}),
      ...(body === undefined
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(Buffer.byteLength(body)),
          }),
    };
    const sent = request(url, { agent, method: body === undefined ? "GET" : "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: response.headers,
        }),
      );
    });
    // A server may close a connection that rests just as it is taken up again: it saw nothing of this request.
    sent.once("error", (fault: NodeJS.ErrnoException) =>
      sent.reusedSocket && fault.code === "ECONNRESET" ? resolve(ask(what)) : reject(fault),
    );
    sent.end(body);
  });
}

/** Asks `count` times, `concurrency` at once. Throws when an answer has another status than `status`. */
export async function load(what: Ask, count: number, concurrency: number, status = 200): Promise<number[]> {
  const durations: number[] = [];
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      durations.push(await timed(what, status));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return durations;
}

/** How long one request took, in milliseconds. */
export async function timed(what: Ask, status: number): Promise<number> {
  const begin = performance.now();
  const answer = await ask(what);
  const duration = performance.now() - begin;
  if (answer.status !== status) throw new Error(`${what.url} gave ${answer.status} instead of ${status}`);
  return duration;
}

/** Sums a series up. `elapsedMs` is the time by the clock, during which several requests ran at once. */
export function summary(durations: readonly number[], elapsedMs: number): Measurement {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    requests: sorted.length,
    perSecond: round((sorted.length / elapsedMs) * 1000),
    p50Ms: round(at(0.5)),
    p99Ms: round(at(0.99)),
  };
}

export const round = (value: number): number => Math.round(value * 100) / 100;
