import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  arriveBy,
  choose,
  describeJourney,
  expectErrorSummary,
  goTo,
  mainText,
  type Stage,
  statusAfter,
} from "../support/journey.ts";

const OWN = "Buurtkracht Lindestad";
const WATERMOLEN = "Coöperatie De Watermolen";

const foundMembers = (page: Page) => page.getByRole("region", { name: "Gevonden leden" });

/** The filter of the directory that opens by its title; each province in it is a link. */
const provinces = (page: Page) =>
  page
    .getByRole("navigation", { name: "Filters" })
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: "Provincie" }) });

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByLabel("Zoek op naam, afkorting of plaats").fill(words);
  await arriveBy(page, () => page.getByRole("button", { name: "Toon leden" }).click());
}

async function openOwnProfile(page: Page): Promise<void> {
  await goTo(page, "Leden");
  await searchFor(page, "Lindestad");
  await arriveBy(page, () => page.getByRole("link", { name: OWN, exact: true }).click());
}

async function openField(page: Page, subject: string): Promise<void> {
  await openOwnProfile(page);
  await arriveBy(page, () => page.getByRole("link", { name: "Profiel bijwerken" }).click());
  await arriveBy(page, () => page.getByRole("link", { name: `Wijzig ${subject}`, exact: true }).click());
}

/** A row of the summary: the value of a question with the note beneath it. */
const fact = (page: Page, question: string): Promise<string> =>
  page
    .locator("dt", { hasText: new RegExp(`^${question.replace(/[()]/g, "\\$&")}$`) })
    .locator("xpath=following-sibling::dd[1]")
    .innerText();

async function historyOf(page: Page, field: string): Promise<string[]> {
  await openOwnProfile(page);
  await arriveBy(page, () => page.getByRole("link", { name: "Geschiedenis bekijken" }).click());
  const table = page.getByRole("table", { name: field, exact: true });
  await table.waitFor();
  return table.locator("tbody tr").allInnerTexts();
}

/** Searches, and ticks what is found; without JavaScript by the button, with it while typing. */
async function tickMunicipality(stage: Stage, page: Page, words: string, name: string): Promise<void> {
  const button = page.getByRole("button", { name: "Zoeken" });
  // The button leaves as soon as the island lives; words typed from then on are searched at once.
  if (stage.javaScript) await button.waitFor({ state: "detached" });
  await page.getByLabel("Zoek een gemeente").fill(words);
  if (!stage.javaScript) await button.click();
  await choose(page.getByRole("group", { name: "Gevonden gemeenten" }), name);
}

/** The day of today; a test that runs past midnight asks before and after. */
const today = () =>
  new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "Europe/Amsterdam" }).format(new Date());

