import { isValid } from "../../web/insights/research.ts";
import { formatDay } from "../../web/ui/dutch.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** Research data are for the learning group monitoring only: not for members, not for the office. */
export function mayResearch(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("monitoring")
    ? allowed
    : refused("forbidden", "Onderzoeksbestanden zijn voor de leergroep monitoring.");
}

/** A statement is for the person who signed it; of somebody else's nobody learns that it is there. */
export function mayUseStatement(
  viewer: Viewer | null,
  statement: { signedBy: string; validUntil: string; endedAt: number | null } | undefined,
  today: string,
): Decision {
  const decision = mayResearch(viewer);
  if (!decision.may) return decision;
  if (!statement || statement.signedBy !== viewer?.personId) return refused("missing");
  if (isValid(statement, today)) return allowed;
  return refused(
    "forbidden",
    statement.endedAt === null
      ? `Je verklaring liep tot en met ${formatDay(statement.validUntil)}. Onderteken een nieuwe.`
      : "Deze verklaring is beëindigd. Onderteken een nieuwe.",
  );
}

/** There are separate answers as soon as a round is published: until then they may still change. */
export const maySign = (round: { state: string }): Decision =>
  round.state === "published"
    ? allowed
    : refused("stale", "Deze ronde is nog niet gepubliceerd. Onderteken de verklaring daarna.");
