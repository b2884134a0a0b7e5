import { type Context, Hono } from "hono";
import type { Statement } from "../../../db/client.ts";
import type { LessonState } from "../../../db/visit-vocabulary.ts";
import { paths } from "../../../web/paths.ts";
import { changeContract, lessonFilterContract, versionContract } from "../../../web/visits/after/contract.ts";
import type { LessonOccasion } from "../../../web/visits/after/emails.ts";
import { AFTER_NOTICES } from "../../../web/visits/after/labels.ts";
import { LessonPage } from "../../../web/visits/after/lesson-page.tsx";
import { LessonsPage } from "../../../web/visits/after/lessons-page.tsx";
import { siteAddress } from "../../accounts/mail-address.ts";
import type { Env } from "../../http/env.ts";
import { type Decision, refuse } from "../../http/faults.tsx";
import { parseForm, readForm, readQuery, type Typed } from "../../http/form.ts";
import { readPage, show, write } from "../../http/page.ts";
import { sharedThemes } from "../offer-queries.ts";
import { mayBrowse } from "../policy.ts";
import { lessonNotices } from "./lesson-mail.ts";
import { mayJudgeLesson, mayReadLesson, mayWithdrawLesson } from "./policy.ts";
import {
  browseLessons,
  countLessons,
  LESSONS_PER_PAGE,
  type LessonRow,
  latestPublished,
  readLesson,
  readLessonWriters,
} from "./queries.ts";
import { approveLesson, askForChange, withdrawLesson } from "./writes.ts";

export const lessonRoutes = new Hono<Env>();

lessonRoutes.get(paths.lessons(), async (c) => {
  const read = parseForm(lessonFilterContract, readQuery(c));
  const filters = read.ok ? read.value : lessonFilterContract.parse({});
  const { rows, ...page } = await readPage(
    c,
    (db) => [sharedThemes(db), browseLessons(db, filters), countLessons(db, filters)] as const,
  );
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [themes, lessons, [counted]] = rows;
  const total = counted?.count ?? 0;
  return show(
    c,
    <LessonsPage {...{ frame: page.frame, filters, themes, lessons, total }} perPage={LESSONS_PER_PAGE} />,
  );
});

async function readLessonPage(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [readLesson(db, scope, id), latestPublished(db), readLessonWriters(db, id)] as const,
  );
  const [[lesson], [round], guests] = rows;
  return { ...page, lesson, round, guests };
}
type LessonRead = Awaited<ReturnType<typeof readLessonPage>>;

lessonRoutes.get(paths.lesson(":id"), async (c) => lessonPage(c, await readLessonPage(c)));

function lessonPage(
  c: Context<Env>,
  page: LessonRead,
  told: { typed?: Typed; errors?: Record<string, string>; stale?: string | undefined } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { viewer, lesson, frame } = page;
  const decision = mayReadLesson(viewer, lesson);
  if (!decision.may || !lesson) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(
    c,
    <LessonPage
      {...{ frame, lesson, ...told }}
      year={page.round?.year ?? null}
      mayJudge={mayJudgeLesson(viewer, lesson).may}
      mayWithdraw={mayWithdrawLesson(viewer, lesson).may}
      isWriter={viewer?.member?.memberId === lesson.guestMemberId}
      notice={status === 200 ? AFTER_NOTICES[c.req.query("melding") ?? ""] : undefined}
    />,
    status,
  );
}

interface LessonMoveKind {
  path: string;
  decide: (viewer: LessonRead["viewer"], lesson: LessonRow | undefined) => Decision;
  to: LessonState;
  word: string;
  occasion: LessonOccasion | null;
}

const MOVES: readonly LessonMoveKind[] = [
  {
    path: paths.lessonApproval(":id"),
    decide: mayJudgeLesson,
    to: "approved",
    word: "les-goedgekeurd",
    occasion: "approved",
  },
  {
    path: paths.lessonChange(":id"),
    decide: mayJudgeLesson,
    to: "change_asked",
    word: "les-terug",
    occasion: "change_asked",
  },
  {
    path: paths.lessonWithdrawal(":id"),
    decide: mayWithdrawLesson,
    to: "withdrawn",
    word: "les-ingetrokken",
    occasion: null,
  },
];

/** A second click: the lesson already stands where this form wanted it, by the form of this very version. */
const isMade = (lesson: LessonRow, to: LessonState, typed: Typed): boolean =>
  lesson.state === to &&
  lesson.revision === Number(typed.versie?.[0]) + 1 &&
  (to !== "change_asked" || lesson.reason === (typed.reden?.[0] ?? "").trim());

for (const { path, decide, to, word, occasion } of MOVES)
  lessonRoutes.post(path, async (c) => {
    const typed = await readForm(c);
    const page = await readLessonPage(c);
    const { lesson, viewer } = page;
    const decision = decide(viewer, lesson);
    if (!decision.may && decision.because === "stale")
      return lesson && isMade(lesson, to, typed)
        ? c.redirect(`${paths.lesson(lesson.id)}?melding=${word}`, 303)
        : lessonPage(c, page, { typed, stale: decision.what }, 409);
    if (!decision.may || !lesson || !viewer)
      return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
    const read = readMove(occasion, typed);
    if (!read.ok) return lessonPage(c, page, { typed, errors: read.errors }, 422);
    const moved = await moveLesson(c, page, lesson, viewer.personId, occasion, read.value);
    if (!moved)
      return lessonPage(c, page, { typed, stale: "De les is intussen veranderd. Lees haar nog eens." }, 409);
    return c.redirect(`${paths.lesson(lesson.id)}?melding=${word}`, 303);
  });

function readMove(occasion: LessonOccasion | null, typed: Typed) {
  if (occasion === "change_asked") return parseForm(changeContract, typed);
  const read = parseForm(versionContract, typed);
  return read.ok ? { ...read, value: { ...read.value, reden: "" } } : read;
}

/** Makes the move and tells the guest; false when somebody else was before. */
async function moveLesson(
  c: Context<Env>,
  page: LessonRead,
  lesson: LessonRow,
  personId: string,
  occasion: LessonOccasion | null,
  form: { versie: number; reden: string },
): Promise<boolean> {
  const { db, now } = c.var;
  const move = { id: lesson.id, seenRevision: form.versie, now, personId };
  const url = `${siteAddress(c)}${paths.lesson(lesson.id)}`;
  const told = { ...lesson, reason: form.reden, url };
  const mails: Statement[] = occasion
    ? lessonNotices(db, occasion, told, page.guests, page.frame.association, now)
    : [];
  const guarded =
    occasion === "approved"
      ? approveLesson(db, move)
      : occasion === "change_asked"
        ? askForChange(db, move, form.reden)
        : withdrawLesson(db, move);
  const [moved] = await write(c, [guarded, ...mails]);
  return moved.length > 0;
}
