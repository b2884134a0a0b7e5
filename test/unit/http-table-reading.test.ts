import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/universal";
import { csvOf } from "../../functions/http/csv.ts";
import { readTable } from "../../functions/http/table-reading.ts";

const csv = (content: string | Uint8Array<ArrayBuffer>) => readTable(new File([content], "leden.csv"));

describe("a table that somebody uploads", () => {
  test("a CSV of ours comes back as it was written, formulas made harmless", async () => {
    const rows = [
      ['Súdwest; "groot"', -3.5, "2026-12-01"],
      ["=1+1", 1234, null],
    ];
    const written = csvOf({
      columns: [
        { label: "Naam", kind: "text" },
        { label: "Fte", kind: "number" },
        { label: "Sinds", kind: "date" },
      ],
      rows,
    });
    expect(await csv(written)).toEqual({
      ok: true,
      sheets: [
        {
          name: "leden.csv",
          rows: [
            ["Naam", "Fte", "Sinds"],
            ['Súdwest; "groot"', "-3,5", "1-12-2026"],
            ["'=1+1", "1234", ""],
          ],
          lines: [1, 2, 3],
        },
      ],
    });
  });

  test("commas, tabs and Windows' own letters are understood, empty lines are left out", async () => {
    expect(await csv('a,b\n\n1,"x,\ny"\n,\n2,z\n\n')).toMatchObject({
      sheets: [
        {
          rows: [
            ["a", "b"],
            ["1", "x,\ny"],
            ["2", "z"],
          ],
          lines: [1, 3, 5],
        },
      ],
    });
    expect(await csv("a\tb\r\n1\t2")).toMatchObject({
      sheets: [
        {
          rows: [
            ["a", "b"],
            ["1", "2"],
          ],
        },
      ],
    });
    const windows = new Uint8Array([...new TextEncoder().encode("naam;plaats\nx;S"), 0xfa, 0x64]);
    expect(await csv(windows)).toMatchObject({
      sheets: [
        {
          rows: [
            ["naam", "plaats"],
            ["x", "Súd"],
          ],
        },
      ],
    });
  });

  test("an Excel file gives all its sheets, numbers with a comma and dates as a day", async () => {
    const blob = await writeXlsxFile([
      {
        sheet: "Leden",
        data: [
          [],
          [{ value: "Naam" }, { value: "Fte" }, { value: "Sinds" }],
          [{ value: " " }],
          [
            { value: "Súd" },
            { value: 84.5 },
            { value: new Date("2026-12-01T00:00:00Z"), type: Date, format: "d-m-yyyy" },
          ],
        ],
      },
      { sheet: "Leeg", data: [[{ value: "x" }]] },
    ]).toBlob();
    expect(await readTable(new File([blob], "leden.xlsx"))).toEqual({
      ok: true,
      sheets: [
        {
          name: "Leden",
          rows: [
            ["Naam", "Fte", "Sinds"],
            ["Súd", "84,5", "2026-12-01"],
          ],
          // Excel says of a row where it stands, also below empty ones.
          lines: [2, 4],
        },
        { name: "Leeg", rows: [["x"]], lines: [1] },
      ],
    });
  });

  test("what is no table is refused with a sentence: another file, another zip, one that unpacks too large", async () => {
    const something = new Uint8Array([1, 0, 2]);
    const zip = (content: Record<string, Uint8Array>) =>
      readTable(new File([zipSync(content) as Uint8Array<ArrayBuffer>], "x.xlsx"));
    const refused = { ok: false, error: expect.stringContaining("Kies een Excel-bestand") };
    expect(await csv(something)).toEqual(refused);
    expect(await zip({ "a.txt": something })).toEqual(refused);
    expect(await zip({ "xl/workbook.xml": new Uint8Array(9_000_000) })).toEqual(refused);
    expect(await csv("x\n".repeat(5001))).toMatchObject({
      ok: false,
      error: expect.stringContaining("5.000 rijen"),
    });
  });
});
