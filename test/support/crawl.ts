import type { Hono } from "hono";
import type { Env } from "../../functions/http/env.ts";

/** One address as one visitor sees it. */
export interface Visited {
  path: string;
  /** the route that answers, e.g. "/leden/:slug" */
  route: string;
  status: number;
  headers: Headers;
  /** "" when it is a file and not a page */
  html: string;
}

/** How many addresses of one route are enough to have seen it: the list, the first, another, the last. */
const PER_ROUTE = 3;

/** Every route that answers a GET, without middleware. */
export function routesOf(app: Hono<Env>): string[] {
  const paths = app.routes
    .filter(({ method, path }) => method === "GET" && !path.includes("*"))
    .map(({ path }) => path);
  return [...new Set(paths)];
}

/** The route of an address: the one with the fewest parameters that fits. */
function routeOf(routes: readonly string[], path: string): string | undefined {
  const fits = routes.filter((route) => {
    const pattern = route
      .replace(/[.]/g, "\\.")
      .replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, __, form?: string) =>
        form ? form.slice(1, -1) : "[^/]+",
      );
    return new RegExp(`^${pattern}$`).test(path);
  });
  return fits.sort((a, b) => a.split(":").length - b.split(":").length)[0];
}

/** Own addresses that a page links to, without the part behind "#". */
function linksOf(html: string): string[] {
  const found = html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g);
  return [...found]
    .map(([, href]) => (href ?? "").replaceAll("&amp;", "&").split("#")[0] ?? "")
    .filter((href) => href.startsWith("/") && !href.startsWith("//"));
}

/**
 * Follows every link from `start`, at most a few addresses a route, and returns what was seen. An address
 * that no route knows is visited as well: a dead link must be found.
 */
export async function crawl(
  routes: readonly string[],
  get: (path: string) => Promise<Response>,
  start: readonly string[],
): Promise<Visited[]> {
  const seen = new Set<string>();
  const perRoute = new Map<string, number>();
  const visited: Visited[] = [];
  const queue = [...start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const route = routeOf(routes, new URL(path, "http://x").pathname) ?? "";
    const count = perRoute.get(route) ?? 0;
    if (route !== "" && count >= PER_ROUTE) continue;
    perRoute.set(route, count + 1);
    const response = await get(path);
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    const html = isPage ? await response.text() : "";
    visited.push({ path, route, status: response.status, headers: response.headers, html });
    queue.push(...linksOf(html));
  }
  return visited;
}
