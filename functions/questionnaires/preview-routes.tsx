import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { PreviewPage, PreviewSectionPage } from "../../web/questionnaires/preview-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type FieldErrors, hasErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { readTypedValue } from "../members/typed-value.ts";
import { editingNotice } from "./editing-notices.ts";
import { mayReadQuestionnaire } from "./editing-policy.ts";
import { itemRows, questionnaireOf, questionnaireRows, sectionRows } from "./editing-queries.ts";
import * as queries from "./preview-queries.ts";
import { askedConcepts } from "./routing.ts";
import { allChoices } from "./section-queries.ts";
import { questionViews, shapeOf } from "./section-view.ts";

/** Trying out a questionnaire as a given member; what is typed stays apart from all answers. */
export const previewRoutes = new Hono<Env>();

const MISSING = { because: "missing" } as const;

async function readPreview(c: Context<Env>, slug: string) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        questionnaireRows(db, id),
        sectionRows(db, id),
        itemRows(db, id),
        allChoices(db),
        queries.previewAnswersOf(db, scope, id),
        queries.membersToPlay(db),
        queries.openProfileOf(db, slug),
      ] as const,
  );
  const [[row], sections, items, choices, typedBefore, members, profile] = rows;
  const questionnaire = row && questionnaireOf(row);
  const answers = new Map(typedBefore.map((answer) => [answer.itemId, answer]));
  const shown = items.map((item) => {
    const section = sections.find(({ id: sectionId }) => sectionId === item.sectionId);
    const kept = answers.get(item.id);
    return {
      ...item,
      section: { shownIf: section?.shownIf ?? null, withdrawnAt: section?.withdrawnAt ?? null },
      sectionPosition: section?.position ?? 0,
      answer: kept ? { ...kept, revision: 1, consent: null, source: "typed" as const } : null,
      savedBy: page.viewer?.name ?? null,
      outcome: null,
    };
  });
  const asked = askedConcepts(shown, new Map(shown.map(({ concept, answer }) => [concept, answer])));
  return {
    ...page,
    questionnaire,
    decision: mayReadQuestionnaire(page.viewer, questionnaire),
    sections: sections.filter(({ withdrawnAt }) => withdrawnAt === null),
    items: shown.filter(({ withdrawnAt }) => withdrawnAt === null),
    asked,
    choices,
    members,
    member: members.find((each) => each.slug === slug) ?? null,
    profile,
  };
}
type PreviewRead = Awaited<ReturnType<typeof readPreview>>;

previewRoutes.get(paths.preview(":id"), async (c) => {
  const read = await readPreview(c, c.req.query("lid") ?? "");
  const { decision, questionnaire, frame, member, members, items, asked } = read;
  if (!decision.may || !questionnaire) return refuse(c, read, decision.may ? MISSING : decision);
  const sections = read.sections.map(({ id, title }) => {
    const own = items.filter(({ sectionId }) => sectionId === id);
    const now = own.filter(({ concept }) => asked.has(concept));
    const answered = own.filter(({ answer }) => answer && answer.state !== "cleared").length;
    return { id, title, asked: now.length, of: own.length, answered };
  });
  const notice = editingNotice(c.req.query("melding"));
  return show(c, <PreviewPage {...{ frame, questionnaire, member, members, sections, notice }} />);
});

const sectionOf = (c: Context<Env>, { sections }: PreviewRead) =>
  sections.find(({ id }) => id === c.req.param("sectie"));

function showPreview(
  c: Context<Env>,
  read: PreviewRead & { questionnaire: NonNullable<PreviewRead["questionnaire"]> },
  section: PreviewRead["sections"][number],
  told: { typed?: Typed; errors?: FieldErrors } = {},
) {
  const { frame, questionnaire, member, asked, choices, profile } = read;
  const items = read.items.filter(({ sectionId, concept }) => sectionId === section.id && asked.has(concept));
  const questions = questionViews({ items, choices, profile, earlier: [] }, dayInAmsterdam(c.var.now));
  return show(
    c,
    <PreviewSectionPage {...{ frame, questionnaire, member, section, questions, ...told }} />,
    told.errors ? 422 : 200,
  );
}

previewRoutes.get(paths.previewSection(":id", ":sectie"), async (c) => {
  const read = await readPreview(c, c.req.query("lid") ?? "");
  const { decision, questionnaire } = read;
  if (!decision.may) return refuse(c, read, decision);
  const section = sectionOf(c, read);
  return questionnaire && section
    ? showPreview(c, { ...read, questionnaire }, section)
    : refuse(c, read, MISSING);
});

previewRoutes.post(paths.previewRemoval(":id"), async (c) => {
  const read = await readPreview(c, "");
  const { decision, viewer, questionnaire } = read;
  if (!decision.may || !viewer || !questionnaire) return refuse(c, read, decision.may ? MISSING : decision);
  await write(c, [queries.clearPreview(c.var.db, viewer.personId, questionnaire.id)]);
  return c.redirect(`${paths.preview(questionnaire.id)}?melding=proef-weg`, 303);
});

previewRoutes.post(paths.previewSection(":id", ":sectie"), async (c) => {
  const typed = await readForm(c);
  const read = await readPreview(c, typed.lid?.[0] ?? "");
  const { decision, viewer, questionnaire, member } = read;
  if (!decision.may) return refuse(c, read, decision, typed);
  const section = sectionOf(c, read);
  if (!questionnaire || !section || !viewer) return refuse(c, read, MISSING);
  const { errors, kept } = readTestAnswers(read, section.id, typed, dayInAmsterdam(c.var.now));
  if (hasErrors(errors)) return showPreview(c, { ...read, questionnaire }, section, { typed, errors });
  const { db, now } = c.var;
  const [first, ...others] = kept.map((answer) => queries.keepPreview(db, viewer.personId, now, answer));
  if (first) await write(c, [first, ...others]);
  const lid = member ? `lid=${encodeURIComponent(member.slug)}&` : "";
  return c.redirect(`${paths.preview(questionnaire.id)}?${lid}melding=proef-opgeslagen`, 303);
});

/** What was typed at the questions of a section that are asked now. */
function readTestAnswers(
  { items, asked, choices }: PreviewRead,
  sectionId: string,
  typed: Typed,
  day: string,
) {
  const errors: FieldErrors = {};
  const kept: Parameters<typeof queries.keepPreview>[3][] = [];
  for (const item of items) {
    if (item.sectionId !== sectionId || !asked.has(item.concept)) continue;
    const wholeNumber = item.profileField === "locations";
    const read = readTypedValue({ ...shapeOf(item, choices, day), wholeNumber }, typed, item.concept);
    if (read.ok) kept.push({ ...read, itemId: item.id });
    else errors[read.field] = read.error;
  }
  return { errors, kept };
}
