import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoardLine } from "../../web/insights/board.ts";
import { periodsOf } from "../../web/insights/board-counts.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";

const line = (firstSignedAt: number | null): BoardLine => ({
  name: "Team",
  slug: "team",
  state: firstSignedAt === null ? "not_begun" : "signed",
  lastAt: firstSignedAt,
  signedAt: firstSignedAt,
  firstSignedAt,
  isLate: false,
  isReopened: false,
  responses: 1,
});

describe("the response over time", () => {
  it("has weeks from Monday, in the time of Amsterdam, empty ones too", () => {
    // Sunday 2 June 2024 at 23.30 in UTC is Monday 3 June in Amsterdam.
    const moments = ["2024-06-02T23:30:00Z", "2024-06-09T21:59:00Z", "2024-06-20T10:00:00Z"];
    const periods = periodsOf([...moments.map((moment) => line(Date.parse(moment))), line(null)]);
    expect(periods.map(({ label, signed, together }) => [label, signed, together])).toEqual([
      ["week van 3 juni 2024", 2, 2],
      ["week van 10 juni 2024", 0, 2],
      ["week van 17 juni 2024", 1, 3],
    ]);
  });

  it("has no periods as long as nobody signed", () => {
    expect(periodsOf([line(null)])).toEqual([]);
  });

  it("counts everybody once, in a period that holds its day", () => {
    const moment = fc.integer({ min: Date.parse("2023-12-20"), max: Date.parse("2025-03-05") });
    fc.assert(
      fc.property(fc.array(fc.option(moment, { nil: null }), { maxLength: 40 }), (moments) => {
        const periods = periodsOf(moments.map(line));
        const days = moments.flatMap((at) => (at === null ? [] : [dayInAmsterdam(at)]));
        expect(periods.at(-1)?.together ?? 0).toBe(days.length);
        for (const [at, { from, signed }] of periods.entries()) {
          const next = periods[at + 1]?.from ?? "9999";
          expect(days.filter((day) => day >= from && day < next)).toHaveLength(signed);
        }
      }),
    );
  });
});
