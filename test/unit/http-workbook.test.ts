import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readXlsx from "read-excel-file/universal";
import { expect, test } from "vitest";
import type { SheetCell } from "../../functions/http/spreadsheet.ts";
import { type CellKind, workbookOf } from "../../functions/http/workbook.ts";

/** What another program reads in a workbook of these rows. */
async function readBack(rows: readonly (readonly SheetCell[])[], kinds: CellKind[], head?: string[]) {
  const file = await workbookOf([
    { name: 'Gegevens & "meer"', ...(head && { head }), kinds, rows, widths: [12] },
    { name: "Toelichting", rows: [["x"]] },
  ]);
  const sheets = await readXlsx(file.buffer);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Gegevens & "meer"', "Toelichting"]);
  return sheets[0]?.data ?? [];
}

test("another program reads texts, numbers and days as they were, in their columns", async () => {
  const head = Array.from({ length: 28 }, (_, at) => `kolom ${at}`);
  const row: SheetCell[] = head.map((_, at) => (at % 2 ? null : ""));
  const kinds = head.map((): CellKind => "text");
  [row[0], row[1], row[26], row[27]] = ["=1+1", -1234.5, "2026-12-01", "een <b>&amp;\ntwee"];
  [kinds[1], kinds[26]] = ["number", "date"];
  const [labels, read] = await readBack([row], kinds, head);
  expect(labels).toEqual(head);
  expect(read?.[0]).toBe("=1+1");
  expect(read?.[1]).toBe(-1234.5);
  expect(read?.slice(2, 26)).toEqual(Array(24).fill(null));
  expect(read?.[26]).toEqual(new Date("2026-12-01T00:00:00Z"));
  expect(read?.[27]).toBe("een <b>&amp;\ntwee");
});

test("what no file can hold is left out, and all other texts come back", async () => {
  const [[first] = []] = await readBack([["a\u0000b\u001fc\ud800d\uffffe"]], ["text"]);
  expect(first).toBe("abcde");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 20, maxLength: 60 }),
      async (texts) => {
        const rows = texts.map((value) => [1, `.${value}.`]);
        const kept = texts.map((text) => `.${text}.`.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, ""));
        expect((await readBack(rows, ["number", "text"])).map((row) => row[1])).toEqual(kept);
      },
    ),
    { numRuns: 12 },
  );
});

test("white space at the edges and between words is the text's own", async () => {
  const texts = [" voor", "na ", "twee  na elkaar", "regel\neinde", "een\ttab"];
  // As a reader of XML must take it: only what is marked is sure to be kept.
  const file = await workbookOf([{ name: "a", rows: [[...texts, "gewoon woord"]] }]);
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  for (const text of texts) expect(sheet).toContain(`<t xml:space="preserve">${text}</t>`);
  expect(sheet).toContain("<t>gewoon woord</t>");
});

test("a text that looks like a code for a sign stays that text", async () => {
  const file = await workbookOf([{ name: "a", rows: [["_x0041_ _y_"]] }]);
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  // ECMA-376 part 1, 22.4.2.4: an underscore that would begin a code is written as a code itself.
  expect(sheet).toContain(">_x005F_x0041_ _y_<");
});
