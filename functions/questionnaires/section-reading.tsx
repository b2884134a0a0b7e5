import type { Context } from "hono";
import type { ComponentProps } from "preact";
import { ASSISTANCE } from "../../web/questionnaires/assistance-contract.ts";
import { ConflictPage, type ConflictView } from "../../web/questionnaires/conflict-page.tsx";
import { BACK_TO_CHECK } from "../../web/questionnaires/contract.ts";
import { SectionPage, type SectionPageProps } from "../../web/questionnaires/section-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import { assignmentsOf } from "./assignment-queries.ts";
import { actingPage, mayOpenAssisted } from "./assistance-policy.ts";
import { assistedLook, assistedScope, nothingToDo, openAssistance } from "./assistance-queries.ts";
import { talkOf, warningsOf } from "./beside.ts";
import { besideQuestions } from "./beside-queries.ts";
import { keeperOf } from "./keeper.ts";
import { mayEditSection } from "./policy.ts";
import * as queries from "./queries.ts";
import { returnsOf } from "./return-queries.ts";
import { returnedViews } from "./return-view.ts";
import { type RoundRow, roundView } from "./round-view.ts";
import { takesAnswers } from "./round-window.ts";
import { routedProgress, routingOf } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";
import { answersSeen } from "./save-queries.ts";
import type { Conflict } from "./saving.ts";
import * as sectionQueries from "./section-queries.ts";
import { questionViews, seenProfileIds, seenRevisions, shapeOf } from "./section-view.ts";
import { signatoriesOf } from "./transition-queries.ts";

/** Reads a section in one round trip; with `typed`, also what that form was drawn from. */
export async function readSection(c: Context<Env>, typed: Typed = {}) {
  const year = Number(c.req.param("year"));
  const position = Number(c.req.param("position"));
  const helping = c.req.query(ASSISTANCE) ?? "";
  const page = await readPage(c, (db, own) => {
    const scope = helping ? assistedScope(own, year, helping) : own;
    return [
      queries.roundOfYear(db, scope, year),
      queries.currentResponse(db, scope, year),
      queries.sectionProgress(db, scope, year),
      sectionQueries.itemsWithAnswers(db, scope, year, position),
      sectionQueries.allChoices(db),
      sectionQueries.profileOf(db, scope, seenProfileIds(typed)),
      sectionQueries.earlierAnswers(db, scope, year, position),
      answersSeen(db, scope, year, seenRevisions(typed)),
      routedItems(db, scope, year),
      // Colleagues talk to each other here; who fills in for them on the telephone does not read along.
      assignmentsOf(db, own, year),
      besideQuestions(db, own, year, position),
      signatoriesOf(db, scope.memberId),
      returnsOf(db, scope, year),
      openAssistance(db, own, year, helping),
      helping && c.req.method === "GET" ? assistedLook(db, own, year, position, helping) : nothingToDo(db),
    ];
  });
  const [[round], [response = null], all, items, choices, profile, earlier, seen, routed, ...more] =
    page.rows;
  const [assignments, beside, signatories, back, [found]] = more;
  const assistance = found && { ...found, hasLeft: Boolean(found.hasLeft) };
  const { viewer, frame } = actingPage(page, assistance);
  const returned = returnedViews(back);
  const section = all.find((each) => each.position === position);
  const sections = routedProgress(all, routed);
  const routing = routingOf(routed);
  const today = dayInAmsterdam(c.var.now);
  const mine = assignments.filter(({ isMine }) => isMine);
  const asked = mine.find(({ sectionId }) => sectionId === section?.id);
  const editing = mayEditSection(viewer, round, response, today, asked !== undefined);
  const decision = helping ? mayOpenAssisted(page.viewer, assistance, editing) : editing;
  const rows = { items, choices, profile, earlier, beside };
  const hands = { isAssigned: mine.length > 0, asked, signatories, returned, assistance, helping };
  return {
    viewer,
    frame,
    round,
    response,
    sections,
    section,
    all,
    routing,
    seen,
    rows,
    hands,
    decision,
    today,
  };
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
  const { frame, round, section, sections, response, routing, hands } = read;
  const kept = extra.typed?.inzending?.[0] ?? "";
  return show(
    c,
    <SectionPage
      frame={frame}
      round={roundView(round, c.var.now)}
      section={{ ...section, ...placeOf(section, sections) }}
      questions={withBeside(read, round).filter(({ concept }) => routing.asks(concept))}
      asked={hands.asked && read.decision.may ? { ...hands.asked, isMine: true } : undefined}
      responseId={response?.id ?? (isId(kept) ? kept : newId())}
      keeper={keeperOf(read.viewer, round.year)}
      fromCheck={(extra.typed?.terug?.[0] ?? c.req.query("terug")) === BACK_TO_CHECK}
      mayEdit={read.decision.may}
      assistance={hands.assistance}
      {...extra}
    />,
    status,
  );
}

/** The questions with what colleagues, the learning group and the rules of plausibility say at each. */
function withBeside({ rows, today, response, decision, hands }: SectionRead, round: RoundRow) {
  const warnings = decision.may ? warningsOf(rows) : [];
  return questionViews(rows, today, response?.consent).map((question) => ({
    ...question,
    talk: hands.helping
      ? undefined
      : talkOf(
          rows.beside.find(({ concept }) => concept === question.concept),
          round.year,
          takesAnswers(round, today),
        ),
    returned: hands.returned.find(
      ({ concept, outcome }) => concept === question.concept && outcome === "open",
    ),
    warnings: warnings.filter(({ concept }) => concept === question.concept),
  }));
}

/** Where a section stands among those that ask something, and the position of the one after it. */
const placeOf = (section: { position: number }, asking: readonly { position: number }[]) => ({
  at: asking.filter(({ position }) => position <= section.position).length,
  of: asking.length,
  next: asking.find(({ position }) => position > section.position)?.position ?? null,
});

/** A conflict with the words of its question; none when the question is not of this section. */
export function conflictView({ rows, today }: SectionRead, { mine, theirs }: Conflict): ConflictView[] {
  const item = rows.items.find(({ id }) => id === mine.itemId);
  if (!item) return [];
  const { concept, audience } = item;
  const shape = shapeOf(item, rows.choices, today);
  return [{ concept, audience, question: `${item.stem} ${item.wording}`.trim(), shape, mine, theirs }];
}

/** Shows both answers of each conflict, for the person to choose. */
export function showConflicts(
  c: Context<Env>,
  read: SectionRead & { round: RoundRow; section: SectionRead["sections"][number] },
  conflicts: readonly Conflict[],
  kept: { typed: Typed; errors?: FieldErrors },
  status: Status = 409,
) {
  const views = conflicts.flatMap((conflict) => conflictView(read, conflict));
  const props: ComponentProps<typeof ConflictPage> = {
    frame: read.frame,
    round: roundView(read.round, c.var.now),
    position: read.section.position,
    sectionTitle: read.section.title,
    conflicts: views,
    assistance: read.hands.assistance?.id,
    ...kept,
  };
  return show(c, <ConflictPage {...props} />, status);
}
