import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { answers, items, rounds, sections } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { currentResponseId } from "./queries.ts";
import type { Transition } from "./transition-queries.ts";

/**
 * The questions of a round with what decides whether each is asked, in the order of the questionnaire, and the
 * current answers of the viewer's organisation. No rows when the questionnaire asks everybody everything, so
 * that its pages pay nothing for routing.
 */
export function routedItems(db: Database, scope: SessionScope, year: number) {
  return db
    .select({
      id: items.id,
      concept: items.concept,
      sectionId: items.sectionId,
      shownIf: items.shownIf,
      withdrawnAt: items.withdrawnAt,
      section: { shownIf: sections.shownIf, withdrawnAt: sections.withdrawnAt },
      answer: { state: answers.state, value: answers.value },
    })
    .from(items)
    .innerJoin(sections, eq(sections.id, items.sectionId))
    .innerJoin(rounds, eq(rounds.questionnaireId, items.questionnaireId))
    .leftJoin(
      answers,
      and(eq(answers.itemId, items.id), eq(answers.responseId, currentResponseId(year, scope))),
    )
    .where(
      and(
        eq(rounds.year, year),
        sql`exists (select 1 from items r join sections s on s.id = r.section_id
          where r.questionnaire_id = ${rounds.questionnaireId} and (r.shown_if is not null
            or r.withdrawn_at is not null or s.shown_if is not null or s.withdrawn_at is not null))`,
      ),
    )
    .orderBy(asc(sections.position), asc(items.position));
}

/**
 * Sets the answers to these questions aside: emptied in a next revision, so that they never count, while the
 * history keeps what stood there. Only when the transition happened (`onlyIf`).
 */
export function setAside(db: Database, transition: Transition, itemIds: readonly string[], onlyIf: SQL) {
  const { responseId, personId, now } = transition;
  const which = sql`response_id = ${responseId} and state <> 'cleared'
    and item_id in (select value from json_each(${JSON.stringify(itemIds)})) and ${onlyIf}`;
  return [
    db.run(sql`insert into answer_revisions
        (response_id, item_id, revision, state, value, explanation, consent, source, saved_at, saved_by)
      select response_id, item_id, revision + 1, 'cleared', null, '', consent, source, ${now}, ${personId}
      from answers where ${which} on conflict do nothing`),
    db.run(sql`update answers set revision = revision + 1, state = 'cleared', value = null, explanation = '',
      saved_at = ${now}, saved_by = ${personId} where ${which}`),
  ] as const;
}
