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
import { answersSeen } from "./save-queries.ts";
import type { Conflict } from "./saving.ts";
import * as sectionQueries from "./section-queries.ts";
import { questionViews, seenProfileIds, seenRevisions, shapeOf } from "./section-view.ts";

/** Reads a section in one round trip; with `typed`, also what that form was drawn from. */
export async function readSection(c: Context<Env>, typed: Typed = {}) {
  const year = Number(c.req.param("year"));
  const position = Number(c.req.param("position"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    sectionQueries.itemsWithAnswers(db, scope, year, position),
    sectionQueries.allChoices(db),
    sectionQueries.profileOf(db, scope, seenProfileIds(typed)),
    sectionQueries.earlierAnswers(db, scope, year, position),
    answersSeen(db, scope, year, seenRevisions(typed)),
  ]);
  const [[round], [response = null], sections, items, choices, profile, earlier, seen] = page.rows;
  const section = sections.find((each) => each.position === position);
  const today = dayInAmsterdam(c.var.now);
  const decision = mayEditAnswers(page.viewer, round, response, today);
  const rows = { items, choices, profile, earlier };
  return { ...page, round, response, sections, section, seen, rows, decision, today };
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
  const { frame, round, section, sections, response } = read;
  const kept = extra.typed?.inzending?.[0] ?? "";
  return show(
    c,
    <SectionPage
      frame={frame}
      round={roundView(round, c.var.now)}
      section={{ ...section, of: sections.length }}
      questions={questionViews(read.rows, read.today, response?.consent)}
      responseId={response?.id ?? (isId(kept) ? kept : newId())}
      fromCheck={(extra.typed?.terug?.[0] ?? c.req.query("terug")) === BACK_TO_CHECK}
      mayEdit={read.decision.may}
      {...extra}
    />,
    status,
  );
}

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
