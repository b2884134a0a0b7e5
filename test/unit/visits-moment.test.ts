import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMoment, typedMoment } from "../../web/visits/moment.ts";

const NOW = Date.parse("2026-10-01T08:00:00Z");
const read = (datum: string, van: string, tot: string) => readMoment({ datum, van, tot }, NOW);

describe("a typed moment", () => {
  test.each([
    ["2026-12-01", "10:00", "15:30"],
    ["1-12-2026", "10.00", "15.30"],
    ["01/12/2026", "10:00:00", "15:30:00"],
    [" 1.12.2026 ", " 10:00 ", "15:30"],
  ])("%s %s %s is read as browsers and people write it", (datum, van, tot) => {
    expect(read(datum, van, tot)).toEqual({
      ok: true,
      moment: { startsAt: Date.parse("2026-12-01T09:00:00Z"), endsAt: Date.parse("2026-12-01T14:30:00Z") },
    });
  });

  test.each([
    [
      ["", "", ""],
      ["datum", "van", "tot"],
    ],
    [["2026-02-30", "10:00", "11:00"], ["datum"]],
    [["12-31-2026", "10:00", "11:00"], ["datum"]],
    [["2026-12-01", "24:00", "11:00"], ["van"]],
    [["2026-12-01", "10:00", "10:00"], ["tot"]],
    [["2026-09-30", "10:00", "11:00"], ["datum"]],
    [["2062-12-01", "10:00", "11:00"], ["datum"]],
    [["2027-03-28", "02:30", "11:00"], ["van"]],
    [["2027-03-28", "01:30", "02:15"], ["tot"]],
  ])("%j is refused at %j", ([datum = "", van = "", tot = ""], fields) => {
    const answer = read(datum, van, tot);
    expect(answer.ok ? [] : Object.keys(answer.errors)).toEqual(fields);
  });

  test("takes the first of the two half past twos when winter time begins", () => {
    const answer = read("2026-10-25", "02:30", "04:00");
    expect(answer.ok && answer.moment.startsAt).toBe(Date.parse("2026-10-25T00:30:00Z"));
  });

  test("comes back from the fields that show it, on every day", () => {
    // From three in the morning on, so that the hour that comes twice is left out: it has two moments.
    const minute = fc.integer({ min: 3 * 60, max: 23 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), minute, (days, at) => {
        const datum = new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
        const clock = (minutes: number) =>
          `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const typed = { datum, van: clock(at), tot: clock(at + 45) };
        const answer = readMoment(typed, NOW);
        expect(answer.ok && typedMoment(answer.moment)).toEqual(typed);
      }),
    );
  });
});
