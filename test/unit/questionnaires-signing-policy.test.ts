import { describe, expect, test } from "vitest";
import type { AssociationRole, MemberRole } from "../../db/vocabulary.ts";
import type { Viewer } from "../../functions/http/session.ts";
import {
  type Assistance,
  actingAs,
  mayAssist,
  mayEndAssistance,
  mayOpenAssisted,
} from "../../functions/questionnaires/assistance-policy.ts";
import {
  mayArbitrate,
  mayKeep,
  mayMerge,
  type Pair,
  pairOf,
} from "../../functions/questionnaires/duplicate-policy.ts";
import { mayEditAnswers, maySign } from "../../functions/questionnaires/policy.ts";
import { mayAnswerReturn, mayReturn, outcomeOf } from "../../functions/questionnaires/return-policy.ts";

const TODAY = "2026-11-21";
const ROUND = {
  state: "open",
  opensOn: "2026-11-02",
  closesOn: "2026-12-15",
  acceptsLate: false,
} as const;
const CLOSED = { ...ROUND, state: "closed" } as const;

function viewer(member: MemberRole[] | null, staff: AssociationRole[] = [], hasLeft = false): Viewer {
  const one = { memberId: "a", memberName: "Team A", memberSlug: "a", roles: member ?? [], hasLeft };
  return {
    personId: "p",
    name: "P",
    email: "p@a.example",
    member: member ? one : null,
    memberships: [],
    associationRoles: staff,
  };
}

/** Everybody there is, with the word that a refusal gives them. */
const WHO = {
  nobody: null,
  professional: viewer(["professional"]),
  editor: viewer(["editor"]),
  signatory: viewer(["signatory"]),
  host: viewer(["host"]),
  monitoring: viewer(null, ["monitoring"]),
  bureau: viewer(null, ["bureau"]),
} as const;
const verdicts = (decide: (one: Viewer | null) => { may: boolean; because?: string }) =>
  Object.fromEntries(
    Object.entries(WHO).map(([name, one]) => {
      const decision = decide(one);
      return [name, decision.may ? "may" : decision.because];
    }),
  );
const NO = {
  nobody: "anonymous",
  professional: "forbidden",
  editor: "forbidden",
  signatory: "forbidden",
  host: "forbidden",
  monitoring: "forbidden",
  bureau: "forbidden",
};

describe("sending back", () => {
  const ready = { state: "ready" } as const;
  const asked = { state: "in_progress", askedAt: 1 } as const;

  test("is for a signatory, of what may be signed", () => {
    for (const response of [ready, asked])
      expect(verdicts((one) => mayReturn(one, ROUND, response, TODAY))).toEqual({ ...NO, signatory: "may" });
  });

  test.each([
    [{ state: "in_progress", askedAt: null }, ROUND],
    [{ state: "signed" }, ROUND],
    [null, ROUND],
    [ready, CLOSED],
  ] as const)("not of %j in %j", (response, round) => {
    expect(mayReturn(WHO.signatory, round, response, TODAY)).toMatchObject({ because: "stale" });
  });

  test("is answered by an editor while it is open and nothing was done", () => {
    const open = { outcome: "open" } as const;
    const busy = { state: "in_progress" } as const;
    expect(verdicts((one) => mayAnswerReturn(one, ROUND, busy, TODAY, open))).toEqual({
      ...NO,
      editor: "may",
    });
    for (const outcome of ["changed", "remarked"] as const)
      expect(mayAnswerReturn(WHO.editor, ROUND, busy, TODAY, { outcome })).toMatchObject({
        because: "stale",
      });
    expect(mayAnswerReturn(WHO.editor, ROUND, busy, TODAY, undefined)).toMatchObject({ because: "missing" });
    expect(mayAnswerReturn(WHO.editor, ROUND, ready, TODAY, open)).toMatchObject({ because: "stale" });
  });

  test.each([
    [{ answerRevision: 2, currentRevision: 2, resolvedAt: null }, "open"],
    [{ answerRevision: 2, currentRevision: 3, resolvedAt: null }, "changed"],
    [{ answerRevision: 2, currentRevision: 2, resolvedAt: 5 }, "remarked"],
    [{ answerRevision: 0, currentRevision: 0, resolvedAt: null }, "open"],
    [{ answerRevision: 2, currentRevision: 3, resolvedAt: 5 }, "changed"],
  ] as const)("%j is %s", (row, outcome) => {
    expect(outcomeOf(row)).toBe(outcome);
  });
});

