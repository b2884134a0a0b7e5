import { type Context, Hono } from "hono";
import type { LessonState } from "../../../db/visit-vocabulary.ts";
import { paths } from "../../../web/paths.ts";
import { type LessonForm, lessonContract } from "../../../web/visits/after/contract.ts";
import { LessonFormPage } from "../../../web/visits/after/lesson-form-page.tsx";
import { siteAddress } from "../../accounts/mail-address.ts";
import { maySpeakFor } from "../../accounts/policy.ts";
import type { Env } from "../../http/env.ts";
import { refuse } from "../../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../../http/form.ts";
import { isId, newId } from "../../http/identifiers.ts";
import { readPage, show, write } from "../../http/page.ts";
import { sharedThemes } from "../offer-queries.ts";
import { readHostPeople } from "../visit-people.ts";
import { readVisit, type VisitRow } from "../visit-queries.ts";
import { lessonNotices } from "./lesson-mail.ts";
import { mayWriteLesson } from "./policy.ts";
import { lessonOfVisit, standingLesson } from "./queries.ts";
import { saveLesson } from "./writes.ts";

export const lessonFormRoutes = new Hono<Env>();

async function readLessonForm(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readVisit(db, scope, id),
        lessonOfVisit(db, scope, id),
        sharedThemes(db),
        readHostPeople(db, id),
      ] as const,
  );
  const [[visit], [lesson], themes, hosts] = rows;
  const decision = mayWriteLesson(page.viewer, visit, lesson ?? null, c.var.now);
  return { ...page, visit, lesson: lesson ?? null, themes, hosts, decision };
}
type LessonFormRead = Awaited<ReturnType<typeof readLessonForm>>;

lessonFormRoutes.get(paths.visitLesson(":id"), async (c) => {
  const page = await readLessonForm(c);
  const { decision, frame, visit, lesson, themes } = page;
  if (!decision.may || !visit) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <LessonFormPage {...{ frame, visit, lesson, themes, newId: newId() }} />);
});

lessonFormRoutes.post(paths.visitLesson(":id"), async (c) => {
  const typed = await readForm(c);
  const page = await readLessonForm(c);
  const { decision, visit, viewer, themes } = page;
  if (!decision.may && decision.because === "stale" && visit)
    return again(c, page, visit, typed, 409, decision.what);
  if (!decision.may || !visit || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return again(c, page, visit, typed, 409, speaking.what);
  const read = parseForm(lessonContract, typed);
  const errors = read.ok ? unknownTheme(read.value, themes) : read.errors;
  if (!read.ok || errors) return again(c, page, visit, typed, 422, undefined, errors);
  const id = await save(c, page, visit, typed, read.value);
  return id
    ? c.redirect(`${paths.lesson(id)}?melding=les-voorgesteld`, 303)
    : again(c, page, visit, typed, 409, "Een collega of de gastheer veranderde deze les intussen.");
});

const unknownTheme = (form: LessonForm, themes: readonly { id: string }[]) =>
  themes.some(({ id }) => id === form.thema) ? undefined : { thema: "Kies een thema uit de lijst." };

/** Writes the lesson and tells the hosts; answers its id, or null when somebody was before. */
async function save(
  c: Context<Env>,
  page: LessonFormRead,
  visit: VisitRow,
  typed: Typed,
  form: LessonForm,
): Promise<string | null> {
  const { db, now } = c.var;
  const given = typed.id?.[0] ?? "";
  // An id is for a new lesson only: a lesson that is there keeps its own, whatever the form brought.
  const id = isId(given) ? given : newId();
  const writer = {
    visitId: visit.id,
    memberId: visit.guestMemberId,
    personId: page.viewer?.personId ?? "",
    now,
  };
  const url = `${siteAddress(c)}${paths.lesson(page.lesson?.id ?? id)}`;
  const told = { ...visit, title: form.titel, reason: "", url };
  const [saved, [stands]] = await write(c, [
    saveLesson(db, writer, id, form),
    // A statement that only reads leaves `changes()` as it was: the notices still follow the lesson.
    standingLesson(db, visit.id),
    ...lessonNotices(db, "proposed", told, page.hosts, page.frame.association, now),
  ]);
  if (saved.length > 0) return saved[0]?.id ?? null;
  return stands && isSameLesson(stands, form) ? stands.id : null;
}

/** The same form once more: the lesson stands there with all of these words, the tip and the theme too. */
const isSameLesson = (
  stands: { themeId: string; title: string; learned: string; tip: string; state: LessonState },
  { thema, titel, geleerd, tip }: LessonForm,
): boolean =>
  stands.state !== "withdrawn" &&
  stands.themeId === thema &&
  stands.title === titel &&
  stands.learned === geleerd &&
  stands.tip === tip;

/** The form again with everything typed: with errors, or beside what stands there now. */
function again(
  c: Context<Env>,
  page: LessonFormRead,
  visit: VisitRow,
  typed: Typed,
  status: 409 | 422,
  stale?: string,
  errors?: Record<string, string>,
) {
  const { frame, lesson, themes } = page;
  const given = typed.id?.[0] ?? "";
  // Once the lesson is there, its own id in the form would make every next try look like the first one.
  const id = isId(given) && !lesson ? given : newId();
  return show(
    c,
    <LessonFormPage {...{ frame, visit, lesson, themes, newId: id, typed, errors, stale }} />,
    status,
  );
}
