import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { arriveBy, choose, describeJourney, goTo, mainText, statusAfter } from "../support/journey.ts";

const question = (page: Page, words: string): Locator =>
  page.getByRole("group", { name: words }).or(page.getByRole("radiogroup", { name: words }));
const explanationOf = (page: Page, words: string): Locator =>
  page.getByLabel(`Toelichting bij ${words} (niet verplicht)`, { exact: true });

const FTE = "Hoeveel FTE hebben jullie in totaal?";
const SYSTEMS = "Welke procesondersteunende systemen gebruikt jouw organisatie?";
const GOVERNANCE = "Met welke governance code werkt jouw organisatie?";
const BRANCH = "Is jouw organisatie lid van een brancheorganisatie?";

/** What the editor answers in each section that is still open, by its title on the task list. */
const SECTIONS: [title: string, fill: (page: Page) => Promise<void>][] = [
  [
    "Vorm en capaciteit",
    async (page) => {
      await page.getByLabel(FTE, { exact: true }).fill("1 234,5");
      await explanationOf(page, FTE).fill("Met gedetacheerde collega's.");
    },
  ],
  [
    "Ondersteunende systemen",
    async (page) => {
      await page.getByLabel("Namelijk").fill("Een eigen registratie");
      await explanationOf(page, SYSTEMS).fill("We stappen volgend jaar over.");
    },
  ],
  [
    "Voorwaarden en brancheorganisaties",
    async (page) => {
      await choose(question(page, GOVERNANCE), "Weet ik niet");
      await choose(question(page, BRANCH), "Sociaal Werk Nederland");
      await choose(question(page, BRANCH), "Niet van toepassing");
    },
  ],
  [
    "Brede maatschappelijke opdracht",
    async (page) => {
      await page.getByRole("button", { name: "Antwoord van 2024 overnemen bij Buurt versterken" }).click();
      await page.getByRole("status").filter({ hasText: "Opgeslagen om" }).waitFor();
      const taken = question(page, "het versterken van de buurt?");
      expect(await taken.getByRole("radio", { name: "Beperkt" }).isChecked()).toBe(true);
      const groups = await page.getByRole("radiogroup").all();
      for (const group of groups.slice(1)) await choose(group, "Grotendeels");
    },
  ],
  [
    "Randvoorwaarden",
    async (page) => {
      for (const group of await page.getByRole("radiogroup").all()) await choose(group, "Deels");
    },
  ],
  ["Wat helpt en wat belemmert", (page) => answerAll(page, "Vaste tafels met de huisarts.")],
  ["Thema's en visite", (page) => answerAll(page, "Hoe houd je de inloop open?")],
  ["Zorgen en trots", (page) => answerAll(page, "Buren die elkaar weer kennen.")],
];

async function answerAll(page: Page, words: string): Promise<void> {
  const fields = page.locator("form").filter({ has: page.getByLabel(/sectie is klaar/) });
  for (const field of await fields.getByRole("textbox").all()) await field.fill(words);
}

const task = (page: Page, title: string): Locator =>
  page
    .getByRole("list", { name: "Secties van de vragenlijst" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });

async function openTasks(page: Page): Promise<void> {
  await goTo(page, "Vandaag");
  await arriveBy(page, () => page.getByRole("link", { name: "Verder met de vragenlijst" }).click());
  await page.getByRole("heading", { level: 1, name: /^Hoe werken onze wijkteams/ }).waitFor();
}

/** Number and time of the confirmation that is open. */
async function referenceOf(page: Page): Promise<string> {
  await page.getByRole("heading", { level: 1, name: "De antwoorden zijn ingediend" }).waitFor();
  return (await mainText(page)).match(/Nummer (\S+)/)?.[1] ?? "";
}

async function latestMail(page: Page, subject: RegExp): Promise<string> {
  await page.goto("/demo/post");
  await arriveBy(page, () => page.getByRole("link", { name: subject }).first().click());
  return mainText(page);
}