describe("filling in for a member", () => {
  const assistance: Assistance = {
    ...{ id: "x", memberId: "b", memberName: "Team B", memberSlug: "b", hasLeft: false },
    ...{ caller: "Iemand, manager", startedAt: 1, endsAt: 2 },
  };

  test("begins and ends by the bureau alone", () => {
    expect(verdicts((one) => mayAssist(one, ROUND, TODAY))).toEqual({ ...NO, bureau: "may" });
    expect(verdicts((one) => mayEndAssistance(one, assistance))).toEqual({ ...NO, bureau: "may" });
    expect(mayAssist(WHO.bureau, CLOSED, TODAY)).toMatchObject({ because: "stale" });
    expect(mayAssist(WHO.bureau, undefined, TODAY)).toMatchObject({ because: "missing" });
    expect(mayEndAssistance(WHO.bureau, undefined)).toMatchObject({ because: "missing" });
  });

  test("makes the bureau an editor of that organisation, who signs nothing", () => {
    const acting = actingAs(WHO.bureau, assistance);
    expect(acting?.member).toMatchObject({ memberId: "b", roles: ["editor"] });
    expect(mayEditAnswers(acting, ROUND, null, TODAY).may).toBe(true);
    expect(maySign(acting, ROUND, { state: "ready" }, TODAY)).toMatchObject({ because: "forbidden" });
    expect(mayReturn(acting, ROUND, { state: "ready" }, TODAY)).toMatchObject({ because: "forbidden" });
  });

  test("makes nobody else anything", () => {
    for (const one of [WHO.nobody, WHO.professional, WHO.editor, WHO.signatory, WHO.monitoring])
      expect(actingAs(one, assistance)).toBe(one);
    expect(actingAs(WHO.bureau, undefined)).toBe(WHO.bureau);
  });

  test("opens what can be filled in, while it is open, of who is still a member", () => {
    const yes = { may: true } as const;
    const signed = { may: false, because: "stale" } as const;
    expect(verdicts((one) => mayOpenAssisted(one, assistance, yes))).toEqual({ ...NO, bureau: "may" });
    expect(mayOpenAssisted(WHO.bureau, undefined, yes)).toMatchObject({ because: "stale" });
    expect(mayOpenAssisted(WHO.bureau, assistance, signed)).toBe(signed);
    expect(mayOpenAssisted(WHO.bureau, { ...assistance, hasLeft: true }, yes)).toMatchObject({
      because: "forbidden",
    });
  });
});

describe("two responses", () => {
  const row = (sequence: number, state: string) => ({ id: `${sequence}${state}`, sequence, state });
  const both = pairOf([row(1, "signed"), row(2, "signed")]) as Pair;
  const busy = pairOf([row(1, "signed"), row(2, "in_progress"), row(2, "signed")]) as Pair;
  const fresh = pairOf([row(1, "signed"), row(2, "in_progress")]) as Pair;

  test("are a pair when two live", () => {
    expect(pairOf([])).toBeNull();
    expect(pairOf([row(2, "signed")])).toBeNull();
    expect(pairOf([row(1, "in_progress"), row(1, "signed")])).toBeNull();
    expect(both).toMatchObject({ left: { sequence: 1 }, right: { sequence: 2, isOpen: false } });
    expect(busy.right).toEqual({ id: "2in_progress", sequence: 2, hasSigned: true, isOpen: true });
    expect(pairOf([row(1, "signed"), row(2, "signed"), row(3, "ready")])).toMatchObject({
      left: { sequence: 1 },
      right: { sequence: 3 },
    });
  });

  test("are merged by who fills in or signs, when both are signed and at rest", () => {
    const mine = { ...NO, editor: "may", signatory: "may" };
    expect(verdicts((one) => mayMerge(one, ROUND, both, TODAY))).toEqual(mine);
    expect(verdicts((one) => mayKeep(one, ROUND, both, TODAY, "right"))).toEqual(mine);
    for (const pair of [busy, fresh, null])
      expect(mayMerge(WHO.editor, ROUND, pair, TODAY)).toMatchObject({ because: "stale" });
    expect(mayMerge(WHO.editor, CLOSED, both, TODAY)).toMatchObject({ because: "stale" });
    expect(mayMerge(viewer(["editor"], [], true), ROUND, both, TODAY)).toMatchObject({
      because: "forbidden",
    });
  });

  test("one stays whole: the later always, the earlier unless the later counts and is worked on", () => {
    expect(mayKeep(WHO.editor, ROUND, busy, TODAY, "right").may).toBe(true);
    expect(mayKeep(WHO.editor, ROUND, busy, TODAY, "left")).toMatchObject({ because: "stale" });
    expect(mayKeep(WHO.editor, ROUND, fresh, TODAY, "left").may).toBe(true);
    expect(mayKeep(WHO.editor, ROUND, both, TODAY, "left").may).toBe(true);
  });

  test("the bureau keeps one whole or asks", () => {
    expect(verdicts((one) => mayArbitrate(one, ROUND, both, null))).toEqual({ ...NO, bureau: "may" });
    expect(verdicts((one) => mayArbitrate(one, CLOSED, both, "right"))).toEqual({ ...NO, bureau: "may" });
    expect(mayArbitrate(WHO.bureau, ROUND, null, null)).toMatchObject({ because: "stale" });
    expect(mayArbitrate(WHO.bureau, ROUND, busy, "left")).toMatchObject({ because: "stale" });
    expect(mayArbitrate(WHO.bureau, undefined, both, null)).toMatchObject({ because: "missing" });
  });
});
