import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedValue } from "../../functions/members/typed-value.ts";
import { fieldsOfAnswer } from "../../web/members/answer-fields.tsx";

const choices = [{ value: "wmo" }, { value: "jeugdwet" }, { value: "wgs" }];
const many = { kind: "many", choices, allowsOther: true, allowsExplanation: true } as const;
const one = { ...many, kind: "one" } as const;
const number = { kind: "number", choices: [], allowsOther: false, allowsExplanation: true } as const;
const scale = { ...number, kind: "scale", choices: [{ value: "1" }, { value: "2" }] } as const;
const open = { ...number, kind: "open", allowsExplanation: false } as const;

test("nothing filled in is not an answer", () => {
  for (const item of [many, one, number, scale, open])
    expect(readTypedValue(item, { v: ["", " "], "v-anders": [""] }, "v")).toEqual({
      ok: true,
      state: null,
      value: null,
      explanation: "",
    });
});

test("choices, 'anders' and an explanation stand together", () => {
  const typed = { v: ["wmo", "anders"], "v-anders": [" Wlz "], "v-toelichting": ["deels"] };
  expect(readTypedValue(many, typed, "v")).toEqual({
    ok: true,
    state: "given",
    value: { choices: ["wmo"], other: "Wlz" },
    explanation: "deels",
  });
});

test("text behind 'anders' whose tick was forgotten is kept", () => {
  expect(readTypedValue(many, { v: ["wmo"], "v-anders": ["Wlz"] }, "v")).toMatchObject({
    value: { choices: ["wmo"], other: "Wlz" },
  });
});

test("text behind a radio that was left is dropped", () => {
  expect(readTypedValue(one, { v: ["wmo"], "v-anders": ["Wlz"] }, "v")).toMatchObject({
    value: { choices: ["wmo"] },
  });
  expect(readTypedValue(one, { v: ["nvt"], "v-anders": ["Wlz"] }, "v")).toMatchObject({
    state: "not_applicable",
  });
});

test.each([
  [many, { v: ["anders"] }, "v-anders"],
  [many, { v: ["onbekend"] }, "v"],
  [many, { v: ["wmo", "weet-niet"] }, "v"],
  [many, { v: ["weet-niet", "nvt"] }, "v"],
  [one, { v: ["wmo", "wgs"] }, "v"],
  [scale, { v: ["7"] }, "v"],
  [number, { v: ["veel"] }, "v"],
  [number, { v: ["-3"] }, "v"],
  [number, { v: ["1.000.001"] }, "v"],
  [number, { v: ["5"], "v-stand": ["weet-niet"] }, "v"],
  [{ ...number, wholeNumber: true }, { v: ["2,5"] }, "v"],
  [number, { v: ["5"], "v-toelichting": ["x".repeat(2001)] }, "v-toelichting"],
  [many, { v: ["anders"], "v-anders": ["x".repeat(301)] }, "v-anders"],
  [open, { v: ["x".repeat(5001)] }, "v"],
])("refuses what cannot be stored: %j %j", (item, typed, field) => {
  const read = readTypedValue(item, typed as Record<string, string[]>, "v");
  expect(read).toMatchObject({ ok: false, field });
  expect(read.ok ? "" : read.error).toMatch(/[.]$/);
});

test.each([
  ["1.234,5", 1234.5],
  ["1234,5", 1234.5],
  ["1 234,5", 1234.5],
  ["0", 0],
])("reads %s as a Dutch number", (text, value) => {
  expect(readTypedValue(number, { v: [text] }, "v")).toMatchObject({ value: { number: value } });
});

test.each([
  ["weet-niet", "unknown"],
  ["nvt", "not_applicable"],
] as const)("'%s' is an answer of its own, in either field", (word, state) => {
  for (const item of [many, one, number, scale, open]) {
    expect(readTypedValue(item, { "v-stand": [word] }, "v")).toMatchObject({ state, value: null });
    expect(readTypedValue(item, { v: [word] }, "v")).toMatchObject({ state, value: null });
  }
});

const date = { kind: "date" as const, choices: [], allowsOther: false, allowsExplanation: false };

test.each([
  ["2026-12-01", "2026-12-01"],
  ["1-12-2026", "2026-12-01"],
  ["1 december 2026", "2026-12-01"],
  ["29 feb. 2028", "2028-02-29"],
  ["3 mrt 2026", "2026-03-03"],
  ["12 Mei 2026", "2026-05-12"],
])("reads %s as a day", (typed, value) => {
  expect(readTypedValue(date, { v: [typed] }, "v")).toMatchObject({ value: { date: value } });
});

test.each([
  "29 februari 2026",
  "31-4-2026",
  "1 wintermaand 2026",
  "1 maandag 2026",
  "december 2026",
  "gisteren",
])("'%s' is no day", (typed) => {
  expect(readTypedValue(date, { v: [typed] }, "v")).toMatchObject({ ok: false, field: "v" });
});

const text = fc.string({ minLength: 1, maxLength: 40 }).map((s) => `x${s.trim()}`);
const stored = fc.oneof(
  fc.record({
    kind: fc.constant("many" as const),
    value: fc.record({
      choices: fc.subarray(["wmo", "jeugdwet", "wgs"], { minLength: 1 }),
      other: text,
    }),
  }),
  fc.record({
    kind: fc.constant("number" as const),
    value: fc.record({ number: fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 100) }),
  }),
  fc.record({
    kind: fc.constant("scale" as const),
    value: fc.record({ scale: fc.integer({ min: 1, max: 2 }) }),
  }),
  fc.record({ kind: fc.constant("open" as const), value: fc.record({ text }) }),
  fc.record({
    kind: fc.constant("date" as const),
    value: fc.record({
      date: fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    }),
  }),
);

test("what was stored is drawn and read back the same", () => {
  fc.assert(
    fc.property(stored, text, ({ kind, value }, explanation) => {
      const item = { ...{ many, number, scale, open, date }[kind], allowsExplanation: true };
      const shape = { ...item, name: "v", label: "Vraag", choices: [] };
      const fields = fieldsOfAnswer(shape, { state: "given", value, explanation });
      expect(readTypedValue(item, fields, "v")).toEqual({ ok: true, state: "given", value, explanation });
    }),
  );
});
