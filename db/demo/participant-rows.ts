import type { visitParticipants, visits } from "../schema/tables.ts";
import { AGREED_STATES, type Participation } from "../visit-vocabulary.ts";

type Row = typeof visitParticipants.$inferInsert;
type VisitRow = typeof visits.$inferInsert;

/** Colleagues who come along in the demo: roles instead of names, and something to know of one of them. */
const colleagues: Readonly<Record<string, readonly { name: string; note: string; status: Participation }[]>> =
  {
    "bezoek-waterrand-inloop": [
      { name: "Wijkwerker Waterrand", note: "Eet vegetarisch", status: "accepted" },
    ],
    "bezoek-mergelrand-inloop": [
      { name: "Teamleider Mergelrand", note: "Komt met de fiets", status: "tentative" },
      { name: "Jongerenwerker Mergelrand", note: "", status: "needs_action" },
    ],
  };

/** Who agreed on the coming visits, and who comes along, each with an invitation. */
export function participantRows(rows: readonly VisitRow[]): Row[] {
  const coming = rows.filter(({ state }) => AGREED_STATES.some((agreed) => agreed === state));
  return coming.flatMap((visit) => {
    const base = { visitId: visit.id, sequence: visit.calendarSequence ?? 0, addedAt: visit.updatedAt };
    const main = (side: "guest" | "host", personId: string | null | undefined): Row[] =>
      personId ? [{ ...base, ...keysOf(visit.id, side), side, personId, status: "accepted" }] : [];
    return [
      ...main("guest", visit.guestPersonId),
      ...main("host", visit.hostPersonId),
      ...(colleagues[visit.id] ?? []).map((colleague, at) => {
        const email = `collega-${at + 1}@${visit.guestMemberId}.example`;
        return { ...base, ...keysOf(visit.id, String(at)), ...colleague, side: "guest" as const, email };
      }),
    ];
  });
}

/** The demo reads no answers from calendars, so its keys need not be secret; they only have to differ. */
const keysOf = (visitId: string, who: string) => ({
  id: `${visitId}-${who}`,
  replyKey: `demo-${visitId}-${who}`,
});
