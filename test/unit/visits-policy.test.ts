import { describe, expect, test } from "vitest";
import { OFFER_STATES, VISIT_STATES } from "../../db/visit-vocabulary.ts";
import type { Viewer } from "../../functions/http/session.ts";
import { LIFECYCLE, nextState, OFFER_LIFECYCLE, waitsFor } from "../../functions/visits/lifecycle.ts";
import { mayMove, movesFor } from "../../functions/visits/move-policy.ts";
import { groupVisits } from "../../functions/visits/my-visits.ts";
import {
  mayMoveOffer,
  mayReadContacts,
  mayReadOffer,
  mayReadVisit,
  mayRequest,
  type OfferFacts,
  type VisitFacts,
} from "../../functions/visits/policy.ts";
import { VISIT_MOVES } from "../../web/visits/moves.ts";

const NOW = Date.parse("2026-11-21T11:00:00Z");
const DAY_MS = 86_400_000;

function viewer(memberId: string | null, ...roles: NonNullable<Viewer["member"]>["roles"]): Viewer {
  const member = memberId ? { memberId, memberName: memberId, memberSlug: memberId, roles } : null;
  return {
    personId: `${memberId}-${roles}`,
    name: "Persoon",
    email: "persoon@proef.example",
    member,
    memberships: member ? [member] : [],
    associationRoles: member ? [] : ["bureau"],
  };
}

const guest = viewer("gast", "professional");
const host = viewer("gastheer", "host");
const colleague = viewer("gastheer", "editor");
const stranger = viewer("ander", "host");
const bureau = viewer(null);

const visit = (fields: Partial<VisitFacts> = {}): VisitFacts => ({
  guestMemberId: "gast",
  guestMemberName: "Gast",
  hostMemberId: "gastheer",
  hostMemberName: "Gastheer",
  state: "requested",
  startsAt: NOW + DAY_MS,
  endsAt: NOW + DAY_MS + 3_600_000,
  ...fields,
});

const offer = (fields: Partial<OfferFacts> = {}): OfferFacts => ({
  memberId: "gastheer",
  state: "published",
  startsAt: NOW + DAY_MS,
  seats: 4,
  taken: 0,
  ...fields,
});

const because = (decision: { may: boolean; because?: string }) => (decision.may ? "may" : decision.because);

describe("the table of moves", () => {
  test("gives the end states no way out and every other state one for its side", () => {
    const ends = VISIT_STATES.filter((state) =>
      (["guest", "host"] as const).every((side) => Object.keys(LIFECYCLE[state][side]).length === 0),
    );
    expect(ends).toEqual([
      "declined",
      "withdrawn",
      "cancelled",
      "took_place",
      "did_not_take_place",
      "disapproved",
    ]);
    for (const state of VISIT_STATES) {
      const side = waitsFor(state);
      if (side) expect(Object.keys(LIFECYCLE[state][side]).length).toBeGreaterThan(1);
    }
  });

  test("reaches every state from where a request begins, and uses every move", () => {
    const reached = new Set<string>(["awaiting_approval", "open", "requested"]);
    const used = new Set<string>();
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const state of VISIT_STATES.filter((each) => reached.has(each)))
        for (const side of ["guest", "host"] as const)
          for (const [move, to] of Object.entries(LIFECYCLE[state][side])) {
            reached.add(to);
            used.add(move);
          }
    }
    expect([...reached].sort()).toEqual([...VISIT_STATES].sort());
    expect([...used].sort()).toEqual([...VISIT_MOVES].sort());
  });

  test("never lets a side agree with itself", () => {
    expect(nextState("requested", "guest", "agreement")).toBeNull();
    expect(nextState("counter_proposed", "host", "agreement")).toBeNull();
    expect(nextState("counter_proposed", "host", "acceptance")).toBeNull();
  });
});

describe("who may make a move", () => {
  test.each([
    ["the guest", guest, ["counter_proposal", "withdrawal"]],
    ["the host", host, ["acceptance", "counter_proposal", "decline"]],
    ["a colleague of the host without that role", colleague, []],
    ["another member", stranger, []],
    ["the bureau", bureau, []],
  ])("%s of a request", (_who, person, moves) => {
    expect(movesFor(person, visit(), NOW)).toEqual(moves);
  });

  test.each([
    ["the guest", guest, ["agreement", "counter_proposal", "withdrawal"]],
    ["the host", host, ["counter_proposal", "decline"]],
  ])("%s of a proposal", (_who, person, moves) => {
    expect(movesFor(person, visit({ state: "counter_proposed" }), NOW)).toEqual(moves);
  });

  test.each([
    ["the guest before", guest, -DAY_MS, ["confirmation", "cancellation"]],
    ["the host before", host, -DAY_MS, ["rescheduling", "cancellation"]],
    ["the guest after", guest, 2 * DAY_MS, ["completion", "non_occurrence"]],
    ["the host after", host, 2 * DAY_MS, ["completion", "non_occurrence"]],
  ])("%s the agreed day", (_who, person, later, moves) => {
    expect(movesFor(person, visit({ state: "accepted" }), NOW + later)).toEqual(moves);
  });

  test("an open question is for hosts of others, and for who asked to take back", () => {
    const open = visit({ state: "open", hostMemberId: null, startsAt: null, endsAt: null });
    expect(movesFor(host, open, NOW)).toEqual(["invitation"]);
    expect(movesFor(stranger, open, NOW)).toEqual(["invitation"]);
    expect(movesFor(colleague, open, NOW)).toEqual([]);
    expect(movesFor(guest, open, NOW)).toEqual(["withdrawal"]);
    expect(movesFor(bureau, open, NOW)).toEqual([]);
  });

  test("says why not: sign in, not yours, no role, wrong state", () => {
    expect(because(mayMove(null, visit(), "acceptance", NOW))).toBe("anonymous");
    expect(because(mayMove(stranger, visit(), "acceptance", NOW))).toBe("missing");
    expect(because(mayMove(bureau, visit(), "acceptance", NOW))).toBe("missing");
    expect(because(mayMove(colleague, visit(), "acceptance", NOW))).toBe("forbidden");
    expect(because(mayMove(host, visit({ state: "declined" }), "acceptance", NOW))).toBe("stale");
    expect(because(mayMove(host, undefined, "acceptance", NOW))).toBe("missing");
  });

  test("nobody agrees to a day that is past or not there", () => {
    const past = visit({ state: "counter_proposed", startsAt: NOW - 1 });
    expect(because(mayMove(guest, past, "agreement", NOW))).toBe("stale");
    const without = visit({ startsAt: null, endsAt: null });
    expect(because(mayMove(host, without, "agreement", NOW))).toBe("stale");
    expect(because(mayMove(host, without, "acceptance", NOW))).toBe("may");
  });
});

