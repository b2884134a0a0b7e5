import type { Database } from "../../db/client.ts";
import { itemId } from "../../db/registry/questionnaire.ts";
import {
  answers,
  codings,
  members,
  questionnaires,
  responses,
  rounds,
  themes,
} from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, ResponseState, RoundState } from "../../db/vocabulary.ts";

/** An answer by hand: a value, or one of the two answers without one. */
export type HandAnswer = AnswerValue | Exclude<AnswerState, "given">;

export interface HandResponse {
  member: string;
  sequence?: number;
  version?: number;
  state?: ResponseState;
  /** "2024-07-01T10:00:00Z"; left out when not signed */
  signedAt?: string;
  answers?: Record<string, HandAnswer>;
  /** slugs of themes per item, one a mention */
  mentions?: Record<string, string[]>;
}

const startedAt = Date.parse("2024-06-03T08:00:00Z");

/**
 * Members beside the cast, named so that a search for them in a page finds nothing else: "kwartel-001" and
 * on. `after`: how many there are already.
 */
export async function seedTeams(db: Database, count: number, after = 0): Promise<string[]> {
  const slugs = Array.from(
    { length: count },
    (_, at) => `kwartel-${String(after + at + 1).padStart(3, "0")}`,
  );
  const rows = slugs.map((slug) => ({
    id: slug,
    slug,
    name: `Team Kwartelnest ${slug.slice(-3)}`,
    searchKey: slug,
    joinedOn: "2018-01-01",
    createdAt: startedAt,
  }));
  await db.insert(members).values(rows);
  return slugs;
}

/** A round of 2024 on the annual questionnaire of the registry; published on 27 January 2025 by default. */
export async function seedRoundOf2024(
  db: Database,
  state: RoundState = "published",
  acceptsLate = true,
): Promise<void> {
  const [questionnaire] = await db.select({ id: questionnaires.id }).from(questionnaires).limit(1);
  await db.insert(rounds).values({
    id: "round-2024",
    questionnaireId: questionnaire?.id ?? "",
    year: 2024,
    state,
    referenceOn: "2024-06-01",
    opensOn: "2024-06-03",
    closesOn: "2024-12-31",
    acceptsLate,
    publishedOn: state === "published" ? "2025-01-27" : null,
  });
}

/** Puts responses into the database as they are said, signed unless `state` says otherwise. */
export async function seedResponses(
  db: Database,
  given: readonly HandResponse[],
  roundId = "round-2024",
): Promise<void> {
  const themeRows = await db.select().from(themes);
  for (const { member, sequence = 1, version = 1, state = "signed", signedAt, ...said } of given) {
    const id = `${roundId}-${member}-${sequence}-${version}`;
    await db.insert(responses).values({
      id,
      roundId,
      memberId: member,
      sequence,
      version,
      state,
      startedAt,
      signedAt: signedAt ? Date.parse(signedAt) : null,
    });
    const answerRows = Object.entries(said.answers ?? {}).map(([concept, answer]) => ({
      responseId: id,
      itemId: itemId(concept),
      revision: 1,
      state: typeof answer === "string" ? answer : ("given" as const),
      value: typeof answer === "string" ? null : answer,
      source: "typed" as const,
      savedAt: startedAt + 60_000,
    }));
    if (answerRows.length > 0) await db.insert(answers).values(answerRows);
    const codingRows = Object.entries(said.mentions ?? {}).flatMap(([concept, slugs]) =>
      slugs.map((slug, at) => ({
        id: `${id}-${concept}-${at}`,
        responseId: id,
        itemId: itemId(concept),
        themeId:
          themeRows.find((theme) => theme.slug === slug && theme.codebookId.endsWith(concept.toLowerCase()))
            ?.id ?? "",
        codedAt: startedAt,
      })),
    );
    if (codingRows.length > 0) await db.insert(codings).values(codingRows);
  }
}
