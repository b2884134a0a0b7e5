import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { untilScalesAreReleased } from "../support/browser.ts";
import { arriveBy, describeJourney, goTo, mainText, type Stage, statusAfter } from "../support/journey.ts";
import { readSheets } from "../support/workbook.ts";

const ENDS = 2;

async function openItem(page: Page, name: string): Promise<void> {
  await goTo(page, "Inzicht");
  await arriveBy(page, () =>
    page.getByRole("link", { name: "Hoe werken onze wijkteams? 2024", exact: true }).click(),
  );
  await arriveBy(page, () => page.getByRole("link", { name, exact: true }).click());
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** The table beneath the chart, opened as people do: columns, rows and the last row with n. */
async function openTable(page: Page) {
  await page.getByText("Bekijk als tabel", { exact: true }).click();
  const table = page.getByRole("figure").getByRole("table");
  await table.waitFor();
  const read = async (part: string) =>
    (await table.locator(`${part} tr`).allInnerTexts()).map((row) => row.split("\t"));
  const [columns = []] = await read("thead");
  const [total = []] = await read("tfoot");
  return { columns, rows: await read("tbody"), n: Number(total[columns.indexOf("Organisaties")]) };
}

/** What somebody gets who clicks a download: the file, as a browser with this session fetches it. */
async function download(page: Page, kind: "Excel" | "CSV"): Promise<Buffer> {
  const href = await page
    .getByRole("figure")
    .getByRole("link", { name: new RegExp(`^${kind} van`) })
    .getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  return answer.body();
}

const fromCsv = (file: Buffer): string[][] => parse(file, { bom: true, delimiter: ";" });
const fromExcel = async (file: Buffer): Promise<string[][][]> =>
  readSheets(new Response(new Uint8Array(file)));

/** Label and organisations of every line; a file says in words in its last column what it keeps back. */
function lines(columns: readonly string[], rows: readonly string[][]): [string, string][] {
  const [at, remark] = [columns.indexOf("Organisaties"), columns.indexOf("Opmerking")];
  return rows.map((row) => [row[0] ?? "", row[at] || row[remark] || ""]);
}

/** Whether the count of organisations says too much about single ones. */
const givesAway = (cell: string, n: number): boolean =>
  /^\d+$/.test(cell) && (Number(cell) <= ENDS || Number(cell) >= n - ENDS);

// Making the figures takes a processor for half a minute, and nobody changes them here.
describeJourney("insight", insightJourney, { VRIJGAVE: "aan" }, true);

function insightJourney(stage: Stage): void {
  test("a figure is a sentence, a chart and a table, and the files say the same", async () => {
    const page = await stage.enter("monitoring");
    await openItem(page, "Systemen");
    const figure = page.getByRole("figure");
    const sentence = await figure.locator("figcaption p").innerText();
    expect(sentence).toMatch(/^\d+ van de 46 organisaties kiezen .+\.$/);
    const { columns, rows, n } = await openTable(page);
    expect(n).toBe(46);
    expect(await mainText(page)).toMatch(/n = 46\s*·?\s*46 van 55 leden/);

    const bars = await figure
      .getByRole("list", { name: "Aantal organisaties per antwoord" })
      .getByRole("listitem");
    for (const [at, [label, count]] of lines(columns, rows.slice(0, await bars.count())).entries()) {
      expect(await bars.nth(at).innerText()).toContain(label);
      const spoken = count === "0" ? "geen organisaties" : new RegExp(`^${count} organisaties?$`);
      expect(await bars.nth(at).getByRole("img", { name: spoken }).count()).toBe(1);
    }
    expect(sentence.startsWith(`${rows[0]?.[columns.indexOf("Organisaties")]} van`)).toBe(true);

    const shown = lines(columns, rows);
    const [csvHead = [], ...csvRows] = fromCsv(await download(page, "CSV"));
    expect(lines(csvHead, csvRows)).toEqual(shown);
    const [[sheetHead = [], ...sheetRows] = [], notes = []] = await fromExcel(await download(page, "Excel"));
    expect(lines(sheetHead, sheetRows)).toEqual(shown);
    expect(notes).toContainEqual(["Uitkomst", sentence]);
    expect(notes.map(([label]) => label)).toEqual(
      expect.arrayContaining(["Peildatum", "Filter", "Aantal organisaties (n)", "Waarom we dit vragen"]),
    );
    await stage.leave(page);
  });

  test("nothing confidential is shown exactly near none or all, on the page or in a file", {
    timeout: 600_000,
  }, async () => {
    const page = await stage.enter("redacteur");
    await untilScalesAreReleased(page.context());
    await goTo(page, "Inzicht");
    await arriveBy(page, () =>
      page.getByRole("link", { name: "Hoe werken onze wijkteams? 2024", exact: true }).click(),
    );
    const hrefs = await page
      .getByRole("main")
      .getByRole("heading", { level: 3 })
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const confidential: string[] = [];
    for (const href of hrefs.filter((each) => /\/vraag\/4[AB]/.test(each))) {
      await page.goto(href);
      expect(await mainText(page)).toContain("Dit antwoord is vertrouwelijk.");
      expect(await page.getByRole("heading", { name: "Wie antwoordde wat" }).count()).toBe(0);
      const { columns, rows, n } = await openTable(page);
      const shown = lines(columns, rows);
      expect(shown.filter(([, cell]) => givesAway(cell, n))).toEqual([]);
      const [csvHead = [], ...csvRows] = fromCsv(await download(page, "CSV"));
      expect(lines(csvHead, csvRows)).toEqual(shown);
      // Quotes are figures too; the outcome has an address of its own.
      const drawn = await page.locator("#uitkomst").ariaSnapshot();
      const images = drawn.split("\n").filter((line) => line.includes("img "));
      expect(images.length).toBeGreaterThan(0);
      expect(images.filter((line) => /(\D)([012]|4[456]) organisaties?/.test(line))).toEqual([]);
      confidential.push(href);
    }
    expect(confidential).toHaveLength(8);
    await stage.leave(page);
  });

  test("monitoring sees who answered and who did not; an editor is told why not, with a way on", async () => {
    const page = await stage.enter("monitoring");
    await goTo(page, "Vandaag");
    await arriveBy(page, () => page.getByRole("link", { name: /^Respons van \d+ volgen$/ }).click());
    const board = page.getByRole("table", { name: "Alle leden" });
    await board.waitFor();
    expect(await board.getByRole("rowheader").count()).toBe(55);
    const chip = page.getByRole("link", { name: /^Klaar, nog niet ingediend \(\d+\)$/ });
    const count = Number((await chip.innerText()).match(/\((\d+)\)/)?.[1]);
    await arriveBy(page, () => chip.click());
    const ready = page.getByRole("table", { name: "Leden: klaar, nog niet ingediend" });
    await ready.waitFor();
    expect(await ready.getByRole("rowheader").count()).toBe(count);
    const address = page.url();
    await page.goBack();
    await board.waitFor();
    expect(await board.getByRole("rowheader").count()).toBe(55);
    await stage.leave(page);

    const editor = await stage.enter("redacteur");
    expect(await statusAfter(editor, async () => void (await editor.goto(address)))).toBe(403);
    expect(await mainText(editor)).toContain(
      "De responslijst is voor de leergroep monitoring en het bureau.",
    );
    await editor.getByRole("main").getByRole("link", { name: "Naar de startpagina" }).click();
    await editor.getByRole("heading", { level: 1, name: /^Goede/ }).waitFor();
    await stage.leave(editor);
  });
}
