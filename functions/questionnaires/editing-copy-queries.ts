import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/**
 * A new questionnaire: a copy of what another one still asks, or empty. Questions keep their concept and their
 * conditions; how they compare is judged anew. The same form twice makes one.
 */
export function copyQuestionnaire(
  db: Database,
  { id, title, from, by, now }: { id: string; title: string; from: string | null; by: string; now: number },
) {
  const asked = sql`withdrawn_at is null`;
  return [
    db.all<{ id: string }>(sql`
      insert into questionnaires (id, title, created_at, based_on_id)
      select ${id}, ${title}, ${now}, ${from} on conflict do nothing returning id`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${by}, 'questionnaire_changed', ${id} where changes() > 0`),
    db.run(sql`
      insert into sections (id, questionnaire_id, position, title, intro, minutes, shown_if)
      select lower(hex(randomblob(10))), ${id}, row_number() over (order by position), title, intro, minutes, shown_if
      from sections where questionnaire_id = ${from} and ${asked} and changes() > 0`),
    db.run(sql`
      insert into items (id, section_id, questionnaire_id, concept, position, kind, stem, wording, short_name, help,
        definition, purpose, "use", unit, classes, display, choice_list, allows_other, allows_explanation,
        profile_field, audience, shown_if)
      select lower(hex(randomblob(10))), n.id, ${id}, i.concept,
        row_number() over (partition by n.id order by i.position), i.kind, i.stem, i.wording, i.short_name, i.help,
        i.definition, i.purpose, i."use", i.unit, i.classes, i.display, i.choice_list, i.allows_other,
        i.allows_explanation, i.profile_field, i.audience, i.shown_if
      from items i join sections o on o.id = i.section_id and o.${asked}
      join sections n on n.questionnaire_id = ${id} and n.position = (select count(*) from sections b
        where b.questionnaire_id = o.questionnaire_id and b.${asked} and b.position <= o.position)
      where i.questionnaire_id = ${from} and i.${asked} and changes() > 0`),
  ] as const;
}
