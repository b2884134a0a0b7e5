import { expect, test } from "vitest";
import type { AssociationRole, MemberRole } from "../../db/vocabulary.ts";
import { agreedVisits, type VisitRow, type WaitingRows, waitingFor } from "../../functions/home/waiting.ts";
import type { Viewer } from "../../functions/http/session.ts";
import { TODAY } from "../support/cast.ts";

const DAY = 86_400_000;

function viewer(roles: MemberRole[], associationRoles: AssociationRole[] = []): Viewer {
  const member = { memberId: "m", memberName: "Lindestad", memberSlug: "lindestad", roles };
  return { personId: "p", name: "P", email: "p@x.example", member, memberships: [member], associationRoles };
}
const round = {
  year: 2026,
  closesOn: "2026-12-15",
  state: null,
  version: null,
  sections: 10,
  sectionsDone: 0,
  minutesLeft: 50,
} as const;
const visit: VisitRow = {
  id: "v",
  state: "requested",
  seats: 2,
  startsAt: null,
  period: "maart",
  guestName: "Waterrand",
  hostName: "Lindestad",
  isHost: true,
  learningQuestion: "Hoe doen jullie dat?",
  createdAt: TODAY,
};
const nothing: WaitingRows = { rounds: [], visits: [], stale: [], progress: [], failedMail: 0 };
const labels = (person: Viewer, rows: Partial<WaitingRows>) =>
  waitingFor(person, { ...nothing, ...rows }, TODAY).map(({ label }) => label);

test("an editor begins, goes on, and hands over the questionnaire", () => {
  const editor = viewer(["editor"]);
  expect(labels(editor, { rounds: [round] })).toEqual(["Vragenlijst 2026 beginnen"]);
  expect(labels(editor, { rounds: [{ ...round, state: "in_progress", sectionsDone: 4 }] })).toEqual([
    "Vragenlijst 2026 verder invullen",
  ]);
  expect(labels(editor, { rounds: [{ ...round, state: "in_progress", sectionsDone: 10 }] })).toEqual([
    "Vragenlijst 2026 nakijken en laten ondertekenen",
  ]);
  expect(labels(editor, { rounds: [{ ...round, state: "ready" }] })).toEqual([]);
  expect(labels(editor, { rounds: [{ ...round, state: "signed" }] })).toEqual([]);
});

test("a reopened version, not the signed one beside it, says what is to be done", () => {
  const reopened = { ...round, state: "in_progress", version: 2, sectionsDone: 9 } as const;
  const signed = { ...round, state: "signed", version: 1 } as const;
  expect(labels(viewer(["editor"]), { rounds: [reopened, signed] })).toEqual([
    "Vragenlijst 2026 verder invullen",
  ]);
});

test("only a signatory is asked to sign, and only when all is ready", () => {
  const signatory = viewer(["signatory"]);
  expect(labels(signatory, { rounds: [{ ...round, state: "ready" }] })).toEqual([
    "Vragenlijst 2026 ondertekenen",
  ]);
  expect(labels(signatory, { rounds: [{ ...round, state: "in_progress" }] })).toEqual([]);
  expect(labels(viewer(["professional"]), { rounds: [{ ...round, state: "ready" }] })).toEqual([]);
});

test("a request waits for the host, a proposal for the guest", () => {
  expect(labels(viewer(["host"]), { visits: [visit] })).toEqual(["Aanvraag van Waterrand beantwoorden"]);
  expect(labels(viewer(["editor"]), { visits: [visit] })).toEqual([]);
  const proposal = { ...visit, state: "counter_proposed", isHost: false, hostName: "Heuvelrug" } as const;
  expect(labels(viewer(["professional"]), { visits: [proposal] })).toEqual([
    "Datumvoorstel van Heuvelrug bekijken",
  ]);
  expect(labels(viewer(["host"]), { visits: [{ ...proposal, isHost: true }] })).toEqual([]);
});

test("what is due first stands first", () => {
  const old = { ...visit, createdAt: TODAY - 6 * DAY };
  const all = {
    rounds: [round],
    visits: [old],
    stale: [{ field: "fte", referenceOn: "2024-06-01", memberSlug: "l" }],
  } as const;
  expect(
    labels(viewer(["editor", "host"]), { ...all, rounds: [round], visits: [old], stale: [...all.stale] }),
  ).toEqual(["Aanvraag van Waterrand beantwoorden", "Vragenlijst 2026 beginnen", "Klopt dit nog: FTE?"]);
});

test("association staff follow the response; only the bureau hears of mail that failed", () => {
  const rows = {
    progress: [{ year: 2026, closesOn: "2026-12-15", begun: 20, signed: 12, members: 55 }],
    failedMail: 2,
  };
  expect(labels(viewer([], ["monitoring"]), rows)).toEqual(["Respons van 2026 volgen"]);
  expect(labels(viewer([], ["bureau"]), rows)).toEqual([
    "2 berichten niet bezorgd",
    "Respons van 2026 volgen",
  ]);
  expect(labels(viewer(["editor"]), rows)).toEqual([]);
});

test("agreed visits lie ahead, nearest first", () => {
  const agreed = { ...visit, state: "accepted" } as const;
  const rows = [
    { ...agreed, id: "late", startsAt: TODAY + 9 * DAY },
    { ...agreed, id: "soon", startsAt: TODAY + DAY, isHost: false },
    { ...agreed, id: "past", startsAt: TODAY - DAY },
    visit,
  ];
  expect(agreedVisits(rows, TODAY).map(({ label }) => label)).toEqual([
    "Bezoek aan Lindestad",
    "Bezoek van Waterrand",
  ]);
});
