import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  countOf,
  dayInAmsterdam,
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatDaysUntil,
  formatList,
  formatNumber,
  formatPercentage,
  formatTime,
  parseDutchNumber,
} from "../../web/ui/dutch.ts";

test("a count without a formatter reads as with one", () => {
  const dutch = new Intl.NumberFormat("nl-NL");
  for (let count = -2; count <= 1002; count++) {
    expect(formatNumber(count)).toBe(dutch.format(count));
    expect(formatNumber(count, 0)).toBe(dutch.format(count));
  }
});

describe("numbers as Dutch people write them", () => {
  test.each([
    [9572027, "9.572.027"],
    [47.3, "47,3"],
    [0, "0"],
    [-1234.5, "-1.234,5"],
  ])("%d is written %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("writes as many decimals as asked", () => {
    expect(formatNumber(3, 1)).toBe("3,0");
    expect(formatNumber(2.345, 2)).toBe("2,35");
  });

  it("writes a share as a percentage with a space that holds", () => {
    expect(formatPercentage(0.473)).toBe("47,3\u00a0%");
    expect(formatPercentage(1, 0)).toBe("100\u00a0%");
  });

  it("counts in words", () => {
    expect([0, 1, 2, 1200].map((count) => countOf(count, "lid", "leden"))).toEqual([
      "geen leden",
      "1 lid",
      "2 leden",
      "1.200 leden",
    ]);
  });
});

describe("numbers that people type", () => {
  test.each([
    ["1.234,5", 1234.5],
    ["1234,5", 1234.5],
    ["1 234,5", 1234.5],
    ["1\u00a0234,5", 1234.5],
    ["1234.5", 1234.5],
    ["1.234", 1234],
    ["1.234.567", 1234567],
    ["12.5", 12.5],
    ["0,25", 0.25],
    ["0.250", 0.25],
    ["  48 ", 48],
    ["-3", -3],
    ["\u22123", -3],
    ["+7", 7],
    ["-0", 0],
    ["007", 7],
    ["1234.567", 1234.567],
  ])("%j is %d", (text, value) => {
    expect(parseDutchNumber(text)).toBe(value);
  });

  test.each([
    "",
    " ",
    "twaalf",
    "12 fte",
    "1,2,3",
    "1.23.456",
    "1.234.56",
    "1 23",
    "1.234 567",
    ",5",
    "5,",
    "1e5",
    "0x10",
    "--1",
    "€ 5",
    "1234567890123456",
    "NaN",
    "Infinity",
  ])("%j is not a number", (text) => {
    expect(parseDutchNumber(text)).toBeNull();
  });

  it("reads back every number that it writes, with points, spaces or neither", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, "0")}`);
          const text = formatNumber(value);
          expect(parseDutchNumber(text)).toBe(value === 0 ? 0 : value);
          expect(parseDutchNumber(text.replaceAll(".", " "))).toBe(value === 0 ? 0 : value);
          expect(parseDutchNumber(text.replaceAll(".", ""))).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });

  it("gives a finite number or null for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789., -+e") }), (text) => {
        const value = parseDutchNumber(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe("days and times in Amsterdam", () => {
  it("writes a day in full, the same for a bare day and a moment", () => {
    expect(formatDate("2026-12-01")).toBe("dinsdag 1 december 2026");
    expect(formatDay("2026-06-01")).toBe("1 juni 2026");
    // Half past eleven at night in London is the next day in Amsterdam.
    expect(formatDate("2026-11-30T23:30:00Z")).toBe("dinsdag 1 december 2026");
  });

  it("writes a time with a point, in winter and summer", () => {
    expect(formatDateTime("2026-12-01T09:00:00Z")).toBe("dinsdag 1 december 2026, 10.00 uur");
    expect(formatTime("2026-07-01T12:05:00Z")).toBe("14.05");
    expect(formatTime("2026-12-31T23:00:00Z")).toBe("00.00");
  });

  it("knows which day it is in Amsterdam", () => {
    expect(dayInAmsterdam(Date.parse("2026-03-28T23:30:00Z"))).toBe("2026-03-29");
    expect(dayInAmsterdam("2026-12-01")).toBe("2026-12-01");
  });

  test.each([
    ["2026-12-15", "2026-11-21T12:00:00Z", 24, "over 24 dagen"],
    ["2026-11-21", "2026-11-21T22:59:00Z", 0, "vandaag"],
    ["2026-11-22", "2026-11-21T22:59:00Z", 1, "morgen"],
    ["2026-11-20", "2026-11-21T12:00:00Z", -1, "gisteren"],
    ["2026-11-18", "2026-11-21T12:00:00Z", -3, "3 dagen geleden"],
    ["2026-03-30", "2026-03-28T12:00:00Z", 2, "over 2 dagen"],
  ])("from %s seen at %s: %d", (day, now, days, words) => {
    expect(daysUntil(day, now)).toBe(days);
    expect(formatDaysUntil(day, now)).toBe(words);
  });

  it("a day later is a day more, also over the change of clocks", () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysUntil(a, b)).toBe((Date.parse(a) - Date.parse(b)) / 86_400_000);
      }),
    );
  });
});

it("joins words with en or of", () => {
  expect(formatList([])).toBe("");
  expect(formatList(["a"])).toBe("a");
  expect(formatList(["a", "b"])).toBe("a en b");
  expect(formatList(["a", "b", "c"], "of")).toBe("a, b of c");
});
