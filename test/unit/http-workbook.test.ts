import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readXlsx from "read-excel-file/universal";
import { expect, test } from "vitest";
import { type WorkbookCell, workbookOf } from "../../functions/http/workbook.ts";

/** What another program reads in a workbook of these rows. */
async function readBack(rows: readonly (readonly WorkbookCell[])[]) {
  const file = workbookOf([
    { name: 'Gegevens & "meer"', rows, hasHead: true, widths: [12] },
    { name: "Toelichting", rows: [[{ kind: "plain", value: "x" }]], hasHead: false },
  ]);
  const sheets = await readXlsx(file.buffer);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Gegevens & "meer"', "Toelichting"]);
  return sheets[0]?.data ?? [];
}

test("another program reads texts, numbers and days as they were, in their columns", async () => {
  const head = Array.from({ length: 28 }, (_, at): WorkbookCell => ({ kind: "head", value: `kolom ${at}` }));
  const row: WorkbookCell[] = head.map(() => null);
  row[0] = { kind: "text", value: "=1+1" };
  row[1] = { kind: "number", value: -1234.5 };
  row[26] = { kind: "date", value: "2026-12-01" };
  row[27] = { kind: "text", value: "een <b>&amp;\ntwee" };
  const [labels, read] = await readBack([head, row]);
  expect(labels).toEqual(head.map((cell) => cell?.value));
  expect(read?.[0]).toBe("=1+1");
  expect(read?.[1]).toBe(-1234.5);
  expect(read?.slice(2, 26)).toEqual(Array(24).fill(null));
  expect(read?.[26]).toEqual(new Date("2026-12-01T00:00:00Z"));
  expect(read?.[27]).toBe("een <b>&amp;\ntwee");
});

test("what no file can hold is left out, and all other texts come back", async () => {
  const [[first] = []] = await readBack([[{ kind: "text", value: "a\u0000b\u001fc\ud800d\uffffe" }]]);
  expect(first).toBe("abcde");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1 }),
      async (texts) => {
        const rows = texts.map((value): WorkbookCell[] => [
          { kind: "number", value: 1 },
          { kind: "text", value: `.${value}.` },
        ]);
        const kept = texts.map((text) => `.${text}.`.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, ""));
        expect((await readBack(rows)).map((row) => row[1])).toEqual(kept);
      },
    ),
    { numRuns: 60 },
  );
});

test("a text that looks like a code for a sign stays that text", () => {
  const file = workbookOf([{ name: "a", rows: [[{ kind: "text", value: "_x0041_ _y_" }]], hasHead: false }]);
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  // ECMA-376 part 1, 22.4.2.4: an underscore that would begin a code is written as a code itself.
  expect(sheet).toContain(">_x005F_x0041_ _y_<");
});
