import { describe, expect, test } from "vitest";
import type { AssociationRole, MemberRole } from "../../db/vocabulary.ts";
import type { Viewer } from "../../functions/http/session.ts";
import {
  mayReadAssignment,
  mayRemind,
  mayUnassign,
} from "../../functions/questionnaires/assignment-policy.ts";
import {
  mayAssign,
  mayEditAnswers,
  mayEditSection,
  mayMakeReady,
  mayReadAnswers,
  mayReopen,
  mayResume,
  maySign,
} from "../../functions/questionnaires/policy.ts";
import {
  mayAnswerQuery,
  mayAskQuery,
  mayReadQueries,
  mayReadReasons,
  mayReadTalk,
  mayWriteNote,
} from "../../functions/questionnaires/talk-policy.ts";

const ROUND = {
  state: "open",
  opensOn: "2026-11-02",
  closesOn: "2026-12-15",
  acceptsLate: false,
  extendedUntil: null,
} as const;
const TODAY = "2026-11-21";

const viewer = (roles: MemberRole[], staff: AssociationRole[] = [], hasLeft = false): Viewer => {
  const member = { memberId: "m", memberName: "M", memberSlug: "m", roles, hasLeft };
  return {
    personId: "p",
    name: "P",
    email: "p@x.example",
    member: roles.length > 0 ? member : null,
    memberships: roles.length > 0 ? [member] : [],
    associationRoles: staff,
  };
};

/** Everybody who may come along; the colleague is a professional with a section. */
const CAST = {
  stranger: null,
  professional: viewer(["professional"]),
  colleague: viewer(["professional"]),
  editor: viewer(["editor"]),
  signatory: viewer(["signatory"]),
  host: viewer(["host"]),
  monitoring: viewer([], ["monitoring"]),
  bureau: viewer([], ["bureau"]),
} as const;
type Who = keyof typeof CAST;

const OURS = ["editor", "signatory", "colleague"] as const;

/** What each policy says to each of them: who may, and everybody else may not. */
const POLICIES: Record<
  string,
  { may: readonly Who[]; asks: (who: Viewer | null, isAssigned: boolean) => { may: boolean } }
> = {
  "read the answers": { may: OURS, asks: (who, is) => mayReadAnswers(who, ROUND, is) },
  "fill in the section that was given": {
    may: ["editor", "colleague"],
    asks: (who, is) => mayEditSection(who, ROUND, null, TODAY, is),
  },
  "fill in another section": {
    may: ["editor"],
    asks: (who) => mayEditSection(who, ROUND, null, TODAY, false),
  },
  "change answers at large": { may: ["editor"], asks: (who) => mayEditAnswers(who, ROUND, null, TODAY) },
  "give a section away": {
    may: ["editor", "signatory"],
    asks: (who) => mayAssign(who, ROUND, { state: "in_progress" }, TODAY),
  },
  "make ready": {
    may: ["editor"],
    asks: (who) => mayMakeReady(who, ROUND, { state: "in_progress" }, TODAY),
  },
  resume: {
    may: ["editor", "signatory"],
    asks: (who) => mayResume(who, ROUND, { state: "ready" }, TODAY),
  },
  sign: { may: ["signatory"], asks: (who) => maySign(who, ROUND, { state: "ready" }, TODAY) },
  reopen: {
    may: ["editor", "signatory"],
    asks: (who) => mayReopen(who, ROUND, { state: "signed" }, TODAY),
  },
  "read notes": {
    may: OURS,
    asks: (who, isAssigned) => mayReadTalk(who, { round: ROUND, isFound: true, isAssigned }),
  },
  "write a note": {
    may: OURS,
    asks: (who, isAssigned) => mayWriteNote(who, { round: ROUND, isFound: true, isAssigned }, 0),
  },
  "ask what is meant": {
    may: OURS,
    asks: (who, isAssigned) => mayAskQuery(who, { round: ROUND, isFound: true, isAssigned }, TODAY),
  },
  "read what members find unclear": {
    may: ["monitoring", "bureau"],
    asks: (who) => mayReadQueries(who, ROUND),
  },
  "explain a question": { may: ["monitoring"], asks: (who) => mayAnswerQuery(who, ROUND, true) },
  "read reasons of members": { may: ["monitoring"], asks: (who) => mayReadReasons(who, ROUND) },
};