describeJourney("questionnaire", (stage) => {
  test("the editor fills in what is open, stops, and finds everything back the next day", async () => {
    const page = await stage.enter("redacteur");
    await openTasks(page);
    for (const [title, fill] of SECTIONS) {
      expect(await task(page, title).innerText()).not.toContain("Klaar");
      await arriveBy(page, () => page.getByRole("link", { name: title, exact: true }).click());
      expect(await mainText(page)).toMatch(/Sectie \d+ van 10/);
      await fill(page);
      const all = page.getByRole("button", { name: "Alles in deze sectie klopt nog" });
      const onward = (await all.count()) > 0 ? all : page.getByRole("button", { name: "Opslaan en verder" });
      // With the script the page says that it saved before it goes on: only the next page tells of the form.
      expect(await statusAfter(page, () => onward.click())).toBe(200);
      await page
        .getByRole("status")
        .filter({ hasText: /Opgeslagen om \d\d[.:]\d\d/ })
        .waitFor();
      if (!page.url().includes("/sectie/")) break;
      await arriveBy(page, () => page.getByRole("link", { name: "Terug naar de takenlijst" }).click());
      expect(await task(page, title).innerText()).toContain("Klaar");
    }
    await stage.leave(page);

    const next = await stage.enter("redacteur");
    await goTo(next, "Vandaag");
    await arriveBy(next, () => next.getByRole("link", { name: /nakijken en laten ondertekenen/ }).click());
    await next.getByRole("heading", { level: 1, name: "Controleer de antwoorden" }).waitFor();
    const text = await mainText(next);
    for (const words of [
      "1.234,5 fte",
      "Toelichting: Met gedetacheerde collega's.",
      "Anders, namelijk: Een eigen registratie",
      "Toelichting: We stappen volgend jaar over.",
      "Weet ik niet",
      "Niet van toepassing",
      "Beperkt",
      "Grotendeels",
      "Vaste tafels met de huisarts.",
      "Nog niet ingediend. Deze antwoorden tellen nog niet mee.",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Niet ingevuld");
    expect(text).not.toContain("niet ingevuld");
    await stage.leave(next);
  });

  test("from the check page one answer is changed, and the way leads back to the check", async () => {
    const page = await stage.enter("redacteur");
    await page.goto("/vragenlijst");
    await arriveBy(page, () => page.getByRole("link", { name: /^Verder invullen/ }).click());
    await arriveBy(page, () => page.getByRole("link", { name: "Antwoorden controleren" }).click());
    await arriveBy(page, () => page.getByRole("link", { name: "Wijzig governance code" }).click());
    const group = question(page, GOVERNANCE);
    expect(await group.getByRole("checkbox", { name: "Weet ik niet" }).isChecked()).toBe(true);
    await choose(group, "Weet ik niet");
    await choose(group, "Governancecode Sociaal Werk");
    await arriveBy(page, () => page.getByRole("button", { name: "Opslaan en terug naar controle" }).click());
    await page.getByRole("heading", { level: 1, name: "Controleer de antwoorden" }).waitFor();
    expect(await mainText(page)).toContain("Governancecode Sociaal Werk");
    await stage.leave(page);
  });

  test("the editor says it is ready and cannot sign; the signatory does, once, and gets a number by mail", async () => {
    const editor = await stage.enter("redacteur");
    await editor.goto("/vragenlijst/2026/controle");
    expect(await editor.getByRole("button", { name: "Antwoorden indienen" }).count()).toBe(0);
    await arriveBy(editor, () => editor.getByRole("button", { name: "Klaar, laat ondertekenen" }).click());
    await editor.getByRole("status").filter({ hasText: "De tekenaars kregen een mail" }).waitFor();
    expect(await mainText(editor)).toContain("Klaar, nog niet ingediend");
    expect(await editor.getByRole("button", { name: "Antwoorden indienen" }).count()).toBe(0);
    const refused = await editor.request.post("/vragenlijst/2026/ondertekening", {
      form: { inzending: "x", gezien: "1-1" },
      headers: { origin: stage.url },
    });
    expect(refused.status()).toBe(403);
    expect(await latestMail(editor, /staat klaar om te ondertekenen/)).toContain("tekenaar");
    await stage.leave(editor);

    const signatory = await stage.enter("tekenaar");
    await goTo(signatory, "Vandaag");
    await arriveBy(signatory, () => signatory.getByRole("link", { name: /ondertekenen$/ }).click());
    const sign = signatory.getByRole("button", { name: "Antwoorden indienen" });
    await sign.dblclick();
    const reference = await referenceOf(signatory);
    expect(reference).toMatch(/\d/);
    expect(await latestMail(signatory, /^Vragenlijst \d+ is ingediend$/)).toContain(reference);
    await signatory.goto("/demo/post");
    expect(await signatory.getByRole("link", { name: /^Vragenlijst \d+ is ingediend$/ }).count()).toBe(1);
    await stage.leave(signatory);
  });

  test("reopened, the first version counts on until the second is signed, and the difference shows", async () => {
    const editor = await stage.enter("redacteur");
    await editor.goto("/vragenlijst/2026/bevestiging");
    const first = await referenceOf(editor);
    await arriveBy(editor, () => editor.getByRole("button", { name: "Heropenen als nieuwe versie" }).click());
    await editor.getByRole("status").filter({ hasText: "Heropend als nieuwe versie" }).waitFor();
    expect(await mainText(editor)).toContain("Dit is versie 2");
    await arriveBy(editor, () =>
      editor.getByRole("link", { name: "Vorm en capaciteit", exact: true }).click(),
    );
    await editor.getByLabel(FTE, { exact: true }).fill("1240");
    await arriveBy(editor, () => editor.getByRole("button", { name: "Opslaan, later verder" }).click());
    await arriveBy(editor, () => editor.getByRole("link", { name: "Antwoorden controleren" }).click());
    const differences = editor.getByRole("table", { name: "Wat anders is dan in versie 1" });
    await differences.waitFor();
    expect(await differences.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/FTE[\s\S]*1\.234,5 fte[\s\S]*1\.240 fte/),
    ]);
    await editor.goto("/vragenlijst");
    expect(await mainText(editor)).toContain(`nummer ${first}`);
    await editor.goto("/vragenlijst/2026/controle");
    await statusAfter(editor, () => editor.getByRole("button", { name: "Klaar, laat ondertekenen" }).click());
    await stage.leave(editor);

    const signatory = await stage.enter("tekenaar");
    await signatory.goto("/vragenlijst/2026/controle");
    expect(
      await statusAfter(signatory, () =>
        signatory.getByRole("button", { name: "Antwoorden indienen" }).click(),
      ),
    ).toBe(200);
    await referenceOf(signatory);
    expect(await mainText(signatory)).toMatch(/Versie 2/);
    await signatory.goBack();
    expect(signatory.url()).toContain("/controle");
    expect(await mainText(signatory)).toContain("versie 2");
    await stage.leave(signatory);
  });
});
