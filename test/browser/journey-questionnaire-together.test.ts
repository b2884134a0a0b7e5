import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  arriveBy,
  choose,
  describeJourney,
  expectErrorSummary,
  mainText,
  signInAs,
  statusAfter,
} from "../support/journey.ts";

const STRENGTHEN = "het versterken van de buurt?";
const ON_WHAT = "Wat zijn concreet helpende factoren voor jullie in het realiseren van de brede opdracht?";

const saveAndStop = (page: Page) => page.getByRole("button", { name: "Opslaan, later verder" });
const strengthen = (page: Page) => page.getByRole("radiogroup", { name: STRENGTHEN });

async function openSection(page: Page, title: string): Promise<void> {
  await page.goto("/vragenlijst/2026");
  await arriveBy(page, () => page.getByRole("link", { name: title, exact: true }).click());
}

describeJourney("questionnaire with colleagues", (stage) => {
  test("two people answer the same question: both answers are shown with a name, and one chooses", async () => {
    const [one, other] = [await stage.enter("redacteur"), await stage.enter("redacteur")];
    for (const page of [one, other]) await openSection(page, "Brede maatschappelijke opdracht");
    await choose(strengthen(one), "Beperkt");
    await saveAndStop(one).click();
    await one.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();

    await choose(strengthen(other), "Volledig");
    const partners = other.getByRole("radiogroup", { name: /^actief samenwerken/ });
    await choose(partners, "Deels");
    const words = new RegExp(STRENGTHEN.replace("?", ""));
    const keep = other.getByRole("button", { name: "Keuze opslaan" });
    const saysBoth = async (choice: Locator) => {
      const text = await choice.innerText();
      expect(text).toMatch(/Jouw antwoord[\s\S]*Volledig/);
      expect(text).toMatch(/Antwoord van Redacteur \(demo\), [\s\S]*Beperkt/);
    };
    if (stage.javaScript) {
      // The question saved itself: the choice stands beneath it, and the form goes nowhere before it is made.
      const choice = other.locator(".wt-kept-choice").getByRole("radiogroup", { name: words });
      await saysBoth(choice);
      await saveAndStop(other).click();
      await choice.getByText("Kies welk antwoord blijft staan.").waitFor();
      await choose(choice, "Jouw antwoord");
      await keep.click();
      await choice.waitFor({ state: "detached" });
      await saveAndStop(other).click();
    } else {
      expect(await statusAfter(other, () => saveAndStop(other).click())).toBe(409);
      await other.getByRole("heading", { level: 1, name: "Kies welk antwoord blijft" }).waitFor();
      const choice = other.getByRole("radiogroup", { name: words });
      await saysBoth(choice);
      expect(await statusAfter(other, () => keep.click())).toBe(422);
      await expectErrorSummary(other, ["Kies welk antwoord blijft staan."]);
      await choose(choice, "Jouw antwoord");
      await keep.click();
    }
    await other.getByRole("heading", { level: 1, name: /2026$/ }).waitFor();
    await other.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
    await openSection(one, "Brede maatschappelijke opdracht");
    expect(await strengthen(one).getByRole("radio", { name: "Volledig", exact: true }).isChecked()).toBe(
      true,
    );
    const seen = one.getByRole("radiogroup", { name: /^actief samenwerken/ });
    expect(await seen.getByRole("radio", { name: "Deels", exact: true }).isChecked()).toBe(true);
    await stage.leave(one);
    await stage.leave(other);
  });

  test("what two people change in different questions is kept of both, without a word", async () => {
    const [one, other] = [await stage.enter("redacteur"), await stage.enter("redacteur")];
    for (const page of [one, other]) await openSection(page, "Randvoorwaarden");
    const [first, second] = [0, 1];
    await choose(one.getByRole("radiogroup").nth(first), "Beperkt");
    await choose(other.getByRole("radiogroup").nth(second), "Volledig");
    for (const page of [one, other]) {
      await saveAndStop(page).click();
      await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
    }
    await openSection(one, "Randvoorwaarden");
    const group = (at: number) => one.getByRole("radiogroup").nth(at);
    expect(await group(first).getByRole("radio", { name: "Beperkt", exact: true }).isChecked()).toBe(true);
    expect(await group(second).getByRole("radio", { name: "Volledig", exact: true }).isChecked()).toBe(true);
    await stage.leave(one);
    await stage.leave(other);
  });

  test("a session that ended meanwhile asks to sign in, keeps what was typed, and saves it after all", async () => {
    const page = await stage.enter("redacteur");
    await openSection(page, "Wat helpt en wat belemmert");
    const typed = 'Korte lijnen, "échte" tijd & <ruimte>\nen een tweede regel.';
    await page.getByLabel(ON_WHAT, { exact: true }).fill(typed);
    await page.context().clearCookies();
    expect(await statusAfter(page, () => saveAndStop(page).click())).toBe(401);
    expect(await mainText(page)).toContain("Wat je typte is bewaard.");
    await signInAs(page, "redacteur");
    await page.getByRole("heading", { level: 1, name: "Je was iets aan het opslaan" }).waitFor();
    expect(
      await statusAfter(page, () => page.getByRole("button", { name: "Verder met opslaan" }).click()),
    ).toBe(200);
    // With the script the task list also sends what the browser kept, and says so in a line of its own.
    await page.getByRole("status").filter({ hasText: "Gelukt: Opgeslagen om" }).waitFor();
    await openSection(page, "Wat helpt en wat belemmert");
    expect(await page.getByLabel(ON_WHAT, { exact: true }).inputValue()).toBe(typed);
    await stage.leave(page);
  });

  test("signed in as somebody who may not save, nothing is saved in another organisation's name", async () => {
    const page = await stage.enter("redacteur");
    await openSection(page, "Zorgen en trots");
    const field = page.getByRole("textbox").first();
    await field.fill("Van Lindestad, niet van Waterrand.");
    await page.context().clearCookies();
    expect(await statusAfter(page, () => saveAndStop(page).click())).toBe(401);
    await signInAs(page, "redacteur-2");
    const status = await statusAfter(page, () =>
      page.getByRole("button", { name: "Verder met opslaan" }).click(),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    await page.goto("/vragenlijst/2026/controle");
    expect(await mainText(page)).not.toContain("Van Lindestad, niet van Waterrand.");
    await stage.leave(page);
  });

  test("a number that cannot be read stores nothing of the page and keeps everything typed", async () => {
    const page = await stage.enter("redacteur");
    await openSection(page, "Vorm en capaciteit");
    const fte = page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true });
    await fte.fill("12 tot 14");
    await page.getByLabel(/^Toelichting bij Hoeveel FTE/).fill("Dat wisselt.");
    expect(await statusAfter(page, () => saveAndStop(page).click())).toBe(422);
    await page.getByRole("alert").waitFor();
    const [sentence = ""] = await page.getByRole("alert").getByRole("link").allInnerTexts();
    await expectErrorSummary(page, [sentence]);
    expect(await fte.inputValue()).toBe("12 tot 14");
    expect(await page.getByLabel(/^Toelichting bij Hoeveel FTE/).inputValue()).toBe("Dat wisselt.");
    await page.goto("/vragenlijst/2026/controle");
    expect(await mainText(page)).not.toContain("Dat wisselt.");
    await stage.leave(page);
  });
});
