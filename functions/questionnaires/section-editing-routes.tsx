import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { sectionContract } from "../../web/questionnaires/item-editing-contract.ts";
import { SectionEditingPage } from "../../web/questionnaires/section-editing-page.tsx";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { show } from "../http/page.ts";
import { editingNotice } from "./editing-notices.ts";
import { isRemovable } from "./editing-parts.ts";
import type { SectionRow } from "./editing-queries.ts";
import {
  editOf,
  type OpenedEditing,
  openedOf,
  readEditing,
  saveEdit,
  timed,
  viewOf,
} from "./editing-reading.ts";
import { conditionLines, historyLines, theirValues } from "./editing-views.ts";
import { asksReason, REASON_MISSING } from "./impact.ts";
import { addSection, changeSection } from "./item-editing-queries.ts";
import { minutesOf } from "./minutes.ts";

export const sectionEditingRoutes = new Hono<Env>();

const NEW = paths.editedPart(":id", "secties", "nieuw");
const SECTION = paths.editedPart(":id", "secties", ":onderdeel");
const MISSING = { because: "missing" } as const;

interface Told {
  typed?: Typed;
  errors?: FieldErrors;
  stale?: boolean;
}

const fieldsOf = ({ title, intro, minutes }: Pick<SectionRow, "title" | "intro" | "minutes">): Typed => ({
  titel: [title],
  inleiding: [intro],
  minuten: [String(minutes)],
});

function sectionView(read: OpenedEditing, section: SectionRow) {
  const items = read.items.filter(({ sectionId }) => sectionId === section.id);
  const asked = items.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    ...section,
    isWithdrawn: section.withdrawnAt !== null,
    isRemovable: isRemovable(read, section.id),
    predicted: minutesOf(asked.map((item) => timed(read, item))),
    conditions: conditionLines(read, section.id, section.shownIf),
    items: items.map(({ id, concept, stem, wording, withdrawnAt }) => ({
      id,
      concept,
      wording: [stem, wording].filter(Boolean).join(" … "),
      isWithdrawn: withdrawnAt !== null,
    })),
  };
}

function showSection(
  c: Context<Env>,
  read: OpenedEditing,
  section: SectionRow | null,
  told: Told = {},
  status: 200 | 409 | 422 = 200,
) {
  const stored = section ? fieldsOf(section) : {};
  return show(
    c,
    <SectionEditingPage
      frame={read.frame}
      questionnaire={viewOf(read)}
      formId={status === 422 ? (told.typed?.id?.[0] ?? newId()) : newId()}
      section={section && sectionView(read, section)}
      fields={told.typed ?? stored}
      history={section ? historyLines(read) : []}
      errors={told.errors}
      theirs={told.stale && told.typed ? theirValues(stored, told.typed) : undefined}
      notice={status === 200 ? editingNotice(c.req.query("melding")) : undefined}
    />,
    status,
  );
}

sectionEditingRoutes.get(NEW, async (c) => {
  const read = await readEditing(c);
  const opened = openedOf(read, read.editing);
  return "refusal" in opened ? refuse(c, read, opened.refusal) : showSection(c, opened, null);
});

sectionEditingRoutes.get(SECTION, async (c) => {
  const read = await readEditing(c);
  const opened = openedOf(read);
  if ("refusal" in opened) return refuse(c, read, opened.refusal);
  const section = read.sections.find(({ id }) => id === c.req.param("onderdeel"));
  return section ? showSection(c, opened, section) : refuse(c, read, MISSING);
});

for (const path of [NEW, SECTION])
  sectionEditingRoutes.post(path, async (c) => {
    const typed = await readForm(c);
    const read = await readEditing(c, typed);
    const opened = openedOf(read, read.editing);
    if ("refusal" in opened) return refuse(c, read, opened.refusal, typed);
    const section = read.sections.find(({ id }) => id === c.req.param("onderdeel")) ?? null;
    if (path === SECTION && !section) return refuse(c, read, MISSING);
    return saveSection(c, opened, section, typed);
  });

async function saveSection(c: Context<Env>, read: OpenedEditing, section: SectionRow | null, typed: Typed) {
  const base = editOf(c, read, typed);
  const id = section?.id ?? base.formId;
  const done = () =>
    c.redirect(`${paths.editedPart(read.questionnaire.id, "secties", id)}?melding=opgeslagen`, 303);
  if (read.wasSaved) return done();
  const form = parseForm(sectionContract, typed);
  const errors: FieldErrors = form.ok ? {} : form.errors;
  if (asksReason(read.questionnaire) && !typed.reden?.[0]?.trim()) errors.reden = REASON_MISSING;
  if (!form.ok || errors.reden) return showSection(c, read, section, { typed, errors }, 422);
  const { value } = form;
  const edit = {
    ...base,
    subjectId: id,
    before: section && fieldsOf(section),
    after: { titel: value.titel, inleiding: value.inleiding, minuten: value.minuten },
    reason: value.reden,
  };
  const saved = await saveEdit(c, read, edit, (db) => [
    section ? changeSection(db, edit, id, value) : addSection(db, edit, id, value),
  ]);
  return saved ? done() : showSection(c, read, section, { typed, stale: true }, 409);
}