describe.each(Object.entries(POLICIES))("who may %s", (_, { may, asks }) => {
  test.each(Object.keys(CAST) as Who[])("%s", (who) => {
    expect(asks(CAST[who], who === "colleague").may).toBe(may.includes(who));
  });
});

describe("a colleague with a section", () => {
  const colleague = CAST.colleague;
  const edits = (
    round: typeof ROUND | { state: "closed" },
    state: "ready" | "signed" | null,
    who = colleague,
  ) => mayEditSection(who, { ...ROUND, ...round }, state && { state }, TODAY, true);

  test("waits like everybody once the answers wait for a signature, are signed, or the round is closed", () => {
    for (const decision of [edits(ROUND, "ready"), edits(ROUND, "signed"), edits({ state: "closed" }, null)])
      expect(decision).toMatchObject({ may: false, because: "stale" });
  });
  test("of an organisation that left fills in nothing, and reads on", () => {
    const gone = viewer(["professional"], [], true);
    expect(edits(ROUND, null, gone)).toMatchObject({ may: false, because: "forbidden" });
    expect(mayReadAnswers(gone, ROUND, true).may).toBe(true);
  });
  test("needs an organisation: an assignment alone opens nothing", () => {
    expect(mayReadAnswers(viewer([]), ROUND, true)).toMatchObject({ because: "forbidden" });
    expect(mayEditSection(viewer([]), ROUND, null, TODAY, true)).toMatchObject({ because: "forbidden" });
  });
  test("sees no round that is still being made", () => {
    expect(mayReadAnswers(colleague, { ...ROUND, state: "concept" }, true)).toMatchObject({
      because: "missing",
    });
  });
});

describe("an assignment", () => {
  const mine = { personId: "p", remindedAt: null, isComplete: false };
  const theirs = { ...mine, personId: "q" };

  test("is read and handed back by whom it was given to, and by nobody else without a role", () => {
    expect(mayReadAssignment(CAST.professional, ROUND, mine).may).toBe(true);
    expect(mayUnassign(CAST.professional, ROUND, mine).may).toBe(true);
    expect(mayReadAssignment(CAST.professional, ROUND, theirs)).toMatchObject({ because: "forbidden" });
    expect(mayUnassign(CAST.professional, ROUND, theirs)).toMatchObject({ because: "forbidden" });
    expect(mayUnassign(CAST.editor, ROUND, undefined)).toMatchObject({ because: "stale" });
    expect(mayUnassign(null, ROUND, undefined)).toMatchObject({ because: "anonymous" });
  });
  test("is reminded of once, not to oneself, and not when the section is done", () => {
    const remind = (assignment: typeof mine | undefined, who: Viewer = CAST.editor) =>
      mayRemind(who, ROUND, null, TODAY, assignment);
    expect(remind(theirs).may).toBe(true);
    for (const not of [undefined, mine, { ...theirs, isComplete: true }])
      expect(remind(not)).toMatchObject({ because: "stale" });
    expect(mayRemind(CAST.editor, ROUND, null, TODAY, { ...theirs, remindedAt: 1 })).toMatchObject({
      because: "stale",
    });
    expect(remind(theirs, CAST.professional)).toMatchObject({ because: "forbidden" });
  });
});

describe("talk about a question", () => {
  const place = { round: ROUND, isFound: true, isAssigned: false };

  test("ends where there is no such question, no room, or nothing to fill in", () => {
    expect(mayReadTalk(CAST.editor, { ...place, isFound: false })).toMatchObject({ because: "missing" });
    expect(mayWriteNote(CAST.editor, place, 50)).toMatchObject({ because: "stale" });
    expect(mayAskQuery(CAST.editor, place, "2026-12-16")).toMatchObject({ because: "stale" });
    expect(mayAnswerQuery(CAST.monitoring, ROUND, false)).toMatchObject({ because: "missing" });
    expect(mayReadQueries(CAST.monitoring, undefined)).toMatchObject({ because: "missing" });
  });
  test("is closed to an organisation that left, which reads on", () => {
    const gone = viewer(["editor"], [], true);
    expect(mayReadTalk(gone, place).may).toBe(true);
    expect(mayWriteNote(gone, place, 0)).toMatchObject({ because: "forbidden" });
    expect(mayAskQuery(gone, place, TODAY)).toMatchObject({ because: "forbidden" });
  });
});
