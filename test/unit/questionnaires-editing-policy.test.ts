import { expect, test } from "vitest";
import type { RoundState } from "../../db/vocabulary.ts";
import type { Decision } from "../../functions/http/faults.tsx";
import type { Viewer } from "../../functions/http/session.ts";
import {
  mayEditQuestionnaire,
  mayMakeQuestionnaires,
  mayReadPassport,
  mayReadQuestionnaire,
} from "../../functions/questionnaires/editing-policy.ts";
import { refusedChanges, restsOnNoAnswer } from "../../functions/questionnaires/impact.ts";
import { CAST, type CastKey, MEMBERS } from "../support/cast.ts";

function viewerOf(key: CastKey): Viewer {
  const { role, ...rest } = CAST[key];
  const member =
    "member" in rest
      ? { memberId: rest.member, memberName: MEMBERS[rest.member], memberSlug: rest.member, roles: [role] }
      : null;
  return {
    personId: key,
    name: key,
    email: "",
    member: member as Viewer["member"],
    memberships: (member ? [member] : []) as Viewer["memberships"],
    associationRoles: (member ? [] : [role]) as Viewer["associationRoles"],
  };
}
const withRounds = (...states: RoundState[]) => ({
  rounds: states.map((state, at) => ({ year: 2024 + at, state })),
});
const outcome = (decision: Decision) => (decision.may ? "may" : decision.because);

const MEMBER = { read: "forbidden", make: "forbidden", edit: "forbidden", concept: "missing" };
test.each<[CastKey, typeof MEMBER]>([
  ["professional", MEMBER],
  ["editor", MEMBER],
  ["signatory", MEMBER],
  ["host", MEMBER],
  ["otherEditor", MEMBER],
  ["otherHost", MEMBER],
  ["otherSignatory", MEMBER],
  ["bureau", { read: "may", make: "forbidden", edit: "forbidden", concept: "may" }],
  ["monitoring", { read: "may", make: "may", edit: "may", concept: "may" }],
])("%s", (key, expected) => {
  const viewer = viewerOf(key);
  expect({
    read: outcome(mayReadQuestionnaire(viewer, withRounds())),
    make: outcome(mayMakeQuestionnaires(viewer)),
    edit: outcome(mayEditQuestionnaire(viewer, withRounds("open"))),
    concept: outcome(mayReadPassport(viewer, withRounds("concept"))),
  }).toEqual(expected);
  expect(outcome(mayReadPassport(viewer, withRounds("open")))).toBe("may");
});

test("a stranger signs in first; what is not there is missing; a published round locks", () => {
  for (const may of [mayReadQuestionnaire, mayEditQuestionnaire, mayReadPassport])
    expect(outcome(may(null, withRounds("open")))).toBe("anonymous");
  for (const may of [mayReadQuestionnaire, mayEditQuestionnaire, mayReadPassport])
    expect(outcome(may(viewerOf("monitoring"), undefined))).toBe("missing");
  expect(outcome(mayEditQuestionnaire(viewerOf("monitoring"), withRounds("published", "open")))).toBe(
    "stale",
  );
  expect(outcome(mayEditQuestionnaire(viewerOf("monitoring"), withRounds("closed")))).toBe("may");
});

const SHAPE = {
  kind: "one",
  choiceList: "laws",
  unit: null,
  display: "list",
  audience: "confidential",
  allowsOther: true,
  allowsExplanation: true,
} as const;

test.each([
  [{ kind: "many" as const }, ["soort"]],
  [{ choiceList: "cao" }, ["lijst"]],
  [{ unit: "fte" }, ["eenheid"]],
  [{ audience: "members" as const }, ["lezers"]],
  [{ allowsOther: false, allowsExplanation: false }, ["anders", "toelichting"]],
  [{ display: "grid" as const }, []],
])("with answers, %j is refused at %j; without, nothing is", (change, fields) => {
  const after = { ...SHAPE, ...change };
  expect(Object.keys(refusedChanges(SHAPE, after, { began: 1, signed: 0, answered: 1 }))).toEqual(fields);
  expect(refusedChanges(SHAPE, after, { began: 1, signed: 0, answered: 0 })).toEqual({});
  expect(restsOnNoAnswer(SHAPE, after)).toBe(fields.length > 0);
});
