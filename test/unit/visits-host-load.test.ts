import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HostLimits,
  mayReceive,
  NO_LIMITS,
  quarterOf,
  quartersFrom,
  receptionsIn,
} from "../../functions/visits/host-load.ts";
import { weeksFrom } from "../../functions/visits/host-weeks.ts";

const NOW = Date.parse("2026-11-21T11:00:00Z");
const at = (text: string) => Date.parse(text);
const DECEMBER = at("2026-12-01T09:00:00Z");
const limits = (given: Partial<HostLimits>): HostLimits => ({ ...NO_LIMITS, ...given });

describe("whether a host can be asked", () => {
  test.each<[string, Partial<HostLimits>, number[], number | null, string]>([
    ["without limits", {}, [DECEMBER, DECEMBER + 1], DECEMBER, "yes"],
    ["closed for a while", { isPaused: true }, [], DECEMBER, "paused"],
    ["closed for a while, day to be found", { isPaused: true }, [], null, "paused"],
    ["in time", { leadDays: 9 }, [], DECEMBER, "yes"],
    ["too soon", { leadDays: 10 }, [], DECEMBER, "too_soon"],
    ["too soon says nothing of a day to be found", { leadDays: 10 }, [], null, "yes"],
    ["one place left", { maxPerQuarter: 2 }, [DECEMBER - 1], DECEMBER, "yes"],
    ["full", { maxPerQuarter: 1 }, [DECEMBER - 1], DECEMBER, "full"],
    ["full, day to be found", { maxPerQuarter: 1 }, [DECEMBER], null, "full"],
    ["full, but the day goes on anyway", { maxPerQuarter: 1 }, [DECEMBER], DECEMBER, "yes"],
    ["three groups on one day are one", { maxPerQuarter: 2 }, [DECEMBER, DECEMBER, DECEMBER], null, "yes"],
    ["full in another quarter", { maxPerQuarter: 1 }, [at("2027-01-05T09:00:00Z")], DECEMBER, "yes"],
    [
      "preparation reaches into the next quarter, which is empty",
      { maxPerQuarter: 1, leadDays: 60 },
      [DECEMBER],
      null,
      "yes",
    ],
  ])("%s", (_, given, hosted, wanted, expected) => {
    const receiving = mayReceive(limits(given), hosted, wanted, NOW);
    expect(receiving.may ? "yes" : receiving.because).toBe(expected);
  });

  test("a closed week runs from Monday to Monday", () => {
    const [, , week] = weeksFrom(NOW, 3);
    if (!week) throw new Error("no week");
    const closed = limits({ blackouts: [week] });
    expect(week.weekOn).toBe("2026-11-30");
    expect(mayReceive(closed, [], week.startsAt, NOW)).toEqual({ may: false, because: "blackout" });
    expect(mayReceive(closed, [], week.endsAt - 1, NOW)).toEqual({ may: false, because: "blackout" });
    expect(mayReceive(closed, [], week.endsAt, NOW)).toEqual({ may: true });
    expect(mayReceive(closed, [], week.startsAt - 1, NOW)).toEqual({ may: true });
    expect(mayReceive(closed, [], null, NOW)).toEqual({ may: true });
  });

  test("a stricter host is never easier to ask", () => {
    const moment = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => NOW + hours * 3_600_000);
    fc.assert(
      fc.property(
        fc.array(moment, { maxLength: 8 }),
        fc.option(moment),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 60 }),
        (hosted, wanted, maximum, leadDays) => {
          const easy = mayReceive(limits({ maxPerQuarter: maximum + 1 }), hosted, wanted, NOW);
          const strict = mayReceive(limits({ maxPerQuarter: maximum }), hosted, wanted, NOW);
          if (strict.may) expect(easy.may).toBe(true);
          const slow = mayReceive(limits({ leadDays }), hosted, wanted, NOW);
          if (slow.may && wanted !== null) expect(wanted - NOW).toBeGreaterThanOrEqual(leadDays * 86_400_000);
        },
      ),
    );
  });
});

describe("quarters", () => {
  test("begin at midnight in Amsterdam, in winter and in summer", () => {
    expect(quarterOf(NOW)).toEqual({
      from: at("2026-09-30T22:00:00Z"),
      until: at("2026-12-31T23:00:00Z"),
      number: 4,
      year: 2026,
    });
    expect(quarterOf(at("2026-12-31T22:59:59Z")).number).toBe(4);
    expect(quarterOf(at("2026-12-31T23:00:00Z"))).toMatchObject({ number: 1, year: 2027 });
  });

  test("follow each other without a gap", () => {
    const quarters = quartersFrom(NOW, 17);
    expect(quarters).toHaveLength(17);
    for (const [index, quarter] of quarters.entries())
      if (index > 0) expect(quarter.from).toBe(quarters[index - 1]?.until);
  });

  test("count receptions of their own", () => {
    const hosted = [DECEMBER, DECEMBER, DECEMBER + 1, at("2026-12-31T23:00:00Z")];
    expect(receptionsIn(hosted, NOW)).toBe(2);
    expect(receptionsIn(hosted, at("2027-02-01T00:00:00Z"))).toBe(1);
  });
});

test("weeks have the number that a Dutch calendar gives them", () => {
  const weeks = weeksFrom(NOW, 8);
  expect(weeks.map(({ number }) => number)).toEqual([47, 48, 49, 50, 51, 52, 53, 1]);
  for (const { startsAt, endsAt } of weeks) expect(endsAt - startsAt).toBe(7 * 86_400_000);
  // Summer time begins in this week: it is an hour shorter.
  const [march] = weeksFrom(Date.parse("2027-03-24T12:00:00Z"), 1);
  expect((march?.endsAt ?? 0) - (march?.startsAt ?? 0)).toBe(7 * 86_400_000 - 3_600_000);
});
