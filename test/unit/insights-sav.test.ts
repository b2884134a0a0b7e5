import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DataSet, DataValue, Variable } from "../../functions/insights/sav/dataset.ts";
import { savOf } from "../../functions/insights/sav/sav.ts";
import { openSav } from "../support/sav-file.ts";
import { extensionsIn } from "../support/sav-records.ts";

const MADE = Date.parse("2026-12-01T09:30:05Z");
const variable = (name: string, kind: Variable["kind"], more: Partial<Variable> = {}): Variable => ({
  name,
  label: `Étiket van ${name} – ‘ja’`,
  kind,
  measure: "nominal",
  values: [],
  missing: [],
  ...more,
});
const YES_NO = [
  { value: 0, label: "niet gekozen" },
  { value: 1, label: "gekozen" },
];
const SCALE = [
  { value: 1, label: "helemaal niet" },
  { value: 5, label: "volledig – één" },
  { value: -8, label: "weet ik niet" },
  { value: -9, label: "niet van toepassing" },
];
const dataSet = (more: Partial<DataSet> = {}): DataSet => ({
  name: "proef",
  title: "Proef met één bestand",
  notes: ["Wie dit leest, weet waar het over gaat."],
  variables: [
    variable("pseudoniem", "text"),
    variable("v4a1", "number", { measure: "ordinal", values: SCALE, missing: [-8, -9] }),
    variable("v3c2", "number", { decimals: 2, measure: "scale", missing: [-8, -9] }),
    variable("ondertekend_op", "date", { measure: "scale" }),
    variable("v3a2_wmo_met_een_lange_naam", "number", { values: YES_NO }),
    variable("v3a2_jeugdwet", "number", { values: YES_NO }),
  ],
  sets: [
    {
      name: "v3a2",
      label: "Welke wetten voert jouw organisatie uit? Eén of meer",
      counted: 1,
      variables: ["v3a2_wmo_met_een_lange_naam", "v3a2_jeugdwet"],
    },
  ],
  rows: [
    ["één", 5, 12.25, "2024-06-01", 1, 0],
    ["twee", -8, null, "2025-01-27", 1, 1],
    ["drie", null, -9, null, 0, null],
  ],
  ...more,
});

const opened = (data: DataSet) => openSav(savOf(data, MADE));
/** By the published layout: the number of "not answered", and the day from which seconds are counted. */
const NOT_ANSWERED = -Number.MAX_VALUE;
const CALENDAR_FROM = Date.UTC(1582, 9, 14);

/** What an independent reader reads, in the order of the variables; it gives days as seconds. */
const rowsIn = async (data: DataSet): Promise<DataValue[][]> => {
  const rows = await (await opened(data)).readAllRows(true);
  return rows.map((row) =>
    data.variables.map(({ name, kind }) => {
      const value = row[name];
      if (kind === "text") return String(value ?? "").trimEnd();
      if (typeof value !== "number" || value === NOT_ANSWERED) return null;
      return kind === "date" ? new Date(value * 1000 + CALENDAR_FROM).toISOString().slice(0, 10) : value;
    }),
  );
};

describe("a .sav file, read by a program that we did not write", () => {
  it("holds every value: text, decimal, day, missing and not answered", async () => {
    expect(await rowsIn(dataSet())).toEqual(dataSet().rows);
  });

  it("holds long names, labels in UTF-8, missing values and how many cases there are", async () => {
    const { meta } = await opened(dataSet());
    expect(meta.sysvars.map(({ name }) => name)).toEqual(dataSet().variables.map(({ name }) => name));
    expect(meta.sysvars.map(({ label }) => label)).toEqual(dataSet().variables.map(({ label }) => label));
    expect(meta.header.n_cases).toBe(3);
    expect(meta.header.encoding).toBe("UTF-8");
    expect(meta.sysvars[1]?.missing).toEqual([-8, -9]);
    expect(meta.sysvars[3]?.missing ?? null).toBeNull();
    const labels = (name: string) =>
      meta.getValueLabels(name)?.map(({ val, label }) => ({ value: val, label }));
    expect(labels("v4a1")).toEqual(SCALE);
    expect(labels("v3a2_wmo_met_een_lange_naam")).toEqual(YES_NO);
    expect(labels("v3a2_jeugdwet")).toEqual(YES_NO);
    expect(labels("v3c2") ?? []).toEqual([]);
  });

  it("holds whatever text and number there is, also texts of more than 255 bytes", async () => {
    // This reader decodes a text by eight bytes, and so breaks characters that lie across: see the next test.
    const text = fc.string({ unit: "grapheme-ascii", maxLength: 700 }).map((said) => said.trim());
    const number = fc.option(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, number, text), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const data = dataSet({
            variables: [
              variable("a", "text"),
              variable("b", "number", { decimals: 2 }),
              variable("c", "text"),
            ],
            sets: [],
            rows,
          });
          expect(await rowsIn(data)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("holds texts of any language byte by byte", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (said) => {
        const text = `begin ${said.trim()} eind`;
        const data = dataSet({ variables: [variable("a", "text")], sets: [], rows: [[text]] });
        const bytes = new TextEncoder().encode(text);
        const room = Math.ceil(bytes.length / 8) * 8;
        expect(new TextDecoder().decode(savOf(data, MADE).slice(-room)).trimEnd()).toBe(text);
      }),
    );
  });

  it("cuts labels that are too long at a whole character", async () => {
    const data = dataSet({
      variables: [
        variable("a", "number", { label: "é".repeat(300), values: [{ value: 1, label: "ü".repeat(200) }] }),
      ],
      sets: [],
      rows: [[1]],
    });
    const { meta } = await opened(data);
    expect(meta.sysvars[0]?.label).toMatch(/^é{126}…$/);
    expect(meta.getValueLabels("a")?.[0]?.label).toMatch(/^ü{58}…$/);
  });
});

/** The reader on npm does not know these records: they are read from the bytes by the published layout. */
describe("the records of a .sav file", () => {
  it("name sets of answers by short names in small letters", () => {
    const label = "Welke wetten voert jouw organisatie uit? Eén of meer";
    const length = new TextEncoder().encode(label).length;
    expect(extensionsIn(savOf(dataSet(), MADE)).get(7)).toBe(`$v3a2=D1 1 ${length} ${label} v0005 v0006\n`);
    expect(extensionsIn(savOf(dataSet(), MADE)).get(13)).toContain(
      "V0005=v3a2_wmo_met_een_lange_naam\tV0006=v3a2_jeugdwet",
    );
  });

  it("say UTF-8, and no sets and no long texts where there are none", () => {
    const records = extensionsIn(savOf(dataSet({ sets: [] }), MADE));
    expect(records.get(20)).toBe("UTF-8");
    expect([...records.keys()]).toEqual([3, 4, 11, 13, 16, 20]);
  });
});