describe("who may see", () => {
  test("a visit: its two sides; an open question: everybody who is signed in", () => {
    for (const person of [guest, host, colleague]) expect(mayReadVisit(person, visit()).may).toBe(true);
    for (const person of [stranger, bureau]) expect(because(mayReadVisit(person, visit()))).toBe("missing");
    const open = visit({ state: "open", hostMemberId: null });
    for (const person of [guest, stranger, bureau]) expect(mayReadVisit(person, open).may).toBe(true);
    expect(because(mayReadVisit(null, open))).toBe("anonymous");
  });

  test("a visit of the other organisation of the same person: how to get there", () => {
    const both = { ...stranger, memberships: [...stranger.memberships, ...host.memberships] };
    const decision = mayReadVisit(both, visit());
    expect(decision.may ? "" : decision.what).toContain("Dit bezoek hoort bij gastheer");
  });

  test("contacts: only between two sides, and not after a refusal", () => {
    expect(mayReadContacts(guest, visit())).toBe(true);
    expect(mayReadContacts(stranger, visit({ state: "open", hostMemberId: null }))).toBe(false);
    expect(mayReadContacts(guest, visit({ state: "open", hostMemberId: null }))).toBe(false);
    expect(mayReadContacts(stranger, visit())).toBe(false);
    expect(mayReadContacts(host, visit({ state: "declined" }))).toBe(false);
  });

  test.each(OFFER_STATES)("an offer that is %s", (state) => {
    expect(mayReadOffer(colleague, offer({ state })).may).toBe(true);
    expect(mayReadOffer(stranger, offer({ state })).may).toBe(state === "published");
    expect(because(mayReadOffer(null, offer({ state })))).toBe("anonymous");
  });
});

describe("offers", () => {
  test("are moved by their own host along the table only", () => {
    for (const from of OFFER_STATES)
      for (const to of OFFER_STATES) {
        const decision = mayMoveOffer(host, offer({ state: from }), to, NOW);
        expect(because(decision)).toBe(OFFER_LIFECYCLE[from].includes(to) ? "may" : "stale");
      }
    expect(because(mayMoveOffer(colleague, offer(), "paused", NOW))).toBe("forbidden");
    expect(because(mayMoveOffer(stranger, offer(), "paused", NOW))).toBe("missing");
  });

  test("are asked for by other members while there is room and time", () => {
    expect(because(mayRequest(guest, offer(), NOW))).toBe("may");
    expect(because(mayRequest(guest, null, NOW))).toBe("may");
    expect(because(mayRequest(host, offer(), NOW))).toBe("forbidden");
    expect(because(mayRequest(bureau, offer(), NOW))).toBe("forbidden");
    // A full day has a waiting list; of an offer without a day nobody knows when a place comes free.
    expect(because(mayRequest(guest, offer({ taken: 4 }), NOW))).toBe("may");
    expect(because(mayRequest(guest, offer({ taken: 4, startsAt: null }), NOW))).toBe("stale");
    expect(because(mayRequest(guest, offer({ applyBefore: NOW }), NOW))).toBe("stale");
    expect(because(mayRequest(guest, offer({ applyBefore: NOW + 1 }), NOW))).toBe("may");
    expect(because(mayRequest(guest, offer({ startsAt: NOW }), NOW))).toBe("stale");
    expect(because(mayRequest(guest, offer({ state: "paused" }), NOW))).toBe("missing");
    expect(because(mayRequest(null, offer(), NOW))).toBe("anonymous");
  });
});

test("one's own visits fall in exactly one group", () => {
  const all = VISIT_STATES.map((state) => ({ ...visit({ state }), state }));
  const groups = groupVisits(all, "gast", NOW);
  expect(Object.values(groups).flat()).toHaveLength(VISIT_STATES.length);
  expect(groups.waiting.map(({ state }) => state)).toEqual([
    "counter_proposed",
    "awaiting_approval",
    "moved",
  ]);
  expect(groups.pending.map(({ state }) => state)).toEqual(["open", "requested", "waiting"]);
  expect(groups.upcoming.map(({ state }) => state)).toEqual(["accepted", "confirmed"]);
  const after = groupVisits(all, "gastheer", NOW + 2 * DAY_MS);
  expect(after.waiting.map(({ state }) => state)).toEqual(["requested", "accepted", "moved", "confirmed"]);
});
