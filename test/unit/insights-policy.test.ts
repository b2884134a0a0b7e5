import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Viewer } from "../../functions/http/session.ts";
import { versionOf } from "../../functions/insights/counted.ts";
import { classAt, classesOf } from "../../functions/insights/number-classes.ts";
import {
  keptBack,
  mayReadFigures,
  mayReadMirror,
  mayReadResponseBoard,
  seesOwnConfidential,
} from "../../functions/insights/policy.ts";

describe("who sees what", () => {
  const viewer = (roles: Viewer["associationRoles"], belongs = roles.length === 0): Viewer => ({
    personId: "p",
    name: "P",
    email: "p@x.example",
    member: null,
    associationRoles: roles,
    memberships: belongs ? [{ memberId: "m", memberName: "M", memberSlug: "m", roles: ["editor"] }] : [],
  });
  const member = viewer([]);

  it.each([
    ["a visitor", null, "anonymous", "anonymous"],
    ["somebody without an organisation", viewer([], false), "forbidden", "forbidden"],
    ["a member", member, "may", "forbidden"],
    ["monitoring", viewer(["monitoring"]), "may", "may"],
    ["the bureau", viewer(["bureau"]), "may", "may"],
  ] as const)("%s: figures %s, board %s", (_, who, figures, board) => {
    const answers = [mayReadFigures(who), mayReadResponseBoard(who)];
    expect(answers.map((answer) => (answer.may ? "may" : answer.because))).toEqual([figures, board]);
  });

  it.each([
    ["concept", true, "round_open"],
    ["open", true, "round_open"],
    ["closed", true, "not_published"],
    ["published", false, "not_released"],
    ["published", true, null],
  ] as const)("confidential, round %s, released %s: %s", (state, isReleased, expected) => {
    expect(keptBack("confidential", { state, isReleased })).toBe(expected);
    expect(keptBack("members", { state, isReleased })).toBe(null);
  });

  it.each([
    ["professional", false],
    ["host", false],
    ["editor", true],
    ["signatory", true],
  ] as const)("own confidential answers, %s: %s", (role, expected) => {
    const own = { ...member, member: { memberId: "m", memberName: "M", memberSlug: "m", roles: [role] } };
    expect(mayReadMirror(own).may).toBe(true);
    expect(seesOwnConfidential(own)).toBe(expected);
  });

  it("the mirror is for who acts for an organisation", () => {
    expect(mayReadMirror(null)).toMatchObject({ because: "anonymous" });
    expect(mayReadMirror(viewer(["monitoring"]))).toMatchObject({ because: "forbidden" });
    expect(seesOwnConfidential(viewer(["monitoring"]))).toBe(false);
  });
});

it("versions count whole groups of five late organisations", () => {
  expect([0, 4, 5, 9, 10, 23].map((late) => versionOf(late))).toEqual([
    { version: 1, waiting: 0 },
    { version: 1, waiting: 4 },
    { version: 2, waiting: 0 },
    { version: 2, waiting: 4 },
    { version: 3, waiting: 0 },
    { version: 5, waiting: 3 },
  ]);
  // What the job stored stays the version until it stores the next, however many wait.
  expect([0, 7, 12].map((late) => versionOf(late, 2))).toEqual([
    { version: 2, waiting: 0 },
    { version: 2, waiting: 2 },
    { version: 2, waiting: 7 },
  ]);
});

it("every number is in exactly one class, and classes follow each other", () => {
  for (const unit of ["locaties", "fte", null]) {
    const classes = classesOf({ unit });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (value) => {
        const at = classAt(value, { unit });
        expect(value).toBeGreaterThanOrEqual(classes[at]?.from ?? Number.NaN);
        expect(value).toBeLessThan(classes[at + 1]?.from ?? Number.POSITIVE_INFINITY);
      }),
    );
  }
});
