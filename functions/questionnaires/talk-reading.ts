import type { Context } from "hono";
import type { Database } from "../../db/client.ts";
import type { Env } from "../http/env.ts";
import { readPage } from "../http/page.ts";
import type { SessionScope } from "../http/session.ts";
import { assignmentsOf, holdsSection } from "./assignment-queries.ts";
import { notesAt, questionOf } from "./note-queries.ts";
import * as queries from "./queries.ts";
import type { RoundRow } from "./round-view.ts";
import { explanationsAt, ownQueriesAt } from "./unclear-queries.ts";

/** A concept in an address: "3A1", "eigen-vraag". */
export const CONCEPT = ":concept{[0-9A-Za-z_-]{1,40}}";
export const TALK_YEAR = ":year{[0-9]{4}}";

/** The question of an address, its round, and what the viewer was given to fill in. */
const questionStatements = (db: Database, scope: SessionScope, year: number, concept: string) =>
  [
    queries.roundOfYear(db, scope, year),
    questionOf(db, year, concept),
    assignmentsOf(db, scope, year),
  ] as const;

const addressed = (c: Context<Env>) => ({
  year: Number(c.req.param("year")),
  concept: c.req.param("concept") ?? "",
});

const placeOf = (
  round: RoundRow | undefined,
  question: object | undefined,
  assignments: readonly { isMine: number }[],
) => ({ round, isFound: question !== undefined, isAssigned: holdsSection(assignments) });

/** A question with the notes of colleagues, in one round trip. */
export async function readNotes(c: Context<Env>) {
  const { year, concept } = addressed(c);
  const page = await readPage(c, (db, scope) => [
    ...questionStatements(db, scope, year, concept),
    notesAt(db, scope, year, concept),
  ]);
  const [[round], [question], assignments, notes] = page.rows;
  return { ...page, round, question, place: placeOf(round, question, assignments), notes };
}

/** A question with what this organisation asked about it, and what everybody was told. */
export async function readUnclear(c: Context<Env>) {
  const { year, concept } = addressed(c);
  const page = await readPage(c, (db, scope) => [
    ...questionStatements(db, scope, year, concept),
    ownQueriesAt(db, scope, year, concept),
    explanationsAt(db, year, concept),
  ]);
  const [[round], [question], assignments, own, explanations] = page.rows;
  return { ...page, round, question, place: placeOf(round, question, assignments), own, explanations };
}
