import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { EditingListPage, NewQuestionnairePage } from "../../web/questionnaires/editing-list-page.tsx";
import { OutlinePage } from "../../web/questionnaires/editing-outline-page.tsx";
import {
  EMPTY,
  newQuestionnaireContract,
  titleContract,
} from "../../web/questionnaires/item-editing-contract.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { choiceEditingRoutes } from "./choice-editing-routes.tsx";
import { copyQuestionnaire } from "./editing-copy-queries.ts";
import { editingNotice } from "./editing-notices.ts";
import { outlineOf } from "./editing-outline.ts";
import { editingPartRoutes } from "./editing-part-routes.tsx";
import { mayMakeQuestionnaires, mayReadQuestionnaires } from "./editing-policy.ts";
import { questionnaireOf, questionnaireRows } from "./editing-queries.ts";
import { editOf, type OpenedEditing, openedOf, readEditing, saveEdit, viewOf } from "./editing-reading.ts";
import { changeTitle } from "./item-editing-queries.ts";
import { itemEditingRoutes } from "./item-editing-routes.tsx";
import { passportRoutes } from "./passport-routes.tsx";
import { previewRoutes } from "./preview-routes.tsx";
import { sectionEditingRoutes } from "./section-editing-routes.tsx";

/** The learning group makes questionnaires; the staff looks along. */
export const editingRoutes = new Hono<Env>();

editingRoutes.route("/", choiceEditingRoutes);
editingRoutes.route("/", passportRoutes);
editingRoutes.route("/", previewRoutes);
editingRoutes.route("/", sectionEditingRoutes);
editingRoutes.route("/", itemEditingRoutes);
editingRoutes.route("/", editingPartRoutes);

async function readList(c: Context<Env>) {
  const { rows, ...page } = await readPage(c, (db) => [questionnaireRows(db)] as const);
  return { ...page, lines: rows[0].map(questionnaireOf) };
}

editingRoutes.get(paths.editing(), async (c) => {
  const page = await readList(c);
  const decision = mayReadQuestionnaires(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const mayMake = mayMakeQuestionnaires(page.viewer).may;
  return show(c, <EditingListPage frame={page.frame} lines={page.lines} mayMake={mayMake} />);
});

editingRoutes.get(paths.newEditing(), async (c) => {
  const page = await readList(c);
  const decision = mayMakeQuestionnaires(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const typed = { id: [newId()], bron: [page.lines[0]?.id ?? EMPTY] };
  return show(c, <NewQuestionnairePage frame={page.frame} lines={page.lines} typed={typed} />);
});

editingRoutes.post(paths.newEditing(), async (c) => {
  const typed = await readForm(c);
  const page = await readList(c);
  const { viewer, frame, lines } = page;
  const decision = mayMakeQuestionnaires(viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  const form = parseForm(newQuestionnaireContract, typed);
  const errors = form.ok ? sourceFault(form.value.bron, lines) : form.errors;
  if (!form.ok || errors)
    return show(c, <NewQuestionnairePage {...{ frame, lines, typed }} errors={errors ?? {}} />, 422);
  const { bron, titel: title } = form.value;
  const id = isId(form.value.id) ? form.value.id : newId();
  const made = { id, title, from: bron === EMPTY ? null : bron, by: viewer?.personId ?? "", now: c.var.now };
  await write(c, copyQuestionnaire(c.var.db, made));
  return c.redirect(`${paths.edited(id)}?melding=gemaakt`, 303);
});

/** What a new one begins with must be there, or be nothing. */
const sourceFault = (from: string, lines: readonly { id: string }[]): FieldErrors | null =>
  from === EMPTY || lines.some(({ id }) => id === from)
    ? null
    : { bron: "Kies een vragenlijst om te kopiëren, of begin leeg." };

interface Told {
  typed?: Typed;
  errors?: FieldErrors;
  isStale?: boolean;
}

function showOutline(c: Context<Env>, read: OpenedEditing, told: Told = {}, status: 200 | 409 | 422 = 200) {
  const notice = status === 200 ? editingNotice(c.req.query("melding")) : undefined;
  const { frame } = read;
  return show(
    c,
    <OutlinePage
      {...{ frame, notice, ...told }}
      {...outlineOf(read)}
      questionnaire={viewOf(read)}
      formId={newId()}
    />,
    status,
  );
}

editingRoutes.get(paths.edited(":id"), async (c) => {
  const read = await readEditing(c);
  const opened = openedOf(read);
  return "refusal" in opened ? refuse(c, read, opened.refusal) : showOutline(c, opened);
});

editingRoutes.post(paths.editedTitle(":id"), async (c) => {
  const typed = await readForm(c);
  const read = await readEditing(c, typed);
  const opened = openedOf(read, read.editing);
  if ("refusal" in opened) return refuse(c, read, opened.refusal, typed);
  const form = parseForm(titleContract, typed);
  if (!form.ok) return showOutline(c, opened, { typed, errors: form.errors }, 422);
  const titel = form.value.titel;
  const [before, after] = [{ titel: opened.questionnaire.title }, { titel }];
  const edit = { ...editOf(c, opened, typed), subjectId: null, before, after };
  const saved = read.wasSaved || (await saveEdit(c, opened, edit, (db) => [changeTitle(db, edit, titel)]));
  if (!saved) return showOutline(c, opened, { typed, isStale: true }, 409);
  return c.redirect(`${paths.edited(opened.questionnaire.id)}?melding=opgeslagen`, 303);
});
