import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { NewList } from "./transfer-questionnaire.ts";
import type { TransferQuestionnaire } from "./transfer-shape.ts";

interface TakenOver {
  /** id of the questionnaire that the form makes */
  id: string;
  /** new ids for its sections and questions */
  newId: () => string;
  by: string;
  now: number;
  /** "2026-12-01" */
  today: string;
}

/**
 * A new questionnaire out of a file, with the lists that it needs. The same form twice makes one: every statement
 * writes only when the one before it did.
 */
export function takeOver(
  db: Database,
  { title, sections }: TransferQuestionnaire,
  lists: readonly NewList[],
  { id, newId, by, now, today }: TakenOver,
) {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const placed = sections.map((section, at) => ({ ...section, id: newId(), position: at + 1 }));
  const sectionRows = placed.map(({ items: _, shownIf, ...row }) => ({ ...row, shownIf: json(shownIf) }));
  const itemRows = placed.flatMap((section) =>
    section.items.map(({ shownIf, classes, ...row }, at) => ({
      ...row,
      id: newId(),
      sectionId: section.id,
      position: at + 1,
      shownIf: json(shownIf),
      classes: json(classes),
    })),
  );
  const originRows = itemRows.flatMap(({ id: item, origins }) =>
    [...new Set(origins)].map((concept) => ({ item, concept })),
  );
  const choiceRows = lists.flatMap(({ list, choices }) =>
    choices.map((choice, at) => ({ ...choice, list, position: at + 1 })),
  );
  const rows = (all: unknown) => sql`json_each(${JSON.stringify(all)}) j where changes() > 0`;
  const of = (name: string) => sql`j.value ->> ${name}`;
  return [
    db.all<{ id: string }>(sql`
      insert into questionnaires (id, title, created_at)
      values (${id}, ${title}, ${now}) on conflict do nothing returning id`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${by}, 'questionnaire_changed', ${id} where changes() > 0`),
    db.run(sql`
      insert into sections (id, questionnaire_id, position, title, intro, minutes, shown_if)
      select ${of("id")}, ${id}, ${of("position")}, ${of("title")}, ${of("intro")}, ${of("minutes")}, ${of("shownIf")}
      from ${rows(sectionRows)}`),
    db.run(sql`
      insert into items (id, section_id, questionnaire_id, concept, position, kind, stem, wording, short_name, help,
        definition, purpose, "use", unit, classes, display, choice_list, allows_other, allows_explanation,
        profile_field, audience, comparability, shown_if)
      select ${of("id")}, ${of("sectionId")}, ${id}, ${of("concept")}, ${of("position")}, ${of("kind")}, ${of("stem")},
        ${of("wording")}, ${of("shortName")}, ${of("help")}, ${of("definition")}, ${of("purpose")}, ${of("use")},
        ${of("unit")}, ${of("classes")}, ${of("display")}, ${of("choiceList")}, ${of("allowsOther")},
        ${of("allowsExplanation")}, ${of("profileField")}, ${of("audience")}, ${of("comparability")}, ${of("shownIf")}
      from ${rows(itemRows)}`),
    db.run(sql`
      insert into choice_lists (list, title, created_at)
      select ${of("list")}, ${of("title")}, ${now} from ${rows(lists)}`),
    db.run(sql`
      insert into choices (list, code, label, position, valid_from)
      select ${of("list")}, ${of("code")}, ${of("label")}, ${of("position")}, ${today} from ${rows(choiceRows)}`),
    // Lists may be none, so this looks at what it belongs to: a second form of the same made no questions.
    db.run(sql`
      insert into item_origins (item_id, concept) select ${of("item")}, ${of("concept")}
      from json_each(${JSON.stringify(originRows)}) j where exists (select 1 from items where id = ${of("item")})`),
  ] as const;
}
