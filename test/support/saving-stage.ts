import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { contextOf, launchBrowser, type RunningServer, startServer } from "./browser.ts";

export const SECTION = "/vragenlijst/2026/sectie/8";
export const HELPS =
  "Wat zijn concreet helpende factoren voor jullie in het realiseren van de brede opdracht?";
export const HINDERS =
  "Wat zijn concreet belemmerende factoren voor jullie in het realiseren van de brede opdracht?";

let browser: Browser;
let server: RunningServer;
/** What pages reported to their console in this test. */
export const complaints: string[] = [];
const contexts: BrowserContext[] = [];

/** A built server with a fresh demo, for the tests of the file that asks for it. */
export function useStage(): void {
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await server?.stop();
  });
  beforeEach(() => {
    complaints.length = 0;
  });
}

/** A browser of its own, of the editor, at the section. */
export async function enter(): Promise<Page> {
  const context = await contextOf(browser, server.url, "redacteur");
  context.setDefaultTimeout(60_000);
  contexts.push(context);
  return open(context);
}

/** Another page of the same browser. */
export async function open(context: BrowserContext, path = SECTION): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isExpected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === "error" && !isExpected) complaints.push(message.text());
  });
  await page.goto(path);
  await live(page);
  return page;
}

/**
 * Until the browser let go of the locks of pages that are gone, which takes it a moment: a page that opens before
 * that takes them for open and leaves what they kept.
 */
export async function letGo(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/robots.txt");
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
  await page.close();
}

/** Until the script listens: it takes a lock once it does. What is typed before that is the form's alone. */
const live = (page: Page) =>
  page.waitForFunction(
    async () =>
      !document.querySelector("[data-keep]") || ((await navigator.locks.query()).held ?? []).length > 0,
  );

/** Where the page tells how saving stands. */
export const line = (page: Page) => page.locator("[data-keep]");
export const says = (page: Page, words: RegExp) => line(page).filter({ hasText: words }).waitFor();
export const field = (page: Page, question = HELPS) => page.getByLabel(question, { exact: true });

/** Fills in a text and leaves its field. */
export async function answer(page: Page, text: string, question = HELPS): Promise<void> {
  await field(page, question).fill(text);
  await field(page, question).blur();
}

/** What the server has, asked by a browser of its own. */
export async function stored(question = HELPS): Promise<string> {
  const page = await enter();
  const text = await field(page, question).inputValue();
  await page.context().close();
  return text;
}

/** How many answers wait in the browser. */
export const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).length);
