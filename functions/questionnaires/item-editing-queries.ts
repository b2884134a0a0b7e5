import { and, eq, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Database } from "../../db/client.ts";
import { itemOrigins, items, previewAnswers, sections } from "../../db/schema/tables.ts";
import type { Condition } from "../../db/schema/values.ts";
import type { PartKind } from "../../web/questionnaires/editing.ts";
import type { sectionContract } from "../../web/questionnaires/item-editing-contract.ts";
import { type Edit, edited } from "./editing-save-queries.ts";
import type { ItemColumns } from "./item-editing.ts";

/** Statements that follow `openEdit` in its batch; each writes only when that edit was made. */

/** Fills an existing question with what its form says. */
export const changeItem = (db: Database, edit: Edit, id: string, columns: ItemColumns) =>
  db
    .update(items)
    .set(columns)
    .where(and(eq(items.id, id), eq(items.questionnaireId, edit.questionnaireId), edited(edit)));

/** Nobody answered this question, at the moment of writing. */
export const unanswered = (id: string): SQL =>
  sql`not exists (select 1 from answers where item_id = ${id} and state <> 'cleared')`;

/** Adds a question at the end of its section. */
export function addItem(db: Database, edit: Edit, id: string, concept: string, columns: ItemColumns) {
  const { sectionId, ...set } = columns;
  return [
    db.run(sql`
      insert into items (id, section_id, questionnaire_id, concept, position, kind, wording, short_name, purpose, "use", audience)
      select ${id}, ${sectionId}, ${edit.questionnaireId}, ${concept},
        (select coalesce(max(position), 0) + 1 from items where section_id = ${sectionId}),
        ${set.kind}, ${set.wording}, ${set.shortName}, ${set.purpose}, ${set.use}, ${set.audience}
      where ${edited(edit)}`),
    changeItem(db, edit, id, columns),
  ] as const;
}

/** Out of which earlier questions this one was split or merged. */
export const storeOrigins = (db: Database, edit: Edit, id: string, concepts: readonly string[]) => [
  db.delete(itemOrigins).where(and(eq(itemOrigins.itemId, id), edited(edit))),
  ...concepts.map((concept) =>
    db.run(sql`insert into item_origins (item_id, concept) select ${id}, ${concept} where ${edited(edit)}`),
  ),
];

/** Fills an existing section with what its form says. */
export const changeSection = (db: Database, edit: Edit, id: string, form: z.output<typeof sectionContract>) =>
  db
    .update(sections)
    .set({ title: form.titel, intro: form.inleiding, minutes: form.minuten })
    .where(and(eq(sections.id, id), eq(sections.questionnaireId, edit.questionnaireId), edited(edit)));

/** Withdrawn sections stand far behind, so that the numbers of the others follow each other. */
const WITHDRAWN_FROM = 1000;

const lastPosition = (questionnaireId: string) => sql`(select coalesce(max(position), 0) + 1 from sections
  where questionnaire_id = ${questionnaireId} and position < ${WITHDRAWN_FROM})`;

/** Adds an empty section at the end. */
export const addSection = (db: Database, edit: Edit, id: string, form: z.output<typeof sectionContract>) =>
  db.run(sql`
    insert into sections (id, questionnaire_id, position, title, intro, minutes)
    select ${id}, ${edit.questionnaireId}, ${lastPosition(edit.questionnaireId)}, ${form.titel}, ${form.inleiding},
      ${form.minuten} where ${edited(edit)}`);

export const changeTitle = (db: Database, edit: Edit, title: string) =>
  db.run(
    sql`update questionnaires set title = ${title} where id = ${edit.questionnaireId} and ${edited(edit)}`,
  );

const tableOf = (part: PartKind): SQL => (part === "vragen" ? sql`items` : sql`sections`);

/** When a question or section is asked; null: always. */
export const changeConditions = (
  db: Database,
  edit: Edit,
  part: PartKind,
  id: string,
  shownIf: Condition[] | null,
) =>
  db.run(sql`
    update ${tableOf(part)} set shown_if = ${shownIf ? JSON.stringify(shownIf) : null}
    where id = ${id} and questionnaire_id = ${edit.questionnaireId} and ${edited(edit)}`);

interface Placed {
  id: string;
  position: number;
}

/** Two parts change places; numbers of sections are unique, so one steps aside first. */
export const swapParts = (db: Database, edit: Edit, part: PartKind, one: Placed, other: Placed) =>
  (
    [
      [one.id, -1],
      [other.id, one.position],
      [one.id, other.position],
    ] as const
  ).map(([id, position]) =>
    db.run(sql`update ${tableOf(part)} set position = ${position} where id = ${id} and ${edited(edit)}`),
  );

/** A question that nobody was ever asked goes altogether, with what was typed to try it out. */
export const removeItem = (db: Database, edit: Edit, id: string) => [
  db.delete(previewAnswers).where(and(eq(previewAnswers.itemId, id), edited(edit))),
  db.delete(itemOrigins).where(and(eq(itemOrigins.itemId, id), edited(edit))),
  db.delete(items).where(and(eq(items.id, id), edited(edit))),
];

/** A section without questions goes altogether; those after it move up, one by one because numbers are unique. */
export const removeSection = (db: Database, edit: Edit, id: string, after: readonly Placed[]) => [
  db.delete(sections).where(and(eq(sections.id, id), edited(edit))),
  ...moveUp(db, edit, after),
];

const moveUp = (db: Database, edit: Edit, after: readonly Placed[]) =>
  after.map(({ id, position }) =>
    db.run(sql`update sections set position = ${position - 1} where id = ${id} and ${edited(edit)}`),
  );

/** Asks a question no more, or again; its answers stay where they are. */
export const withdrawItem = (db: Database, edit: Edit, id: string, at: number | null) =>
  db
    .update(items)
    .set({ withdrawnAt: at })
    .where(and(eq(items.id, id), edited(edit)));

/** Asks a section no more. */
export const withdrawSection = (db: Database, edit: Edit, id: string, after: readonly Placed[]) => [
  db
    .update(sections)
    .set({ withdrawnAt: edit.now, position: WITHDRAWN_FROM + edit.seen })
    .where(and(eq(sections.id, id), edited(edit))),
  ...moveUp(db, edit, after),
];

/** Asks a section again, as the last one. */
export const restoreSection = (db: Database, edit: Edit, id: string) =>
  db.run(sql`update sections set withdrawn_at = null, position = ${lastPosition(edit.questionnaireId)}
    where id = ${id} and ${edited(edit)}`);
