import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Viewer } from "../../functions/http/session.ts";
import { versionOf } from "../../functions/insights/counted.ts";
import { classAt, classesOf } from "../../functions/insights/number-classes.ts";
import { mayReadFigures, mayReadResponseBoard, withheldFrom } from "../../functions/insights/policy.ts";

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
    ["open", false, "round_open", "round_open", "round_open"],
    ["open", true, "round_open", "round_open", "round_open"],
    ["closed", false, "not_published", null, "not_published"],
    ["closed", true, "not_published", "not_published", "not_published"],
    ["published", true, null, null, null],
    ["published", false, null, null, null],
  ] as const)(
    "confidential, round %s, late %s: member %s, monitoring %s, bureau %s",
    (state, acceptsLate, ...expected) => {
      const round = { state, acceptsLate };
      const all = [member, viewer(["monitoring"]), viewer(["bureau"])];
      expect(all.map((who) => withheldFrom(who, "confidential", round))).toEqual(expected);
      expect(all.map((who) => withheldFrom(who, "members", round))).toEqual([null, null, null]);
    },
  );
});

it("versions count whole groups of five late organisations", () => {
  expect([0, 4, 5, 9, 10, 23].map(versionOf)).toEqual([
    { version: 1, waiting: 0 },
    { version: 1, waiting: 4 },
    { version: 2, waiting: 0 },
    { version: 2, waiting: 4 },
    { version: 3, waiting: 0 },
    { version: 5, waiting: 3 },
  ]);
});

it("every number is in exactly one class, and classes follow each other", () => {
  for (const unit of ["locaties", "fte", null]) {
    const classes = classesOf(unit);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (value) => {
        const at = classAt(value, unit);
        expect(value).toBeGreaterThanOrEqual(classes[at]?.from ?? Number.NaN);
        expect(value).toBeLessThan(classes[at + 1]?.from ?? Number.POSITIVE_INFINITY);
      }),
    );
  }
});
