import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeComplaints } from "../support/axe.ts";
import {
  contextOf,
  type DemoPerson,
  launchBrowser,
  type RunningServer,
  startServer,
} from "../support/browser.ts";
import { arriveBy } from "../support/journey.ts";

const LEAST_TARGET = 24;
const MAIN_BUTTON = 44;

/** A page of every kind: who comes there, and where. */
const PAGES: [DemoPerson, string][] = [
  ["redacteur", "/"],
  ["redacteur", "/leden"],
  ["redacteur", "/leden/buurtkracht-lindestad/profiel"],
  ["redacteur", "/leden/buurtkracht-lindestad/profiel/gemeenten"],
  ["redacteur", "/vragenlijst/2026"],
  ["redacteur", "/vragenlijst/2026/sectie/6"],
  ["redacteur", "/vragenlijst/2026/controle"],
  ["monitoring", "/inzicht/2024/vraag/3D1"],
  ["gastheer", "/werkbezoeken"],
  ["gastheer", "/werkbezoeken/aanbod/nieuw"],
];

let server: RunningServer;
let browser: Browser;
const contexts = new Map<DemoPerson, BrowserContext>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  for (const [person] of PAGES)
    if (!contexts.has(person)) contexts.set(person, await contextOf(browser, server.url, person));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: DemoPerson, path: string): Promise<Page> {
  const page = await contexts.get(person)?.newPage();
  if (!page) throw new Error(`Nobody walks as ${person}`);
  await page.goto(path, { waitUntil: "load" });
  return page;
}

/** Everything to press that is too small; a link within a sentence is as high as the sentence. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([least, main]) => {
      const complaints: string[] = [];
      const measured = "a[href], button, input:not([type=hidden]), select, textarea, summary";
      for (const element of document.querySelectorAll<HTMLElement>(measured)) {
        const isRead = element.matches(".wt-only-read, .utrecht-skip-link");
        if (!element.checkVisibility() || isRead) continue;
        const box = element.getBoundingClientRect();
        // The words of an option belong to its circle or box: one target.
        const label =
          element instanceof HTMLInputElement ? element.labels?.[0]?.getBoundingClientRect() : null;
        const isOption = element.matches("input[type=radio], input[type=checkbox]");
        const height = Math.max(box.height, isOption && label ? label.height : 0);
        const width = Math.max(box.width, isOption && label ? label.width : 0);
        const isInline = getComputedStyle(element).display === "inline";
        const needed = element.matches(".utrecht-button--primary-action, .utrecht-button--secondary-action")
          ? (main ?? 0)
          : (least ?? 0);
        if (!isInline && (height < needed - 0.5 || width < (least ?? 0) - 0.5))
          complaints.push(`${width}x${height} ${element.outerHTML.slice(0, 120)}`);
      }
      return complaints;
    },
    [LEAST_TARGET, MAIN_BUTTON],
  );

/** The layout shift of a page so far, as browsers add it up. */
async function layoutShift(page: Page, path: string): Promise<{ shift: number; painted: number }> {
  await page.addInitScript(() => {
    const seen = { shift: 0, painted: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      seen.painted += list.getEntries().length;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(path, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  await page.waitForFunction(() => (window as unknown as { seen: { painted: number } }).seen.painted > 0);
  return page.evaluate(() => (window as unknown as { seen: { shift: number; painted: number } }).seen);
}

describe("what people see in the end", () => {
  test("everything to press is large enough, wide and at 320 px", async () => {
    const complaints: string[] = [];
    for (const [person, path] of PAGES) {
      const page = await openAs(person, path);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        complaints.push(...(await tooSmall(page)).map((found) => `${path} ${width}: ${found}`));
      }
      await page.close();
    }
    expect(complaints).toEqual([]);
  });

  test("a form with errors and a list with nothing in it are accessible like every other page", async () => {
    const complaints: string[] = [];
    const forms: [DemoPerson, string, string][] = [
      ["redacteur", "/leden/buurtkracht-lindestad/profiel/fte", "FTE opslaan"],
      ["redacteur", "/vragenlijst/2026/sectie/3", "Opslaan, later verder"],
      ["gastheer", "/werkbezoeken/aanbod/nieuw", ""],
    ];
    for (const [person, path, button] of forms) {
      const page = await openAs(person, path);
      const number = page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true });
      if ((await number.count()) > 0) await number.fill("zoiets");
      const submit = page.getByRole("main").locator("form").getByRole("button", { name: button }).last();
      await arriveBy(page, () => submit.click());
      await page.getByRole("alert").waitFor();
      complaints.push(...(await axeComplaints(page)).map((found) => `${path} ${found}`));
      await page.close();
    }
    for (const [person, path, words] of [
      ["redacteur", "/leden?zoek=dit+bestaat+niet", "Geen lid past bij alles wat je koos."],
      ["gastheer", "/werkbezoeken?thema=leren-en-monitoren&provincie=Flevoland", "Er is nu geen aanbod"],
    ] as const) {
      const page = await openAs(person, path);
      await page.getByText(words).waitFor();
      complaints.push(...(await axeComplaints(page)).map((found) => `${path} ${found}`));
      await page.close();
    }
    expect(complaints).toEqual([]);
  });

  test("on paper there is no menu and no button, and what was folded is open", async () => {
    for (const [person, path, folded] of [
      ["monitoring", "/inzicht/2024/vraag/3D1", "table"],
      ["redacteur", "/vragenlijst/2026/controle", null],
    ] as const) {
      const page = await openAs(person, path);
      if (folded) expect(await page.getByRole("figure").locator(folded).isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav:visible, main button:visible, main form:visible").count()).toBe(0);
      if (folded) {
        const box = await page.getByRole("figure").locator(folded).boundingBox();
        expect(box?.height).toBeGreaterThan(100);
      }
      expect(await page.getByRole("main").innerText()).toMatch(/peildatum/i);
      expect((await page.pdf({ format: "A4" })).subarray(0, 4).toString()).toBe("%PDF");
      await page.close();
    }
  });

  test("on paper the mirror has no address under every question: its own stands at the foot", async () => {
    const page = await openAs("redacteur", "/inzicht/2024/spiegel");
    await page.emulateMedia({ media: "print" });
    const links = page.locator(".wt-mirror__item h3 a");
    expect(await links.count()).toBeGreaterThan(10);
    const added = await links.evaluateAll((all) =>
      all.map((each) => getComputedStyle(each, "::after").content),
    );
    expect(new Set(added)).toEqual(new Set(["none"]));
    await page.close();
  });

  test("nothing jumps while a page comes in", async () => {
    const shifts: Record<string, number> = {};
    for (const [person, path] of PAGES) {
      const page = await openAs(person, "/robots.txt");
      await page.setViewportSize({ width: 390, height: 844 });
      const { shift, painted } = await layoutShift(page, path);
      expect(painted).toBeGreaterThan(0);
      if (shift >= 0.1) shifts[path] = shift;
      await page.close();
    }
    expect(shifts).toEqual({});
  });
});
