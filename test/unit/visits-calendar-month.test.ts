import { describe, expect, test } from "vitest";
import { monthOf, monthToShow, periodOf } from "../../functions/visits/calendar-month.ts";

const NOW = Date.parse("2026-11-21T11:00:00Z");

describe("a month", () => {
  test("has weeks from Monday to Sunday, with the days beside it", () => {
    const month = monthOf("2026-12", NOW);
    expect(month).toMatchObject({
      name: "2026-12",
      firstOn: "2026-12-01",
      previous: "2026-11",
      next: "2027-01",
    });
    expect(month.weeks).toHaveLength(5);
    expect(month.weeks[0]?.[0]).toEqual({ on: "2026-11-30", isInMonth: false, isToday: false });
    expect(month.weeks.at(-1)?.at(-1)?.on).toBe("2027-01-03");
    const days = month.weeks.flat().filter(({ isInMonth }) => isInMonth);
    expect(days).toHaveLength(31);
  });

  test("begins and ends at midnight in Amsterdam, over a change of the clock", () => {
    const march = monthOf("2027-03", NOW);
    expect(march.from).toBe(Date.parse("2027-02-28T23:00:00Z"));
    expect(march.until).toBe(Date.parse("2027-03-31T22:00:00Z"));
  });

  test("that begins on Monday and fits four weeks has four", () => {
    expect(monthOf("2027-02", NOW).weeks).toHaveLength(4);
  });

  test.each(["", "2026-13", "2026-00", "1999-12", "december", "2026-12-01", "constructor"])(
    "that nobody knows (%j) is the present one",
    (text) => {
      const month = monthOf(text, NOW);
      expect(month.name).toBe("2026-11");
      expect(month.weeks.flat().find(({ isToday }) => isToday)?.on).toBe("2026-11-21");
    },
  );

  test("is the Dutch one in the first hours of the first day", () => {
    expect(monthOf("", Date.parse("2026-11-30T23:30:00Z")).name).toBe("2026-12");
  });
});

describe("the month a calendar opens on", () => {
  const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

  test("is that of the first day ahead with something, also when this month had something", () => {
    expect(monthToShow("", NOW, [at("2026-11-03"), at("2027-02-02"), at("2027-01-05")]).name).toBe("2027-01");
    expect(monthToShow("", NOW, [at("2026-11-21")]).name).toBe("2026-11");
  });

  test("is this month when nothing lies ahead", () => {
    expect(monthToShow("", NOW, []).name).toBe("2026-11");
    expect(monthToShow("nooit", NOW, [at("2026-10-01")]).name).toBe("2026-11");
  });

  test("is the month of the address, empty or not, and then nothing else is read", () => {
    expect(monthToShow("2026-12", NOW, [at("2027-01-05")]).name).toBe("2026-12");
    const { from, until } = monthOf("2026-12", NOW);
    expect(periodOf("2026-12", NOW)).toEqual({ from, until });
    expect(periodOf("", NOW).from).toBe(monthOf("", NOW).from);
    expect(periodOf("", NOW).until).toBeGreaterThan(at("2027-11-21"));
  });
});
