import type { Context } from "hono";
import type { Database, Statement } from "../../db/client.ts";
import type { QuestionnaireView } from "../../web/questionnaires/editing.ts";
import type { Env } from "../http/env.ts";
import type { Decision } from "../http/faults.tsx";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, write } from "../http/page.ts";
import { lockOf, mayEditQuestionnaire, mayReadQuestionnaire } from "./editing-policy.ts";
import {
  type EditedQuestionnaire,
  earlierRows,
  historyOf,
  itemRows,
  ownLists,
  questionnaireOf,
  questionnaireRows,
  savedForm,
  sectionRows,
  unusedConcepts,
} from "./editing-queries.ts";
import { closeEdit, type Edit, openEdit } from "./editing-save-queries.ts";
import type { TimedItem } from "./minutes.ts";
import { allChoices } from "./section-queries.ts";

/** Everything that a page of the editor draws from, in one round trip. */
export async function readEditing(c: Context<Env>, typed: Typed = {}, formId = typed.id?.[0] ?? "") {
  const id = c.req.param("id") ?? "";
  const partId = c.req.param("onderdeel") ?? null;
  const { rows, ...page } = await readPage(
    c,
    (db) =>
      [
        questionnaireRows(db, id),
        sectionRows(db, id),
        itemRows(db, id),
        allChoices(db),
        earlierRows(db, id),
        unusedConcepts(db, id),
        historyOf(db, id, partId),
        savedForm(db, formId),
        ownLists(db),
      ] as const,
  );
  const [[row], sections, items, choices, earlier, unused, history, saved, lists] = rows;
  const questionnaire = row && questionnaireOf(row);
  return {
    ...page,
    questionnaire,
    sections,
    items,
    choices,
    lists,
    earlier,
    unused: new Map(unused.map(({ concept, years }) => [concept, years])),
    history,
    /** this very form was saved before */
    wasSaved: saved.length > 0,
    reading: mayReadQuestionnaire(page.viewer, questionnaire),
    editing: mayEditQuestionnaire(page.viewer, questionnaire),
  };
}

export type EditingRead = Awaited<ReturnType<typeof readEditing>>;
/** A read that was allowed. */
export type OpenedEditing = EditingRead & { questionnaire: EditedQuestionnaire };

/** Whether this page may be read, with its questionnaire; else why not. */
export function openedOf(
  read: EditingRead,
  decision: Decision = read.reading,
): OpenedEditing | { refusal: Exclude<Decision, { may: true }> } {
  const { questionnaire } = read;
  if (!decision.may) return { refusal: decision };
  return questionnaire ? { ...read, questionnaire } : { refusal: { may: false, because: "missing" } };
}

export function viewOf({ questionnaire, editing }: OpenedEditing): QuestionnaireView {
  return { ...questionnaire, lock: lockOf(questionnaire), mayEdit: editing.may };
}

/** The questions in order, as conditions see them: those of a withdrawn section are withdrawn as well. */
export const orderedItems = ({ sections, items }: Pick<EditingRead, "sections" | "items">) =>
  items.map((item) => ({
    ...item,
    withdrawnAt: item.withdrawnAt ?? sections.find(({ id }) => id === item.sectionId)?.withdrawnAt ?? null,
  }));

/** The labels of a list on this day. */
export const labelsOf = ({ choices }: Pick<EditingRead, "choices">, list: string | null): string[] =>
  choices.filter((choice) => choice.list === list && choice.validTo === null).map(({ label }) => label);

/** A question as the prediction of minutes looks at it. */
export const timed = (
  read: Pick<EditingRead, "choices">,
  item: Omit<TimedItem, "choices"> & { choiceList: string | null },
): TimedItem => ({ ...item, choices: labelsOf(read, item.choiceList) });

/** The parts of an edit that come from the request and its form. */
export function editOf(c: Context<Env>, read: OpenedEditing, typed: Typed) {
  const formId = typed.id?.[0] ?? "";
  const seen = typed.versie?.[0] ?? "";
  return {
    questionnaireId: read.questionnaire.id,
    seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0,
    formId: isId(formId) ? formId : newId(),
    token: newId(),
    by: read.viewer?.personId ?? "",
    now: c.var.now,
  };
}

/** Writes one edit with what belongs to it. False: somebody else changed the questionnaire meanwhile. */
export async function saveEdit(
  c: Context<Env>,
  read: OpenedEditing,
  edit: Edit,
  statements: (db: Database) => readonly Statement[],
): Promise<boolean> {
  if (edit.seen !== read.questionnaire.revision) return false;
  const { db } = c.var;
  const rows = (await write(c, [...openEdit(db, edit), ...statements(db), closeEdit(db, edit)] as unknown as [
    Statement,
  ])) as unknown[];
  return (rows.at(-1) as unknown[]).length > 0;
}
