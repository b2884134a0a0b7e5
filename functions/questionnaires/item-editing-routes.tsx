import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { GRADE_LABELS } from "../../web/questionnaires/editing.ts";
import { itemContract } from "../../web/questionnaires/item-editing-contract.ts";
import { ItemEditingPage, type ItemPageProps } from "../../web/questionnaires/item-editing-page.tsx";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { show } from "../http/page.ts";
import { editingNotice } from "./editing-notices.ts";
import { answeredOf, isRemovable } from "./editing-parts.ts";
import type { ItemRow } from "./editing-queries.ts";
import {
  editOf,
  type OpenedEditing,
  openedOf,
  readEditing,
  saveEdit,
  timed,
  viewOf,
} from "./editing-reading.ts";
import {
  conditionLines,
  historyLines,
  itemSurroundings,
  listOptions,
  sectionOptions,
  shapeInWords,
  theirValues,
} from "./editing-views.ts";
import { restsOnNoAnswer } from "./impact.ts";
import { emptyItem, fieldsOfItem, nextConcept, readItem } from "./item-editing.ts";
import { gradeByWords } from "./item-editing-grade.ts";
import { addItem, changeItem, storeOrigins, unanswered } from "./item-editing-queries.ts";
import { minutesOf } from "./minutes.ts";

export const itemEditingRoutes = new Hono<Env>();

const NEW = paths.editedPart(":id", "vragen", "nieuw");
const ITEM = paths.editedPart(":id", "vragen", ":onderdeel");
const MISSING = { because: "missing" } as const;

interface Told {
  typed?: Typed;
  errors?: FieldErrors;
  /** set when somebody else was first */
  stale?: boolean;
}

function showItem(
  c: Context<Env>,
  read: OpenedEditing,
  item: ItemRow | null,
  told: Told = {},
  status: 200 | 409 | 422 = 200,
) {
  const sectionId = c.req.query("sectie") ?? read.sections[0]?.id ?? "";
  const inSection = read.items.filter((each) => each.sectionId === sectionId).map(({ concept }) => concept);
  const all = new Set(read.items.map(({ concept }) => concept));
  const stored = item ? fieldsOfItem(item) : emptyItem(sectionId, nextConcept(inSection, all));
  const fields = told.typed ?? stored;
  const earlier = read.earlier.find(({ concept }) => concept === (item?.concept ?? fields.code?.[0]));
  const props: ItemPageProps = {
    frame: read.frame,
    questionnaire: viewOf(read),
    formId: status === 422 ? (told.typed?.id?.[0] ?? newId()) : newId(),
    item: item && {
      ...item,
      answered: answeredOf(item),
      isWithdrawn: item.withdrawnAt !== null,
      isRemovable: isRemovable(read, item.id),
      minutes: minutesOf([timed(read, item)]),
      conditions: conditionLines(read, item.id, item.shownIf),
      unused: read.unused.get(item.concept),
    },
    fields,
    sections: sectionOptions(read),
    lists: listOptions(read),
    earlier: earlier
      ? {
          wording: [earlier.stem, earlier.wording].filter(Boolean).join(" … "),
          shape: shapeInWords(read, earlier),
          help: earlier.help,
          suggestion: GRADE_LABELS[item ? gradeByWords(earlier, item) : "same"].toLowerCase(),
        }
      : null,
    history: item ? historyLines(read) : [],
    errors: told.errors,
    theirs: told.stale && told.typed ? theirValues(stored, told.typed) : undefined,
    notice: status === 200 ? editingNotice(c.req.query("melding")) : undefined,
  };
  return show(c, <ItemEditingPage {...props} />, status);
}

itemEditingRoutes.get(NEW, async (c) => {
  const read = await readEditing(c);
  const opened = openedOf(read, read.editing);
  return "refusal" in opened ? refuse(c, read, opened.refusal) : showItem(c, opened, null);
});

itemEditingRoutes.get(ITEM, async (c) => {
  const read = await readEditing(c);
  const opened = openedOf(read);
  if ("refusal" in opened) return refuse(c, read, opened.refusal);
  const item = read.items.find(({ id }) => id === c.req.param("onderdeel"));
  return item ? showItem(c, opened, item) : refuse(c, read, MISSING);
});

itemEditingRoutes.post(NEW, async (c) => {
  const typed = await readForm(c);
  const read = await readEditing(c, typed);
  const opened = openedOf(read, read.editing);
  return "refusal" in opened ? refuse(c, read, opened.refusal, typed) : saveItem(c, opened, null, typed);
});

itemEditingRoutes.post(ITEM, async (c) => {
  const typed = await readForm(c);
  const read = await readEditing(c, typed);
  const opened = openedOf(read, read.editing);
  if ("refusal" in opened) return refuse(c, read, opened.refusal, typed);
  const item = read.items.find(({ id }) => id === c.req.param("onderdeel"));
  return item ? saveItem(c, opened, item, typed) : refuse(c, read, MISSING);
});

async function saveItem(c: Context<Env>, read: OpenedEditing, item: ItemRow | null, typed: Typed) {
  const edit = editOf(c, read, typed);
  const id = item?.id ?? edit.formId;
  const done = () =>
    c.redirect(`${paths.editedPart(read.questionnaire.id, "vragen", id)}?melding=vraag-opgeslagen`, 303);
  if (read.wasSaved) return done();
  const form = parseForm(itemContract, typed);
  if (!form.ok) return showItem(c, read, item, { typed, errors: form.errors }, 422);
  const around = itemSurroundings(read, item);
  const judged = readItem(form.value, around);
  if (!judged.ok) return showItem(c, read, item, { typed, errors: judged.errors }, 422);
  const { concept, columns, origins } = judged;
  const whole = {
    ...edit,
    subjectId: id,
    before: item && fieldsOfItem(item),
    after: fieldsOfItem({ ...columns, concept, origins: origins.join(", ") }),
    reason: form.value.reden,
    ...(item && restsOnNoAnswer(item, columns) ? { onlyIf: unanswered(id) } : {}),
  };
  const saved = await saveEdit(c, read, whole, (db) => [
    ...(item ? [changeItem(db, whole, id, columns)] : addItem(db, whole, id, concept, columns)),
    ...storeOrigins(db, whole, id, origins),
  ]);
  return saved ? done() : showItem(c, read, item, { typed, stale: true }, 409);
}
