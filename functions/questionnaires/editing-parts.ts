import { type SQL, sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Database, Statement } from "../../db/client.ts";
import type { Condition } from "../../db/schema/values.ts";
import type { PartKind } from "../../web/questionnaires/editing.ts";
import type { Answered } from "../../web/questionnaires/editing-parts.tsx";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { isId } from "../http/identifiers.ts";
import { editOf, type OpenedEditing, orderedItems } from "./editing-reading.ts";
import type { Edit } from "./editing-save-queries.ts";
import { asksReason, REASON_MISSING } from "./impact.ts";
import { conditionFaults } from "./item-editing-conditions.ts";
import {
  removeItem,
  removeSection,
  restoreSection,
  withdrawItem,
  withdrawSection,
} from "./item-editing-queries.ts";

/** What the page says of how many answered a question. */
export const answeredOf = ({ audience, answered }: { audience: string; answered: number }): Answered => {
  if (audience === "members") return answered;
  return answered > 0 ? "some" : "none";
};

/** A question or a section of an opened questionnaire, with what both have. */
export interface OpenedPart {
  read: OpenedEditing;
  part: PartKind;
  id: string;
  position: number;
  /** "Vraag 3B2", "Sectie Locaties" */
  name: string;
  /** of a question; null for a section */
  sectionId: string | null;
  answered: Answered | null;
  shownIf: Condition[] | null;
  isWithdrawn: boolean;
  /** who waits for its answer */
  waiting: readonly string[];
}

/** The part with this id; null when the questionnaire has none. */
export function openedPart(
  read: OpenedEditing,
  part: string | undefined,
  id: string | undefined,
): OpenedPart | null {
  const item = part === "vragen" ? read.items.find((each) => each.id === id) : undefined;
  const section = part === "secties" ? read.sections.find((each) => each.id === id) : undefined;
  const found = item ?? section;
  if (!found) return null;
  const own = new Set(
    item
      ? [item.concept]
      : read.items.filter(({ sectionId }) => sectionId === id).map(({ concept }) => concept),
  );
  const waits = ({ shownIf }: { shownIf: Condition[] | null }) =>
    (shownIf ?? []).some(({ concept }) => own.has(concept));
  return {
    read,
    part: item ? "vragen" : "secties",
    id: found.id,
    position: found.position,
    name: item ? `Vraag ${item.concept}` : `Sectie ${section?.title}`,
    sectionId: item?.sectionId ?? null,
    answered: item ? answeredOf(item) : null,
    shownIf: found.shownIf,
    isWithdrawn: found.withdrawnAt !== null,
    waiting: [
      ...read.sections.filter(waits).map(({ title }) => `sectie ${title}`),
      ...read.items
        .filter((each) => waits(each) && !own.has(each.concept))
        .map(({ concept }) => `vraag ${concept}`),
    ],
  };
}

/**
 * Whether taking a part out takes it away altogether: while no round uses the questionnaire, and only what was
 * made here. What the registry brings would come back at the next start; that is withdrawn instead.
 */
export const isRemovable = ({ questionnaire }: Pick<OpenedEditing, "questionnaire">, id: string): boolean =>
  questionnaire.rounds.length === 0 && isId(id);

/** An edit of a part, as its history tells it. */
export const partEdit = (
  c: Context<Env>,
  { read, id }: OpenedPart,
  typed: Typed,
  words: Pick<Edit, "before" | "after">,
): Edit => ({
  ...editOf(c, read, typed),
  subjectId: id,
  reason: typed.reden?.[0]?.trim().slice(0, 500) ?? "",
  ...words,
});

/** The part to change places with, or why this cannot be. */
export function planMove(
  { read, part, id, sectionId }: OpenedPart,
  move: "omhoog" | "omlaag",
): { other: { id: string; position: number } } | { why: string } {
  if (asksReason(read.questionnaire))
    return { why: "Organisaties zijn al bezig. De volgorde blijft daarom zoals zij is." };
  const row =
    part === "vragen"
      ? read.items.filter((item) => item.sectionId === sectionId)
      : read.sections.filter(({ withdrawnAt }) => withdrawnAt === null);
  const at = row.findIndex((each) => each.id === id);
  const other = at < 0 ? undefined : row[move === "omhoog" ? at - 1 : at + 1];
  if (!other) return { why: "Dit onderdeel staat al aan het begin of het eind." };
  const broken = newFaults(read, part, id, other.id);
  if (broken.length > 0)
    return { why: `Dan komt een vraag vóór haar voorwaarde te staan: ${broken.join(", ")}.` };
  return { other };
}

/** Concepts of conditions that hold now and would not after two parts changed places. */
function newFaults(read: OpenedEditing, part: PartKind, id: string, otherId: string): string[] {
  const swap = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => {
      const wanted = row.id === id ? otherId : row.id === otherId ? id : row.id;
      return rows.find((each) => each.id === wanted) ?? row;
    });
  const sections = part === "secties" ? swap(read.sections) : read.sections;
  const items = orderedItems(read);
  const swapped = part === "vragen" ? swap(items) : items;
  const order = sections.flatMap((section) => swapped.filter(({ sectionId }) => sectionId === section.id));
  const key = ({ subjectId, concept }: { subjectId: string; concept: string }) => `${subjectId} ${concept}`;
  const before = new Set(conditionFaults(read.sections, items).map(key));
  return conditionFaults(sections, order)
    .filter((fault) => !before.has(key(fault)))
    .map(({ concept }) => concept);
}

interface Withdrawal {
  words: Pick<Edit, "before" | "after">;
  guard: { onlyIf?: SQL };
  statements: (db: Database, edit: Edit) => readonly Statement[];
}

/** Taking a part out, or bringing it back. Of a questionnaire without a round it goes altogether. */
export function withdrawalOf(
  opened: OpenedPart,
  move: "intrekking" | "herstel",
  reason: string,
): Withdrawal | { errors: FieldErrors } {
  const { read, part, id, position, isWithdrawn } = opened;
  const { questionnaire } = read;
  if (asksReason(questionnaire) && reason.trim() === "") return { errors: { reden: REASON_MISSING } };
  if ((move === "herstel") !== isWithdrawn)
    return {
      errors: { "": isWithdrawn ? "Dit onderdeel is al ingetrokken." : "Dit onderdeel wordt al gevraagd." },
    };
  const words = (is: boolean) => ({ ingetrokken: is ? "ja" : "nee" });
  const change = { words: { before: words(isWithdrawn), after: words(!isWithdrawn) }, guard: {} };
  const after = read.sections.filter((each) => each.withdrawnAt === null && each.position > position);
  if (move === "herstel")
    return {
      ...change,
      statements: (db, edit) => [
        part === "vragen" ? withdrawItem(db, edit, id, null) : restoreSection(db, edit, id),
      ],
    };
  if (!isRemovable(read, id))
    return {
      ...change,
      statements: (db, edit) =>
        part === "vragen" ? [withdrawItem(db, edit, id, edit.now)] : withdrawSection(db, edit, id, after),
    };
  if (part === "secties" && read.items.some(({ sectionId }) => sectionId === id))
    return { errors: { "": "Haal eerst de vragen uit deze sectie, of zet ze in een andere sectie." } };
  return {
    ...change,
    // A round may be opened with it in between: then answers can be on their way, and nothing is taken away.
    guard: { onlyIf: sql`not exists (select 1 from rounds where questionnaire_id = ${questionnaire.id})` },
    statements: (db, edit) =>
      part === "vragen" ? removeItem(db, edit, id) : removeSection(db, edit, id, after),
  };
}
