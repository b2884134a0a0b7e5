import type { AnswerState } from "../../db/vocabulary.ts";
import { answersByConcept, askedConcepts, type RoutedItem, type RoutingAnswer } from "./routing.ts";

/** A question with what decides whether it is asked, and its present answer. */
export interface RoutedRow extends RoutedItem {
  id: string;
  sectionId: string;
  answer: RoutingAnswer | null;
}

/** What is asked of one organisation now. */
export interface Routing<R extends RoutedRow = RoutedRow> {
  asks: (concept: string) => boolean;
  /** whether the section asks anything */
  asksSection: (id: string) => boolean;
  /** the same once these answers are stored */
  after: (changes: readonly ({ itemId: string } & RoutingAnswer)[]) => Routing;
  /** answers to questions that are not asked: kept until signing, and then they do not count */
  leftOver: R[];
  /**
   * Those of them that signing empties. Not of withdrawn questions: these have no figures, and when they are
   * brought back their answers must be there.
   */
  toSetAside: R[];
  /** questions that are asked and have no answer */
  open: R[];
}

const isAnswered = (answer: { state: AnswerState } | null): boolean =>
  answer !== null && answer.state !== "cleared";

/** @param rows as `routedItems` reads them; none: everything is asked */
export function routingOf<R extends RoutedRow>(rows: readonly R[]): Routing<R> {
  const asked = askedConcepts(rows, answersByConcept(rows));
  const leftOver = rows.filter(({ concept, answer }) => !asked.has(concept) && isAnswered(answer));
  return {
    asks: (concept) => rows.length === 0 || asked.has(concept),
    asksSection: (id) =>
      rows.length === 0 || rows.some(({ concept, sectionId }) => sectionId === id && asked.has(concept)),
    after: (changes) => {
      const changed = new Map(changes.map((change) => [change.itemId, change]));
      return routingOf(rows.map((row): RoutedRow => ({ ...row, answer: changed.get(row.id) ?? row.answer })));
    },
    leftOver,
    toSetAside: leftOver.filter((row) => row.withdrawnAt === null && row.section.withdrawnAt === null),
    open: rows.filter(({ concept, answer }) => asked.has(concept) && !isAnswered(answer)),
  };
}

/** The sections that ask anything, with only what is asked counted. */
export function routedProgress<S extends { id: string; items: number; answered: number }>(
  sections: readonly S[],
  rows: readonly RoutedRow[],
): S[] {
  if (rows.length === 0) return [...sections];
  const { asks } = routingOf(rows);
  return sections.flatMap((section) => {
    const asked = rows.filter(({ sectionId, concept }) => sectionId === section.id && asks(concept));
    if (asked.length === 0) return [];
    const answered = asked.filter(({ answer }) => isAnswered(answer)).length;
    return [{ ...section, items: asked.length, answered }];
  });
}

/** What a save did to the questions of one section, and which other sections ask something new. */
export interface Rerouted {
  /** questions of the section that are asked now, were not on its page, and have no answer */
  added: number;
  /** answers that stay behind at questions that are no longer asked, in the whole questionnaire */
  left: number;
  /** ids of the other sections where such questions came */
  elsewhere: string[];
  /** whether a section asks anything now */
  asksSection: (id: string) => boolean;
}

/**
 * Compares what was asked before a save with what is asked after it.
 *
 * @param wasShown whether a question stood on the page that is saved; by default those that were asked did. The
 * page may be older than what was asked a moment ago: a script saves question by question, and colleagues do.
 */
export function rerouted(
  before: Routing,
  after: Routing,
  sectionId: string,
  wasShown: (concept: string) => boolean = before.asks,
): Rerouted {
  const fresh = after.open.filter(({ concept }) => !before.asks(concept));
  const old = new Set(before.leftOver.map(({ concept }) => concept));
  return {
    added: after.open.filter((row) => row.sectionId === sectionId && !wasShown(row.concept)).length,
    left: after.leftOver.filter(({ concept }) => !old.has(concept)).length,
    elsewhere: [...new Set(fresh.map((row) => row.sectionId))].filter((id) => id !== sectionId),
    asksSection: after.asksSection,
  };
}
