import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "../../functions/http/csv.ts";
import { excelOf } from "../../functions/http/excel.ts";
import { downloadHeaders } from "../../functions/http/spreadsheet.ts";
import { readSheets } from "../support/workbook.ts";

const columns = [
  { label: "Naam", kind: "text" },
  { label: "Inwoners", kind: "number" },
  { label: "Dag", kind: "date" },
] as const;

test("CSV as Dutch Excel reads it: BOM, semicolons, decimal comma, CRLF, Dutch dates", () => {
  const rows = [
    ["Team; Noord", 1234.5, "2026-12-01"],
    [null, -3, null],
  ];
  expect(csvOf({ columns, rows })).toBe(
    '\uFEFFNaam;Inwoners;Dag\r\n"Team; Noord";1234,5;1-12-2026\r\n;-3;\r\n',
  );
});

test("a cell with a delimiter, quotes, lines or space at its edges is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(";", '"', "\r", "\n", " ", "a", "é", ",", "\uFEFF") })),
      (texts) => {
        const cells = texts.map((text) => `a${text}`);
        const heads = cells.map((label) => ({ label, kind: "text" }) as const);
        const csv = csvOf({ columns: [...heads, { label: "slot", kind: "date" }], rows: [[...cells, ""]] });
        const read = parse(csv, { delimiter: ";", bom: true, record_delimiter: "\r\n" });
        expect(read).toEqual([
          [...cells, "slot"],
          [...cells, ""],
        ]);
      },
    ),
  );
});

test("no text runs as a formula, whatever people typed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "a"),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      (first, rest, number) => {
        const csv = csvOf({ columns, rows: [[first + rest, number, null]] });
        const [, row] = parse(csv, { delimiter: ";", bom: true, record_delimiter: "\r\n" }) as string[][];
        const [text = "", value = ""] = row ?? [];
        expect(text).toBe(first === "a" ? first + rest : `'${first}${rest}`);
        expect(Number(value.replace(",", "."))).toBe(number === 0 ? 0 : number);
      },
    ),
  );
});

test("Excel holds the same rows, and the explanation on a second sheet", async () => {
  const file = await excelOf({
    fileName: "leden",
    columns,
    rows: [["=1+1", 1234.5, "2026-12-01"]],
    notes: [
      ["Peildatum", "1 januari 2026"],
      ["Aantal", 1],
    ],
  });
  const [data, notes] = await readSheets(new Response(file));
  expect(data?.[0]).toEqual(["Naam", "Inwoners", "Dag"]);
  expect(data?.[1]?.[0]).toBe("=1+1");
  expect(data?.[1]?.[1]).toBe("1234.5");
  // Excel counts days from 30 December 1899.
  expect(Number(data?.[1]?.[2])).toBe((Date.UTC(2026, 11, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
  expect(notes).toEqual([
    ["Peildatum", "1 januari 2026"],
    ["Aantal", "1"],
  ]);
});

test("a file's name holds nothing that leaves its quotes", () => {
  expect(downloadHeaders('leden"; x=/../é', "csv", "text/csv")["content-disposition"]).toBe(
    'attachment; filename="leden-x-.csv"',
  );
});
