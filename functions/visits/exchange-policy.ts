import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import type { ProposalRow } from "./exchange-queries.ts";
import { isHost } from "./policy.ts";

/**
 * What a page may divide by itself, so that it stays within the 10 ms of processor that the edge gives a request.
 * A larger exchange is made by the command on the server.
 */
export const MOST_IN_REQUEST = { wishes: 30, offers: 100 } as const;

/** The whole proposal, and the start of an exchange, are for the staff of the association. */
export function mayRunExchange(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("bureau")
    ? allowed
    : refused("forbidden", "Alleen het bureau kan de hele ruilbeurs zien en starten.");
}

/** Starting it on a page: one a year, and not when there is too much for a page. */
export function mayCompute(
  viewer: Viewer | null,
  wanted: number,
  year: number,
  size: { wishes: number; offers: number },
): Decision {
  const run = mayRunExchange(viewer);
  if (!run.may) return run;
  if (wanted !== year) return refused("stale", `Een ruilbeurs maak je voor dit jaar: ${year}.`);
  if (size.wishes === 0) return refused("stale", "Er staat nu geen vraag open. Er valt niets te verdelen.");
  return isTooLarge(size) ? refused("stale", tooLarge(year)) : allowed;
}

export const isTooLarge = ({ wishes, offers }: { wishes: number; offers: number }): boolean =>
  wishes > MOST_IN_REQUEST.wishes || offers > MOST_IN_REQUEST.offers;

export const tooLarge = (year: number): string =>
  `Dit zijn te veel vragen voor een pagina. De beheerder start: npm run ruilbeurs -- ${year}.`;

/** "Nee, dank je": by the guest, or by a host of the other side, as long as nothing came of it yet. */
export function mayDecline(viewer: Viewer | null, proposal: ProposalRow | undefined): Decision {
  if (!viewer) return refused("anonymous");
  const memberId = viewer.member?.memberId;
  const isParty = proposal && (proposal.guestMemberId === memberId || proposal.hostMemberId === memberId);
  if (!memberId || !isParty || proposal.hostMemberId === null) return refused("missing");
  if (proposal.hostMemberId === memberId && !isHost(viewer))
    return refused("forbidden", "Alleen een gastheer kan dit namens jouw organisatie doen.");
  // A second press of the same button must not frighten.
  if (proposal.standing === "wacht" || proposal.standing.startsWith("afgezegd")) return allowed;
  return refused("stale", "Dit voorstel staat niet meer open.");
}
