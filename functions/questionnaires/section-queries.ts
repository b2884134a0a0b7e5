import { and, asc, desc, eq, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import {
  answers,
  choices,
  items,
  people,
  profileOutcomes,
  profileValues,
  responses,
  rounds,
  sections,
} from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { currentResponseId } from "./queries.ts";

/** The questions of a round, or of one section of it, with the current answer of the viewer's organisation. */
export function itemsWithAnswers(db: Database, scope: SessionScope, year: number, position?: number) {
  return db
    .select({
      id: items.id,
      sectionId: items.sectionId,
      sectionPosition: sections.position,
      concept: items.concept,
      kind: items.kind,
      stem: items.stem,
      wording: items.wording,
      shortName: items.shortName,
      help: items.help,
      definition: items.definition,
      purpose: items.purpose,
      use: items.use,
      unit: items.unit,
      display: items.display,
      choiceList: items.choiceList,
      allowsOther: items.allowsOther,
      allowsExplanation: items.allowsExplanation,
      profileField: items.profileField,
      audience: items.audience,
      shownIf: items.shownIf,
      withdrawnAt: items.withdrawnAt,
      section: { shownIf: sections.shownIf, withdrawnAt: sections.withdrawnAt },
      answer: {
        revision: answers.revision,
        state: answers.state,
        value: answers.value,
        explanation: answers.explanation,
        consent: answers.consent,
        source: answers.source,
        savedAt: answers.savedAt,
      },
      savedBy: people.name,
      outcome: profileOutcomes.outcome,
    })
    .from(items)
    .innerJoin(sections, eq(sections.id, items.sectionId))
    .innerJoin(rounds, eq(rounds.questionnaireId, items.questionnaireId))
    .leftJoin(
      answers,
      and(eq(answers.itemId, items.id), eq(answers.responseId, currentResponseId(year, scope))),
    )
    .leftJoin(people, eq(people.id, answers.savedBy))
    .leftJoin(
      profileOutcomes,
      and(
        eq(profileOutcomes.itemId, items.id),
        eq(profileOutcomes.responseId, currentResponseId(year, scope)),
      ),
    )
    .where(and(eq(rounds.year, year), position === undefined ? undefined : eq(sections.position, position)))
    .orderBy(asc(sections.position), asc(items.position));
}

/** All managed lists: small, and an answer may hold a choice that is no longer offered. */
export function allChoices(db: Database) {
  return db
    .select({
      list: choices.list,
      code: choices.code,
      label: choices.label,
      position: choices.position,
      validFrom: choices.validFrom,
      validTo: choices.validTo,
    })
    .from(choices)
    .orderBy(asc(choices.list), asc(choices.position));
}

/**
 * What the profile of the viewer's organisation says now, plus the values with these ids: those that an
 * earlier page was filled in with.
 */
export function profileOf(db: Database, scope: SessionScope, seen: readonly string[] = []) {
  return db
    .select({
      id: profileValues.id,
      field: profileValues.field,
      state: profileValues.state,
      value: profileValues.value,
      referenceOn: profileValues.referenceOn,
      saidAt: profileValues.saidAt,
      saidBy: people.name,
      isCurrent: sql<boolean>`${profileValues.supersededAt} is null`.mapWith(Boolean),
    })
    .from(profileValues)
    .leftJoin(people, eq(people.id, profileValues.saidBy))
    .where(
      and(
        eq(profileValues.memberId, scope.memberId),
        seen.length > 0
          ? sql`(${profileValues.supersededAt} is null or ${inArray(profileValues.id, [...seen])})`
          : isNull(profileValues.supersededAt),
      ),
    );
}

/** Answers to the same questions in signed responses to earlier rounds, the newest round first. */
export function earlierAnswers(db: Database, scope: SessionScope, year: number, position?: number) {
  return db
    .select({
      concept: items.concept,
      year: rounds.year,
      state: answers.state,
      value: answers.value,
      explanation: answers.explanation,
    })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(items, eq(items.id, answers.itemId))
    .where(
      and(
        eq(responses.memberId, scope.memberId),
        eq(responses.state, "signed"),
        lt(rounds.year, year),
        ne(answers.state, "cleared"),
        // An answer on another scale is no answer to this question, nor a sum to compare with.
        sql`exists (select 1 from items i join sections s on s.id = i.section_id
          join rounds r on r.questionnaire_id = i.questionnaire_id
          where r.year = ${year} and (${position ?? null} is null or s.position = ${position ?? null})
            and i.concept = ${items.concept} and (i.id = ${items.id} or (i.kind = ${items.kind}
              and i.choice_list is ${items.choiceList} and i.unit is ${items.unit}
              and coalesce(i.comparability, 'same') in ('same', 'reworded'))))`,
      ),
    )
    .orderBy(desc(rounds.year), desc(responses.sequence));
}

/** The answers of the version before the current one, to show what changed. */
export function previousVersion(db: Database, scope: SessionScope, year: number) {
  const current = alias(responses, "current_version");
  return db
    .select({
      concept: items.concept,
      state: answers.state,
      value: answers.value,
      explanation: answers.explanation,
      consent: answers.consent,
    })
    .from(current)
    .innerJoin(
      responses,
      and(
        eq(responses.roundId, current.roundId),
        eq(responses.memberId, current.memberId),
        eq(responses.sequence, current.sequence),
        eq(responses.version, sql`${current.version} - 1`),
      ),
    )
    .innerJoin(answers, eq(answers.responseId, responses.id))
    .innerJoin(items, eq(items.id, answers.itemId))
    .where(eq(current.id, currentResponseId(year, scope)));
}

/** The confidential answers of the signed version that counts, with whom they are opened to. */
export function openedBySigned(db: Database, scope: SessionScope, year: number) {
  return db
    .select({
      shortName: items.shortName,
      audience: items.audience,
      kind: items.kind,
      consent: answers.consent,
    })
    .from(answers)
    .innerJoin(items, eq(items.id, answers.itemId))
    .innerJoin(sections, eq(sections.id, items.sectionId))
    .where(
      and(
        eq(items.audience, "confidential"),
        ne(answers.state, "cleared"),
        sql`${answers.responseId} = (select s.id from responses s join rounds r on r.id = s.round_id
          where r.year = ${year} and s.member_id = ${scope.memberId} and s.state = 'signed'
          order by s.sequence desc limit 1)`,
      ),
    )
    .orderBy(asc(sections.position), asc(items.position));
}