describeJourney("profile", (stage) => {
  test("the directory finds a member by another name of a municipality; filters live in the address", async () => {
    const page = await stage.enter("redacteur");
    await goTo(page, "Leden");
    await provinces(page).locator("summary").click();
    await arriveBy(page, () =>
      provinces(page).getByRole("link", { name: "Noord-Brabant", exact: true }).click(),
    );
    await searchFor(page, "Den Bosch");
    await foundMembers(page).getByRole("rowheader", { name: WATERMOLEN }).waitFor();
    expect(await foundMembers(page).getByRole("rowheader").count()).toBe(1);
    expect(new URL(page.url()).searchParams.get("zoek")).toBe("Den Bosch");
    expect(new URL(page.url()).searchParams.get("provincie")).toBe("Noord-Brabant");

    const colleague = await stage.enter("redacteur-2");
    await colleague.goto(page.url());
    expect(await colleague.getByLabel("Zoek op naam, afkorting of plaats").inputValue()).toBe("Den Bosch");
    expect(await foundMembers(colleague).getByRole("rowheader").allInnerTexts()).toEqual([WATERMOLEN]);
    await stage.leave(colleague);

    await arriveBy(page, () => foundMembers(page).getByRole("link", { name: WATERMOLEN }).click());
    await page.getByRole("heading", { level: 1, name: WATERMOLEN }).waitFor();
    await page.goBack();
    expect(await page.getByLabel("Zoek op naam, afkorting of plaats").inputValue()).toBe("Den Bosch");
    const chosen = provinces(page).getByRole("link", { name: "Noord-Brabant", exact: true });
    expect(await chosen.getAttribute("aria-current")).toBe("true");
    expect(await foundMembers(page).getByRole("rowheader").allInnerTexts()).toEqual([WATERMOLEN]);

    await arriveBy(page, () =>
      page.getByRole("link", { name: "Verwijder filter Provincie: Noord-Brabant" }).click(),
    );
    expect(new URL(page.url()).search).toBe("?zoek=Den+Bosch");
    await stage.leave(page);
  });

  test("a number is read as Dutch people write it, and a wrong one is explained and kept", async () => {
    const begun = today();
    const page = await stage.enter("redacteur");
    await openField(page, "FTE");
    const field = page.getByLabel("Hoeveel FTE hebben jullie in totaal?", { exact: true });
    const save = page.getByRole("button", { name: "FTE opslaan" });
    await field.fill("best veel");
    expect(await statusAfter(page, () => save.click())).toBe(422);
    const [sentence = ""] = await page.getByRole("alert").getByRole("link").allInnerTexts();
    expect(sentence).toMatch(/bijvoorbeeld/i);
    await expectErrorSummary(page, [sentence]);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe("best veel");

    await field.fill("1.234,5");
    await arriveBy(page, () => save.click());
    await page.getByRole("status").filter({ hasText: "Je wijziging staat in het profiel." }).waitFor();
    expect(await fact(page, "FTE (voltijdbanen)")).toContain("1.234,5 fte");
    const rows = await historyOf(page, "FTE (voltijdbanen)");
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toContain("1.234,5 fte");
    expect(rows[0]).toContain("Redacteur (demo)");
    expect([begun, today()].some((day) => rows[0]?.includes(day))).toBe(true);
    expect(rows[1]).toContain("76,6 fte");
    await stage.leave(page);
  });

  test("one button confirms a value of long ago, and going back afterwards asks nothing twice", async () => {
    const begun = today();
    const page = await stage.enter("redacteur");
    const before = await historyOf(page, "CAO");
    await openOwnProfile(page);
    await arriveBy(page, () => page.getByRole("link", { name: "Profiel bijwerken" }).click());
    expect(await fact(page, "CAO")).toContain("Klopt dit nog?");
    await arriveBy(page, () => page.getByRole("button", { name: /^Klopt nog\s*: CAO$/ }).click());
    await page.getByRole("status").waitFor();
    expect(await fact(page, "CAO")).not.toContain("Klopt dit nog?");
    expect(await fact(page, "CAO")).toMatch(new RegExp(`Peildatum (${begun}|${today()})`));
    await page.goBack();
    expect(page.url()).toContain("/profiel");
    await page.reload();
    const said = await historyOf(page, "CAO");
    expect(said.filter((row) => row.endsWith("nu"))).toHaveLength(1);
    expect(said).toHaveLength(before.length + 1);
    await stage.leave(page);
  });

  test("municipalities are found by any name, and what follows from them changes along", async () => {
    const page = await stage.enter("redacteur");
    await openField(page, "gemeenten");
    await tickMunicipality(stage, page, "Sudwest", "Súdwest-Fryslân");
    await tickMunicipality(stage, page, "Den Bosch", "'s-Hertogenbosch");
    if (stage.javaScript) expect(await mainText(page)).toContain("4 gemeenten gekozen");
    await choose(page.getByRole("group", { name: "Gekozen gemeenten" }), "Voorst");
    await arriveBy(page, () => page.getByRole("button", { name: "Gemeenten opslaan" }).click());
    await page.getByRole("status").waitFor();

    await openOwnProfile(page);
    const table = page.getByRole("table", { name: /^Gemeenten en inwoners op/ });
    const rows = await table.locator("tbody tr").allInnerTexts();
    expect(new Set(rows.map((row) => row.split("\t")[0]))).toEqual(
      new Set(["Apeldoorn", "'s-Hertogenbosch", "Súdwest-Fryslân"]),
    );
    const inhabitants = (row: string) => Number(row.split("\t").at(-1)?.replaceAll(".", ""));
    const total = await table.locator("tfoot tr").innerText();
    expect(inhabitants(total)).toBe(rows.map(inhabitants).reduce((sum, each) => sum + each, 0));
    expect(inhabitants(total)).toBeGreaterThan(194_789);
    expect(await mainText(page)).toContain("Actief in 3 gemeenten in Fryslân, Gelderland en Noord-Brabant");

    const [now = "", before = ""] = await historyOf(page, "Gemeenten");
    expect(now).toContain("Súdwest-Fryslân");
    expect(now).toContain("Redacteur (demo)");
    expect(before).toContain("Voorst");
    await stage.leave(page);

    const visitor = await stage.enter(null);
    await visitor.goto("/leden?zoek=Sudwest");
    expect(await foundMembers(visitor).getByRole("rowheader").allInnerTexts()).toEqual([OWN]);
    await stage.leave(visitor);
  });
});
