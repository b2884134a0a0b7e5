import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contextOf, launchBrowser, type RunningServer, startServer } from "../support/browser.ts";
import { choose } from "../support/journey.ts";

const SECTION = "/vragenlijst/2026/sectie/8";
const HELPS = "Wat zijn concreet helpende factoren voor jullie in het realiseren van de brede opdracht?";
const HINDERS =
  "Wat zijn concreet belemmerende factoren voor jullie in het realiseren van de brede opdracht?";

let browser: Browser;
let server: RunningServer;
const complaints: string[] = [];
const contexts: BrowserContext[] = [];

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

async function enter(): Promise<Page> {
  const context = await contextOf(browser, server.url, "redacteur");
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  return open(context);
}

async function open(context: BrowserContext, path = SECTION): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isExpected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === "error" && !isExpected) complaints.push(message.text());
  });
  await page.goto(path);
  return page;
}

const line = (page: Page) => page.locator("[data-keep]");
const says = (page: Page, words: RegExp) => line(page).filter({ hasText: words }).waitFor();
const field = (page: Page, question = HELPS) => page.getByLabel(question, { exact: true });

/** Fills in a text and leaves its field. */
async function answer(page: Page, text: string, question = HELPS): Promise<void> {
  await field(page, question).fill(text);
  await field(page, question).blur();
}

/** What the server has, asked by a browser of its own. */
async function stored(question = HELPS): Promise<string> {
  const page = await enter();
  const text = await field(page, question).inputValue();
  await page.context().close();
  return text;
}

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).length);

describe("a question that saves itself", () => {
  test("says when, in the line that a screen reader hears, and only once it is stored", async () => {
    const page = await enter();
    expect(await line(page).getAttribute("role")).toBe("status");
    expect(await line(page).innerText()).toBe("");
    await answer(page, "Korte lijnen.");
    await says(page, /^Opgeslagen om \d\d\.\d\d$/);
    expect(await stored()).toBe("Korte lijnen.");
    expect(await kept(page)).toBe(0);
    await page.getByRole("button", { name: "Opslaan, later verder" }).click();
    await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/vragenlijst/2026");
    expect(complaints).toEqual([]);
  });

  test("with a fault says so only after the field is left, and keeps what was typed", async () => {
    const context = (await enter()).context();
    const page = await open(context, "/vragenlijst/2026/sectie/3");
    const fte = page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true });
    await fte.pressSequentially("12 tot 14");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await fte.blur();
    await says(page, /Nog niet opgeslagen\. Verbeter je antwoord/);
    expect(await page.locator("#veld-3C2-fout").innerText()).toContain("Vul een getal in");
    expect(await fte.getAttribute("aria-invalid")).toBe("true");
    await fte.fill("12,5");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await fte.blur();
    await says(page, /^Opgeslagen om/);
    expect(complaints).toEqual([]);
  });

  test("of two fields says nothing of the second while the person is still in the question", async () => {
    const page = await open((await enter()).context(), "/vragenlijst/2026/sectie/1");
    const group = page.getByRole("group", { name: /^Welke wetten/ });
    const before = await group.getByRole("checkbox", { name: "Anders", exact: true }).isChecked();
    if (!before) await choose(group, "Anders");
    await group.getByLabel("Namelijk").fill("");
    await group.getByLabel("Namelijk").fill("Wet inburgering");
    expect(await page.locator(".wt-error").count()).toBe(0);
    await group.getByLabel("Namelijk").blur();
    await says(page, /^Opgeslagen om/);
    expect(complaints).toEqual([]);
  });
});

