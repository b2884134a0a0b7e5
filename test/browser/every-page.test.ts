import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/app.tsx";
import {
  contextOf,
  DEMO_PEOPLE,
  type DemoPerson,
  launchBrowser,
  type RunningServer,
  startServer,
  untilScalesAreReleased,
} from "../support/browser.ts";
import { crawl, routesOf } from "../support/crawl.ts";
import { DEMO_SETTINGS } from "../support/settings.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
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
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The first page of each route that this visitor can reach by links. */
async function pagesFor(context: BrowserContext): Promise<string[]> {
  const routes = routesOf(createApp({ settings: DEMO_SETTINGS } as Parameters<typeof createApp>[0]));
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
  ]);
  const first = new Map(
    visited
      .filter(({ html }) => html)
      .map(({ route, path }) => [route, path])
      .reverse() as [string, string][],
  );
  return [...first.values()];
}

/** Sideways scroll in pixels at this width; 0 is good. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const violations = async (page: Page, tags: string[]) =>
  (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );

/** Everything that one page may be blamed for. */
async function complaintsOf(page: Page, path: string, origin: string): Promise<string[]> {
  const complaints: string[] = [];
  let scriptBytes = 0;
  const foreign: string[] = [];
  page.removeAllListeners();
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404"))
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) foreign.push(request.url());
  });
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script")
      scriptBytes += Number((await response.request().sizes()).responseBodySize);
  });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path, { waitUntil: "load" });
  complaints.push(...(await violations(page, WCAG)));
  await page.emulateMedia({ colorScheme: "dark" });
  complaints.push(...(await violations(page, ["wcag2aa"])).map((found) => `dark ${found}`));
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

describe.each(visitors)("as %s", (visitor) => {
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
