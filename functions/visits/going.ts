import type { Side } from "../../web/visits/moves.ts";
import { participants } from "./move-plan.ts";
import type { ParticipantRow } from "./participant-queries.ts";
import { MOST_HOSTS } from "./participant-writes.ts";
import { type Invited, invitedTo } from "./participants.ts";
import type { PersonRow } from "./visit-people.ts";

/** Everybody who comes to a visit as it stands now, and everybody who receives it. */
export const goingTo = (page: {
  guests: readonly PersonRow[];
  hosts: readonly PersonRow[];
  participants: readonly ParticipantRow[];
}): Invited[] =>
  invitedTo(participants(page.guests, page.hosts, null), [...page.guests, ...page.hosts], page.participants);

/** Places for colleagues that a side has left, beside who agreed on the visit. */
export function placesLeft(visit: { seats: number }, side: Side, going: readonly Invited[]): number {
  const colleagues = going.filter((one) => one.side === side && !one.isMain).length;
  return Math.max(0, (side === "guest" ? visit.seats : MOST_HOSTS) - 1 - colleagues);
}
