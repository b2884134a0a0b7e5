import { runnerImport } from "vite";
import { DEMO_PEOPLE, type DemoPerson } from "../support/browser.ts";
import { crawl, routesOf } from "../support/crawl.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";
import { ask, load, round } from "./load.ts";
import { type Compared, comparePage, signIn } from "./measured.ts";
import type { MeasuredPage } from "./plan.ts";
import type { Target } from "./processes.ts";

/** An address, as one person sees it, with what it costs at a first look. */
export interface Walked extends MeasuredPage {
  route: string;
  bytes: number;
  cpuMs: number;
}

type Seen = Omit<Walked, "cpuMs">;

/** What no page links to, and what somebody reaches only in the midst of a journey. */
const START: readonly string[] = ["/", "/api/v1/rondes/2024/cijfers", "/api/v1/rondes/2024/feiten"];
/** Two that look alike to this many bytes are one page. */
const ALIKE_BYTES = 200;
/** Of each route so many answers, the longest first. */
const PER_ROUTE = 2;
const AT_ONCE = 4;
/** Processor time is counted in steps of ten milliseconds: too few to compare, enough to see who is dear. */
const AT_FIRST = 12;
/** How the dearest are measured again. */
const AGAIN = { requests: 60, concurrency: AT_ONCE, yardstick: 40 };

/**
 * Follows every link as everybody, and looks at the longest answers of each route first: what costs most is
 * among them. `app` answers all of it.
 */
export async function walk(app: Target, say: (what: string) => void): Promise<Walked[]> {
  const pages = new Map<string, Seen>();
  const routes = await allRoutes();
  for (const person of DEMO_PEOPLE) {
    say(`walks as ${person}`);
    const cookie = await signIn(app.url, person);
    const sizes = new Map<string, number>();
    const get = async (path: string) => {
      const { status, body, headers } = await ask({ url: app.url + path, cookie });
      sizes.set(path, Buffer.byteLength(body));
      return new Response(body, { status, headers: { "content-type": String(headers["content-type"]) } });
    };
    for (const { path, route, status } of await crawl(routes, get, START)) {
      const bytes = sizes.get(path) ?? 0;
      // What two people see alike is one page.
      const key = `${path} ${Math.round(bytes / ALIKE_BYTES)}`;
      if (status === 200) pages.set(key, { name: path, path, person, route, bytes });
    }
  }
  const longest = [...Map.groupBy(pages.values(), ({ route }) => route).values()].flatMap((ofRoute) =>
    ofRoute.toSorted((a, b) => b.bytes - a.bytes).slice(0, PER_ROUTE),
  );
  say(`${pages.size} pages and files of ${routes.length} routes, ${longest.length} to look at`);
  return firstLook(app, longest);
}

async function firstLook(app: Target, pages: readonly Seen[]): Promise<Walked[]> {
  const found: Walked[] = [];
  const cookies = new Map<DemoPerson, string>();
  for (const page of pages) {
    const cookie = cookies.get(page.person) ?? (await signIn(app.url, page.person));
    cookies.set(page.person, cookie);
    const what = { url: app.url + page.path, cookie };
    await load(what, AT_ONCE, AT_ONCE);
    const before = app.cpuMs();
    await load(what, AT_FIRST, AT_ONCE);
    found.push({ ...page, cpuMs: round((app.cpuMs() - before) / AT_FIRST) });
  }
  return found.toSorted((a, b) => b.cpuMs - a.cpuMs);
}

/** The dearest, once more, in turns with the bare page. */
export async function dearest(
  app: Target,
  bare: Target,
  walked: readonly Walked[],
  count: number,
): Promise<Record<string, Compared>> {
  const found: Record<string, Compared> = {};
  for (const page of walked.slice(0, count))
    found[`${page.person} ${page.path}`] = await comparePage(app, bare, page, AGAIN);
  return Object.fromEntries(Object.entries(found).toSorted(([, a], [, b]) => b.cpuRatio - a.cpuRatio));
}

/** The routes of the whole app. Vite reads it: Node does not know how pages are written. */
async function allRoutes(): Promise<string[]> {
  type Whole = typeof import("../../functions/whole-app.ts");
  const { module } = await runnerImport<Whole>("functions/whole-app.ts", { logLevel: "silent" });
  return routesOf(
    module.createWholeApp({ settings: DEMO_SETTINGS } as Parameters<Whole["createWholeApp"]>[0]),
  );
}
