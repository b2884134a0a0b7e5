import { describe, expect, test } from "vitest";
import { dueReminder, reminderMoment } from "../../functions/visits/reminder-moments.ts";

const at = (iso: string) => Date.parse(iso);
const HOUR = 3_600_000;

describe("a reminder leaves at seven on the clock in Amsterdam", () => {
  test.each([
    ["in winter", "2026-12-01T09:00:00Z", "2026-11-24T06:00:00Z", "2026-11-30T06:00:00Z"],
    [
      "the week in which winter time begins",
      "2026-10-27T09:00:00Z",
      "2026-10-20T05:00:00Z",
      "2026-10-26T06:00:00Z",
    ],
    [
      "on the day that winter time begins",
      "2026-10-25T09:00:00Z",
      "2026-10-18T05:00:00Z",
      "2026-10-24T05:00:00Z",
    ],
    [
      "the week in which summer time begins",
      "2027-03-30T08:00:00Z",
      "2027-03-23T06:00:00Z",
      "2027-03-29T05:00:00Z",
    ],
    [
      "on the day that summer time begins",
      "2027-03-28T08:00:00Z",
      "2027-03-21T06:00:00Z",
      "2027-03-27T06:00:00Z",
    ],
    [
      "of a visit in the first hour of its day",
      "2026-11-30T23:30:00Z",
      "2026-11-24T06:00:00Z",
      "2026-11-30T06:00:00Z",
    ],
  ])("%s", (_when, startsAt, week, day) => {
    expect(reminderMoment("week_before", at(startsAt))).toBe(at(week));
    expect(reminderMoment("day_before", at(startsAt))).toBe(at(day));
  });
});

describe("which reminder a visit needs", () => {
  const startsAt = at("2026-12-01T09:00:00Z");
  const week = reminderMoment("week_before", startsAt);
  const day = reminderMoment("day_before", startsAt);
  const early = { startsAt, agreedAt: week - 30 * 24 * HOUR };

  test.each([
    ["none before the week", week - 1, [], null],
    ["that of the week on the dot", week, [], "week_before"],
    ["none once it left", week + 1, ["week_before"], null],
    ["that of the week, late", day - 1, [], "week_before"],
    ["that of the day on the dot", day, ["week_before"], "day_before"],
    ["that of the day alone, when the job stood still all week", day + HOUR, [], "day_before"],
    ["that of the day, late", startsAt - 1, ["week_before"], "day_before"],
    ["none once both left", day + HOUR, ["week_before", "day_before"], null],
    ["none once it began", startsAt, [], null],
  ] as const)("%s", (_what, now, sent, expected) => {
    expect(dueReminder(early, sent, now)).toBe(expected);
  });

  test("who agreed after the moment has just got an invitation", () => {
    expect(dueReminder({ startsAt, agreedAt: week + 1 }, [], week + 2)).toBeNull();
    expect(dueReminder({ startsAt, agreedAt: week + 1 }, [], day)).toBe("day_before");
    expect(dueReminder({ startsAt, agreedAt: day + 1 }, [], day + 2)).toBeNull();
  });
});
