import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../../db/embedded.ts";
import { createWholeApp } from "../../functions/whole-app.ts";
import { axeComplaints } from "../support/axe.ts";
import {
  contextOf,
  DEMO_PEOPLE,
  type DemoPerson,
  launchBrowser,
  type RunningServer,
  startServer,
  untilScalesAreReleased,
} from "../support/browser.ts";
import { crawl, routesOf, type Visited } from "../support/crawl.ts";
import { bringHalfway } from "../support/halfway.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";

const JAVASCRIPT_BUDGET_BYTES = 15 * 1024;
const visitors: (DemoPerson | null)[] = [null, ...DEMO_PEOPLE];

/** WCAG 1.4.12: nothing may get lost when people set their own spacing. */
const TEXT_SPACING =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ VRIJGAVE: "aan" }), launchBrowser()]);
  const reader = await contextOf(browser, server.url, "redacteur");
  await untilScalesAreReleased(reader);
  await reader.close();
  const db = openEmbedded(join(server.dataDirectory, "wijkteamplein.db"));
  await bringHalfway(db, Date.now());
  db.$client.close();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page's own part as one short word: what two people see alike needs one look. */
function fingerprintOf(html: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const withoutIds = main.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
  return createHash("sha256").update(withoutIds).digest("hex");
}
const looked = new Set<string>();

/** The first page of each route that this visitor can reach by links, unless somebody before saw the same. */
async function pagesFor(context: BrowserContext): Promise<string[]> {
  const routes = routesOf(
    createWholeApp({ settings: DEMO_SETTINGS } as Parameters<typeof createWholeApp>[0]),
  );
  const get = async (path: string) => {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    const isPage = answer.headers()["content-type"]?.startsWith("text/html");
    return new Response(isPage ? await answer.text() : null, {
      status: answer.status(),
      headers: answer.headers(),
    });
  };
  const visited = await crawl(routes, get, [
    "/",
    "/inloggen/code",
    "/demo/post",
    "/deze-pagina-bestaat-niet",
    "/vragenlijsten/vragenlijst-2027/vragen/item-2027-3d3/herstel",
  ]);
  const first = new Map<string, Visited>();
  for (const page of visited) if (page.html && !first.has(page.route)) first.set(page.route, page);
  const fresh = [...first.values()].filter(({ html }) => !looked.has(fingerprintOf(html)));
  for (const { html } of fresh) looked.add(fingerprintOf(html));
  return fresh.map(({ path }) => path);
}

/** Sideways scroll in pixels at this width; 0 is good. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Everything that one page may be blamed for. */
async function complaintsOf(page: Page, path: string, origin: string): Promise<string[]> {
  const complaints: string[] = [];
  let scriptBytes = 0;
  const foreign: string[] = [];
  page.removeAllListeners();
  page.on("console", (message) => {
    // A page that is refused or missing answers so on purpose; what it asks for itself may not.
    const isItself = message.location().url === new URL(path, origin).href;
    if (message.type() === "error" && !isItself) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) foreign.push(request.url());
  });
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script")
      scriptBytes += Number((await response.request().sizes()).responseBodySize);
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path, { waitUntil: "load" });
  complaints.push(...(await axeComplaints(page)));
  await page.setViewportSize({ width: 320, height: 700 });
  if ((await overflow(page)) > 0) complaints.push(`scrolls ${await overflow(page)} px sideways at 320 px`);
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, TEXT_SPACING);
  if ((await overflow(page)) > 0)
    complaints.push(`scrolls ${await overflow(page)} px sideways with wide text spacing`);
  if (scriptBytes > JAVASCRIPT_BUDGET_BYTES) complaints.push(`${scriptBytes} bytes of JavaScript`);
  complaints.push(...foreign.map((url) => `asks ${url}`));
  return complaints.map((complaint) => `${path} ${complaint}`);
}

test("a planted violation is seen, in dark only as well", async () => {
  const page = await browser.newPage();
  const css = "html{background:#fff} p{color:#111} @media (prefers-color-scheme: dark) {p{color:#eee}}";
  await page.setContent(`<html lang="nl"><style>${css}</style><main><h1>Proef</h1><p>Grijs</p><img></main>`);
  const found = await axeComplaints(page);
  await page.close();
  expect(found.some((each) => each.startsWith("light image-alt"))).toBe(true);
  expect(found.some((each) => each.startsWith("dark color-contrast"))).toBe(true);
  expect(found.some((each) => each.startsWith("light color-contrast"))).toBe(false);
});

/** Somebody with a hundred pages takes a minute; a machine that does other work besides may take several. */
const PATIENCE = 900_000;

describe.each(visitors)("as %s", { timeout: PATIENCE }, (visitor) => {
  test("every page is accessible, light and dark, wide and at 320 px, and keeps to its budget", async () => {
    const context = await contextOf(browser, server.url, visitor);
    const page = await context.newPage();
    const complaints: string[] = [];
    const paths = await pagesFor(context);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) complaints.push(...(await complaintsOf(page, path, server.url)));
    await context.close();
    expect(complaints).toEqual([]);
  });
});