describe("without a connection", () => {
  test("what was typed waits on the device and is stored once it is back", async () => {
    const page = await enter();
    const sent: string[] = [];
    page.on("response", (response) => {
      if (response.request().method() === "POST") sent.push(`${response.status()}`);
    });
    await page.context().setOffline(true);
    await answer(page, "Getypt in de trein.");
    await says(page, /Nog niet opgeslagen: geen verbinding\. Je antwoord staat veilig op dit apparaat\./);
    await answer(page, "Getypt in de trein, en verbeterd.");
    await page.getByRole("button", { name: "Opslaan en verder" }).click();
    await says(page, /geen verbinding/);
    expect(new URL(page.url()).pathname).toBe(SECTION);
    expect(await field(page).inputValue()).toBe("Getypt in de trein, en verbeterd.");
    await page.context().setOffline(false);
    await says(page, /^Opgeslagen om/);
    // The first wording was sent without an answer, so it goes first; the second follows it.
    expect(sent).toEqual(["200", "200"]);
    expect(await stored()).toBe("Getypt in de trein, en verbeterd.");
    expect(await kept(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("a browser that crashes while somebody types loses nothing", async () => {
    const page = await enter();
    const context = page.context();
    await context.setOffline(true);
    await field(page).fill("Nog niet verlaten");
    const crashed = new Promise((resolve) => page.once("crash", resolve));
    await Promise.all([crashed, page.goto("chrome://crash").catch(() => null)]);
    await page.close();
    await context.setOffline(false);
    expect(await stored()).not.toBe("Nog niet verlaten");
    const again = await open(context);
    await says(again, /^Opgeslagen om \d\d\.\d\d: wat je eerder typte op dit apparaat\.$/);
    expect(await field(again).inputValue()).toBe("Nog niet verlaten");
    expect(await stored()).toBe("Nog niet verlaten");
    expect(complaints).toEqual([]);
  });

  test("a page that is closed at once still sends what was typed", async () => {
    const page = await enter();
    await field(page).fill("Dicht, zonder de muis te bewegen");
    await page.goto("/");
    await expect.poll(() => stored(), { timeout: 15_000 }).toBe("Dicht, zonder de muis te bewegen");
  });

  test("what was left on the device is sent from the task list too", async () => {
    const page = await enter();
    await page.context().setOffline(true);
    await answer(page, "Van de takenlijst");
    await says(page, /geen verbinding/);
    await page.close();
    const context = contexts.at(-1);
    if (!context) throw new Error("There is a context.");
    await context.setOffline(false);
    const tasks = await open(context, "/vragenlijst/2026");
    await says(tasks, /^Opgeslagen om \d\d\.\d\d: wat je eerder typte op dit apparaat\.$/);
    expect(await stored()).toBe("Van de takenlijst");
    expect(complaints).toEqual([]);
  });
});

describe("on a device of several people", () => {
  test("an expired session keeps what was typed, and stores it after signing in beside", async () => {
    const page = await enter();
    await page.context().clearCookies();
    await answer(page, "Na de lunch getypt.");
    await says(page, /^Je bent uitgelogd\. Nog niet opgeslagen\./);
    const [beside] = await Promise.all([
      page.context().waitForEvent("page"),
      line(page).getByRole("link", { name: "Log opnieuw in (nieuw tabblad)" }).click(),
    ]);
    await beside.getByRole("button", { name: "Log in als redacteur", exact: true }).click();
    await beside.waitForURL(`**${SECTION}`);
    await beside.close();
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await says(page, /^Opgeslagen om/);
    expect(await stored()).toBe("Na de lunch getypt.");
    expect(complaints).toEqual([]);
  });

  test("somebody else sees nothing of it, and it waits for its writer", async () => {
    const page = await enter();
    const context = page.context();
    await context.clearCookies();
    await answer(page, "Alleen van mij.");
    await says(page, /^Je bent uitgelogd/);
    await context.request.post("/inloggen/demo", { form: { persoon: "redacteur-2" }, maxRedirects: 0 });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await says(page, /^Iemand anders is nu ingelogd\. Nog niet opgeslagen\./);
    await page.close();
    const other = await open(context);
    expect(await other.locator("main").innerHTML()).not.toContain("Alleen van mij.");
    expect(await kept(other)).toBe(1);
    await other.close();
    await context.request.post("/inloggen/demo", { form: { persoon: "redacteur" }, maxRedirects: 0 });
    const own = await open(context);
    await says(own, /Opgeslagen om/);
    expect(await stored()).toBe("Alleen van mij.");
    expect(complaints).toEqual([]);
  });
});

describe("two people at one question", () => {
  test("both see both answers under it, with names, and the second chooses with the keyboard", async () => {
    const [one, other] = [await enter(), await enter()];
    await answer(one, "Van de een.", HINDERS);
    await says(one, /^Opgeslagen om/);
    await answer(other, "Van de ander.", HINDERS);
    await says(other, /Er staat intussen een ander antwoord\. Kies welk antwoord blijft/);
    const group = other.getByRole("radiogroup");
    expect(await group.innerText()).toMatch(
      /Jouw antwoord[\s\S]*Van de ander\.[\s\S]*Antwoord van Redacteur[\s\S]*Van de een\./,
    );

    await other.getByRole("button", { name: "Opslaan en verder" }).click();
    await group.getByText("Kies welk antwoord blijft staan.").waitFor();
    expect(new URL(other.url()).pathname).toBe(SECTION);
    await line(other).getByRole("link").click();
    await other.keyboard.press("Space");
    await other.keyboard.press("Tab");
    await other.keyboard.press("Enter");
    await says(other, /^Opgeslagen om/);
    expect(await group.count()).toBe(0);
    expect(await stored(HINDERS)).toBe("Van de ander.");

    // The first has not seen that; what it types now is a conflict again, and now it gives in.
    await answer(one, "Van de een, nogmaals.", HINDERS);
    await one
      .getByRole("radiogroup")
      .getByText(/^Antwoord van/)
      .click();
    await one.getByRole("button", { name: "Keuze opslaan" }).click();
    await says(one, /^Opgeslagen om/);
    expect(await field(one, HINDERS).inputValue()).toBe("Van de ander.");
    expect(await stored(HINDERS)).toBe("Van de ander.");
    expect(complaints).toEqual([]);
  });

  test("different questions are both kept, without a word", async () => {
    const [one, other] = [await enter(), await enter()];
    await answer(one, "Helpt.", HELPS);
    await answer(other, "Belemmert.", HINDERS);
    await says(one, /^Opgeslagen om/);
    await says(other, /^Opgeslagen om/);
    expect([await stored(HELPS), await stored(HINDERS)]).toEqual(["Helpt.", "Belemmert."]);
    expect(complaints).toEqual([]);
  });
});
