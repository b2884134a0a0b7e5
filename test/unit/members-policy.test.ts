import { expect, test } from "vitest";
import type { Viewer } from "../../functions/http/session.ts";
import { editProfile, hasLeft, readsFacts, seeHistory } from "../../functions/members/policy.ts";
import { CAST, type CastKey, MEMBERS } from "../support/cast.ts";

const TODAY = "2026-11-21";
const lindestad = { id: "lindestad", name: MEMBERS.lindestad, leftOn: null };

function viewerOf(key: CastKey): Viewer {
  const { role, ...rest } = CAST[key];
  const membership =
    "member" in rest
      ? { memberId: rest.member, memberName: MEMBERS[rest.member], memberSlug: rest.member, roles: [role] }
      : null;
  return {
    personId: key,
    name: key,
    email: "",
    member: membership as Viewer["member"],
    memberships: (membership ? [membership] : []) as Viewer["memberships"],
    associationRoles: (membership ? [] : [role]) as Viewer["associationRoles"],
  };
}

const answers = {
  professional: ["forbidden", "may"],
  editor: ["may", "may"],
  signatory: ["forbidden", "may"],
  host: ["forbidden", "may"],
  otherEditor: ["missing", "missing"],
  otherHost: ["missing", "missing"],
  otherSignatory: ["missing", "missing"],
  monitoring: ["forbidden", "forbidden"],
  bureau: ["forbidden", "may"],
} satisfies Record<CastKey, [edit: string, history: string]>;

const outcome = (decision: ReturnType<typeof editProfile>) => (decision.may ? "may" : decision.because);

test.each(Object.entries(answers))("%s of or beside Lindestad: editing %s", (key, [edit, history]) => {
  const viewer = viewerOf(key as CastKey);
  expect(outcome(editProfile(viewer, lindestad, TODAY))).toBe(edit);
  expect(outcome(seeHistory(viewer, lindestad))).toBe(history);
  expect(readsFacts(viewer)).toBe(true);
});

test("a stranger signs in first, and somebody without any role reads no facts", () => {
  expect(outcome(editProfile(null, lindestad, TODAY))).toBe("anonymous");
  expect(outcome(seeHistory(null, lindestad))).toBe("anonymous");
  expect(readsFacts(null)).toBe(false);
  expect(readsFacts({ ...viewerOf("editor"), member: null, memberships: [] })).toBe(false);
});

test("what does not exist is missing, whoever asks", () => {
  for (const viewer of [null, viewerOf("editor"), viewerOf("bureau")]) {
    expect(outcome(editProfile(viewer, undefined, TODAY))).toBe("missing");
    expect(outcome(seeHistory(viewer, undefined))).toBe("missing");
  }
});

test("an editor of two organisations edits only the one chosen now", () => {
  const editor = viewerOf("editor");
  const waterrand = { id: "waterrand", name: MEMBERS.waterrand, leftOn: null };
  const other = viewerOf("otherEditor").memberships;
  const both = { ...editor, memberships: [...editor.memberships, ...other] };
  expect(editProfile(both, waterrand, TODAY)).toEqual({
    may: false,
    because: "forbidden",
    what: expect.stringContaining("Wissel eerst naar Wijkteam Waterrand"),
  });
  expect(outcome(seeHistory(both, waterrand))).toBe("forbidden");
});

test("who left keeps its profile as it was", () => {
  const gone = { ...lindestad, leftOn: TODAY };
  expect(hasLeft(gone, TODAY)).toBe(true);
  expect(hasLeft(gone, "2026-11-20")).toBe(false);
  expect(outcome(editProfile(viewerOf("editor"), gone, TODAY))).toBe("forbidden");
});
