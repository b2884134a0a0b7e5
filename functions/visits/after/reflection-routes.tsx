import { type Context, Hono } from "hono";
import { paths } from "../../../web/paths.ts";
import { type ReflectionForm, reflectionContract } from "../../../web/visits/after/contract.ts";
import { AFTER_NOTICES } from "../../../web/visits/after/labels.ts";
import { ReflectionPage } from "../../../web/visits/after/reflection-page.tsx";
import type { AfterSeen } from "../../../web/visits/after/seen.ts";
import { maySpeakFor } from "../../accounts/policy.ts";
import type { Env } from "../../http/env.ts";
import { type Decision, refuse } from "../../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../../http/form.ts";
import { readPage, show, write } from "../../http/page.ts";
import type { Viewer } from "../../http/session.ts";
import { sideOf } from "../policy.ts";
import { readVisit } from "../visit-queries.ts";
import { dueCheck, mayLookBack, mayWriteLesson } from "./policy.ts";
import { lessonOfVisit, readAction, readChecks, readColleagues, readReflections } from "./queries.ts";
import { completeVisit, saveAction, saveReflection } from "./writes.ts";

export const reflectionRoutes = new Hono<Env>();

/** A visit that is over with all that this side may read and do, in one round trip. */
export async function readAfterPage(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readVisit(db, scope, id),
        readReflections(db, scope, id),
        readAction(db, scope, id),
        readChecks(db, scope, id),
        lessonOfVisit(db, scope, id),
        readColleagues(db, scope),
      ] as const,
  );
  const [[visit], reflections, [action], checks, [lesson], colleagues] = rows;
  return { ...page, visit, reflections, action, checks, lesson, colleagues };
}
export type AfterPage = Awaited<ReturnType<typeof readAfterPage>>;

/** What the page shows, seen from the side of this viewer. */
function seenBy(
  viewer: Viewer,
  page: AfterPage,
  visit: NonNullable<AfterPage["visit"]>,
  now: number,
): AfterSeen {
  const mine = (row: { memberId: string }) => row.memberId === viewer.member?.memberId;
  const lesson = page.lesson ?? null;
  return {
    visit,
    side: sideOf(viewer, visit) ?? "guest",
    own: page.reflections.find(mine) ?? null,
    others: page.reflections.find((row) => !mine(row)) ?? null,
    action: page.action ?? null,
    checks: page.checks,
    dueCheck: dueCheck(visit.endsAt, page.action !== undefined, page.checks, now),
    lesson,
    mayWriteLesson: mayWriteLesson(viewer, visit, lesson, now).may,
  };
}

const missing = { because: "missing" } as const;
const because = (decision: Decision) => (decision.may ? missing : decision);

reflectionRoutes.get(paths.visitAfter(":id"), async (c) => {
  const page = await readAfterPage(c);
  const { viewer, visit, frame, colleagues } = page;
  const decision = mayLookBack(viewer, visit, c.var.now);
  if (!decision.may || !viewer || !visit) return refuse(c, page, because(decision));
  const after = seenBy(viewer, page, visit, c.var.now);
  const notice = AFTER_NOTICES[c.req.query("melding") ?? ""];
  return show(c, <ReflectionPage {...{ frame, after, colleagues, notice }} />);
});

reflectionRoutes.post(paths.visitAfter(":id"), async (c) => {
  const typed = await readForm(c);
  const page = await readAfterPage(c);
  const { viewer, visit } = page;
  const decision = mayLookBack(viewer, visit, c.var.now);
  if (!decision.may || !viewer?.member || !visit) return refuse(c, page, because(decision), typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return again(c, page, viewer, visit, typed, 409, { stale: speaking.what });
  const read = parseForm(reflectionContract, typed);
  if (!read.ok) return again(c, page, viewer, visit, typed, 422, { errors: read.errors });
  const errors = unknownOwner(read.value, page.colleagues);
  if (errors) return again(c, page, viewer, visit, typed, 422, { errors });
  const isSaved = await save(c, visit.id, viewer.member.memberId, viewer.personId, read.value);
  if (!isSaved) return again(c, page, viewer, visit, typed, 409, { stale: COLLEAGUE_WROTE });
  return c.redirect(`${paths.visitAfter(visit.id)}?melding=bewaard`, 303);
});

const COLLEAGUE_WROTE =
  "Een collega heeft deze terugblik intussen bewaard. Wat jij typte, staat nog in de velden.";

const unknownOwner = (form: ReflectionForm, colleagues: readonly { id: string }[]) =>
  form.actie !== "" && !colleagues.some(({ id }) => id === form.eigenaar)
    ? { eigenaar: "Kies een collega uit de lijst." }
    : null;

async function save(
  c: Context<Env>,
  visitId: string,
  memberId: string,
  personId: string,
  form: ReflectionForm,
): Promise<boolean> {
  const { db, now } = c.var;
  const writer = { visitId, memberId, personId, now };
  const [saved] = await write(c, [
    saveReflection(db, writer, form),
    saveAction(db, writer, form),
    ...completeVisit(db, writer),
  ]);
  return saved.length > 0;
}

/** The form again with everything typed: with errors, or beside what a colleague saved. */
function again(
  c: Context<Env>,
  page: AfterPage,
  viewer: Viewer,
  visit: NonNullable<AfterPage["visit"]>,
  typed: Typed,
  status: 409 | 422,
  told: { errors?: Record<string, string>; stale?: string | undefined },
) {
  const after = seenBy(viewer, page, visit, c.var.now);
  const { frame, colleagues } = page;
  return show(c, <ReflectionPage {...{ frame, after, colleagues, typed, ...told }} />, status);
}
