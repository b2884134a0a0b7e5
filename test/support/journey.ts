import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { contextOf, type DemoPerson, launchBrowser, type RunningServer, startServer } from "./browser.ts";

/** Names on the buttons of the sign-in page. */
const BUTTONS = {
  redacteur: "Log in als redacteur",
  "redacteur-2": "Log in als redacteur van een ander lid",
} as const;

/** A demo association of its own, and people with a browser each. */
export interface Stage {
  readonly url: string;
  readonly javaScript: boolean;
  /** a browser of one person's own, at home; null walks in as a visitor */
  enter(person: DemoPerson | null): Promise<Page>;
  /** closes the browser of that page, as at the end of a day */
  leave(page: Page): Promise<void>;
}

/** Presses the button of a demo person on the sign-in page that is open. */
export const signInAs = (page: Page, person: keyof typeof BUTTONS): Promise<void> =>
  arriveBy(page, () => page.getByRole("button", { name: BUTTONS[person], exact: true }).click());

/**
 * Runs the same journey with and without JavaScript, each on a built server with a fresh data directory.
 * Whatever a page reports to its console counts as a failure.
 *
 * @param onlyReads whether the journey changes nothing, so that one server does for both
 */
export function describeJourney(
  name: string,
  walk: (stage: Stage) => void,
  settings: Record<string, string> = {},
  onlyReads = false,
): void {
  let browser: Browser;
  let server: RunningServer | undefined;
  const stopServer = async () => {
    await server?.stop();
    server = undefined;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stopServer();
  });

  describe.each([true, false])(`${name}, JavaScript %s`, (javaScript) => {
    const contexts = new Set<BrowserContext>();
    const complaints: string[] = [];

    beforeAll(async () => {
      server ??= await startServer(settings);
    });
    afterAll(async () => {
      await Promise.all([...contexts].map((context) => context.close()));
      if (!onlyReads) await stopServer();
      expect(complaints).toEqual([]);
    });

    walk({
      javaScript,
      get url() {
        return urlOf(server);
      },
      async enter(person) {
        const context = await contextOf(browser, urlOf(server), person, { javaScriptEnabled: javaScript });
        contexts.add(context);
        context.setDefaultTimeout(60_000);
        const page = await context.newPage();
        page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
        page.on("console", (message) => {
          // A page with a fault or an error answers 4xx on purpose; the browser reports that as well.
          if (message.type() === "error" && !message.text().includes("the server responded with a status"))
            complaints.push(`${page.url()} ${message.text()}`);
        });
        await page.goto("/");
        return page;
      },
      async leave(page) {
        contexts.delete(page.context());
        await page.context().close();
      },
    });
  });
}

function urlOf(server: RunningServer | undefined): string {
  if (!server) throw new Error("No server runs");
  return server.url;
}

/**
 * Does something that leads to another page, and waits until that page stands: a click alone does not. A page that
 * is still coming in has begun already, so that its end is never taken for the arrival of the next.
 */
export async function arriveBy(page: Page, act: () => Promise<void>): Promise<void> {
  const begun = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame());
  await Promise.all([begun, act()]);
  await page.waitForLoadState("domcontentloaded");
}

/** Follows a link of the main navigation. */
export const goTo = (page: Page, label: string): Promise<void> =>
  arriveBy(page, () =>
    page
      .getByRole("navigation", { name: "Hoofdmenu" })
      .getByRole("link", { name: label, exact: true })
      .click(),
  );

/** Chooses or unticks an option as people do: by its words, which cover the circle or the box. */
export const choose = (within: Page | Locator, words: string): Promise<void> =>
  within.locator("label").getByText(words, { exact: true }).click();

/** The text of the page's own part once all of it is in, white space evened out. */
export async function mainText(page: Page): Promise<string> {
  await page.waitForLoadState("domcontentloaded");
  return (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
}

/** Clicks something that leads to another page, and returns the status of that page. */
export async function statusAfter(page: Page, click: () => Promise<void>): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse(
      (answer) => answer.request().isNavigationRequest() && (answer.status() < 300 || answer.status() > 399),
    ),
    arriveBy(page, click),
  ]);
  await page.waitForLoadState("load");
  return response.status();
}

/** Whether the error summary is there with focus, the title says so, and its links lead to their fields. */
export async function expectErrorSummary(page: Page, sentences: readonly string[]): Promise<void> {
  expect(await page.title()).toMatch(/^Fout: /);
  const summary = page.getByRole("alert");
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await summary.getByRole("link").allInnerTexts()).toEqual(sentences);
  for (const sentence of sentences) {
    await summary.getByRole("link", { name: sentence }).click();
    const field = page.locator(":focus");
    expect(await field.evaluate((element) => element.matches("input, select, textarea"))).toBe(true);
    expect(await describedBy(page, ":focus")).toContain(sentence);
  }
}

/** The texts that describe a control: its own hint and error, and those of the group that it is in. */
const describedBy = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => {
    const ids = [element, element.closest("fieldset")].flatMap(
      (each) => each?.getAttribute("aria-describedby")?.split(" ") ?? [],
    );
    return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  });
