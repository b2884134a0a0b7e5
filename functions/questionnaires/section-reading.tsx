import type { Context } from "hono";
import type { ComponentProps } from "preact";
import { ConflictPage, type ConflictView } from "../../web/questionnaires/conflict-page.tsx";
import { BACK_TO_CHECK } from "../../web/questionnaires/contract.ts";
import { SectionPage, type SectionPageProps } from "../../web/questionnaires/section-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import { mayEditAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { type RoundRow, roundView } from "./round-view.ts";
import { routedProgress, routingOf } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";
import { answersSeen } from "./save-queries.ts";
import type { Conflict } from "./saving.ts";
import * as sectionQueries from "./section-queries.ts";
import { questionViews, seenProfileIds, seenRevisions, shapeOf } from "./section-view.ts";

/** Reads a section in one round trip; with `typed`, also what that form was drawn from. */
export async function readSection(c: Context<Env>, typed: Typed = {}) {
  const year = Number(c.req.param("year"));
  const position = Number(c.req.param("position"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    sectionQueries.itemsWithAnswers(db, scope, year, position),
    sectionQueries.allChoices(db),
    sectionQueries.profileOf(db, scope, seenProfileIds(typed)),
    sectionQueries.earlierAnswers(db, scope, year, position),
    answersSeen(db, scope, year, seenRevisions(typed)),
    routedItems(db, scope, year),
  ]);
  const [[round], [response = null], all, items, choices, profile, earlier, seen, routed] = page.rows;
  const section = all.find((each) => each.position === position);
  const sections = routedProgress(all, routed);
  const routing = routingOf(routed);
  const today = dayInAmsterdam(c.var.now);
  const decision = mayEditAnswers(page.viewer, round, response, today);
  const rows = { items, choices, profile, earlier };
  return { ...page, round, response, sections, section, all, routing, seen, rows, decision, today };
}

export type SectionRead = Awaited<ReturnType<typeof readSection>>;
type Extra = Partial<Pick<SectionPageProps, "typed" | "errors" | "notice" | "mayEdit">>;
type Status = 200 | 409 | 422;

/** Shows the section as it stands now, or with what was typed. */
export function showSection(
  c: Context<Env>,
  read: SectionRead & { round: RoundRow; section: SectionRead["sections"][number] },
  extra: Extra = {},
  status: Status = 200,
) {
  const { frame, round, section, sections, response, routing } = read;
  const kept = extra.typed?.inzending?.[0] ?? "";
  return show(
    c,
    <SectionPage
      frame={frame}
      round={roundView(round, c.var.now)}
      section={{ ...section, ...placeOf(section, sections) }}
      questions={questionViews(read.rows, read.today, response?.consent).filter(({ concept }) =>
        routing.asks(concept),
      )}
      responseId={response?.id ?? (isId(kept) ? kept : newId())}
      fromCheck={(extra.typed?.terug?.[0] ?? c.req.query("terug")) === BACK_TO_CHECK}
      mayEdit={read.decision.may}
      {...extra}
    />,
    status,
  );
}

/** Where a section stands among those that ask something, and the position of the one after it. */
export const placeOf = (section: { position: number }, asking: readonly { position: number }[]) => ({
  at: asking.filter(({ position }) => position <= section.position).length,
  of: asking.length,
  next: asking.find(({ position }) => position > section.position)?.position ?? null,
});

/** Shows both answers of each conflict, for the person to choose. */
export function showConflicts(
  c: Context<Env>,
  read: SectionRead & { round: RoundRow; section: SectionRead["sections"][number] },
  conflicts: readonly Conflict[],
  kept: { typed: Typed; errors?: FieldErrors },
  status: Status = 409,
) {
  const views = conflicts.flatMap(({ mine, theirs }): ConflictView[] => {
    const item = read.rows.items.find(({ id }) => id === mine.itemId);
    if (!item) return [];
    const { concept, audience } = item;
    const shape = shapeOf(item, read.rows.choices, read.today);
    return [{ concept, audience, question: `${item.stem} ${item.wording}`.trim(), shape, mine, theirs }];
  });
  const props: ComponentProps<typeof ConflictPage> = {
    frame: read.frame,
    round: roundView(read.round, c.var.now),
    position: read.section.position,
    sectionTitle: read.section.title,
    conflicts: views,
    ...kept,
  };
  return show(c, <ConflictPage {...props} />, status);
}
