import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import type { RoundRow } from "./round-view.ts";
import type { Saving } from "./save-queries.ts";
import type { Standing } from "./saving.ts";
import type { SectionRead } from "./section-reading.tsx";

/** A section that was found, of a round that was found. */
export type Opened = SectionRead & { round: RoundRow; section: SectionRead["sections"][number] };

/** The id that the form brought for what it makes, so that sent twice it makes one; another when it is not ours. */
const wishedId = (id: string): string => (isId(id) ? id : newId());

/** Who saves what where, by the form that came. */
export const savingOf = (
  c: Context<Env>,
  { round, section, response, hands }: Pick<Opened, "round" | "section" | "response" | "hands">,
  { personId, member }: Pick<Viewer, "personId"> & { member: { memberId: string } },
  typed: Typed,
): Saving => ({
  responseId: response?.id ?? wishedId(typed.inzending?.[0] ?? ""),
  roundId: round.id,
  memberId: member.memberId,
  personId,
  sectionId: section.id,
  now: c.var.now,
  ...(hands.assistance ? { source: "assisted" as const } : {}),
});

/** What stood in the section when it was read. */
export function standingOf({ rows }: Pick<Opened, "rows">): Standing {
  return new Map(
    rows.items.map(({ id, answer, savedBy }) => [id, answer && { ...answer, savedBy }] as const),
  );
}
