import type { Database } from "../../db/client.ts";
import type { Platform } from "../../functions/http/env.ts";
import { createWholeApp } from "../../functions/whole-app.ts";
import { type CastKey, TODAY, tokenOf } from "./cast.ts";
import { TEST_SETTINGS } from "./settings.ts";

export const ORIGIN = TEST_SETTINGS.origin ?? "";

/** What somebody sends: form fields; a list means the field occurs more than once. */
export type Fields = Record<string, string | string[]>;

export interface TestApp {
  get(path: string, as?: CastKey | null): Promise<Response>;
  post(path: string, fields: Fields, as?: CastKey | null): Promise<Response>;
  /** any request, for headers and cookies of one's own */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** round trips to the database since the last time this was asked */
  roundTrips(): number;
  /** turns the clock; starts at TODAY */
  setNow(now: number): void;
}

/** The whole app over a real database, as in production; only the clock is ours. */
export function startApp(db: Database, platform: Partial<Platform> = {}): TestApp {
  let now = TODAY;
  let trips = 0;
  const counted = new Proxy(db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (name !== "batch") return value;
      return (...given: Parameters<Database["batch"]>) => {
        trips += 1;
        return Reflect.apply(value as Database["batch"], target, given);
      };
    },
  });
  const app = createWholeApp({
    settings: TEST_SETTINGS,
    assets: { script: "/assets/client.js", style: "/assets/client.css", font: null },
    version: "0.0.0-test",
    openDatabase: () => counted,
    clock: () => now,
    networkOf: (c) => c.req.header("x-network") ?? "",
    mail: null,
    ...platform,
  });
  const headersFor = (as: CastKey | null | undefined) =>
    as ? { cookie: `sessie=${tokenOf(as)}` } : undefined;
  return {
    get: async (path, as) => app.request(`${ORIGIN}${path}`, { headers: headersFor(as) }),
    post: async (path, fields, as) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const each of [value].flat()) body.append(name, each);
      return app.request(`${ORIGIN}${path}`, { method: "POST", body, headers: headersFor(as) });
    },
    request: async (path, init) => app.request(`${ORIGIN}${path}`, init),
    roundTrips: () => {
      const count = trips;
      trips = 0;
      return count;
    },
    setNow: (to) => {
      now = to;
    },
  };
}

/** The text that people read on a page: without tags, entities and double spaces. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", " ")
    .replace(/\s+/g, " ");
