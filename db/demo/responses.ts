import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { AnswerSource, ResponseState } from "../vocabulary.ts";
import { type DemoMember, demoMembers, WATERRAND } from "./association.ts";
import { type DemoAnswer, type DemoFacts, factsOf } from "./facts.ts";
import { openAnswers, openConcepts } from "./open-answers.ts";
import { withOtherTexts } from "./other-texts.ts";
import { inProgressIn2026, readyIn2026, responsesOf2024, signedIn2026 } from "./participation.ts";
import { randomFrom } from "./random.ts";
import { scaleAnswers, scaleConcepts } from "./scales.ts";
import { onWorkday } from "./workdays.ts";

export interface DemoResponse {
  readonly id: string;
  readonly year: 2022 | 2024 | 2026;
  readonly slug: string;
  readonly sequence: number;
  readonly state: ResponseState;
  readonly startedAt: number;
  readonly readyAt: number | null;
  readonly signedAt: number | null;
  readonly answers: readonly (DemoAnswer & { concept: string; source: AnswerSource; savedAt: number })[];
  /** Ids of the sections that are marked as done. */
  readonly sectionsDone: readonly string[];
  /** Themes of the open answers, one entry for each mention. */
  readonly mentions: readonly { concept: string; slug: string }[];
}

const sections = annualQuestionnaire.sections;

/** The facts that each organisation gave in 2024; a second response of the same organisation says the same. */
const facts2024 = new Map(
  demoMembers.map((member) => [member.slug, withOtherTexts(member.slug, factsOf(member))]),
);

/** Two that became another organisation in two years: their number looks odd, and they say why. */
export const OUTGROWN: Readonly<Record<string, number>> = {
  [WATERRAND]: 0.45,
  "doarpsteams-de-stjelp": 2.2,
};

/** What an organisation says in 2026: the profile, with a little more or less staff and sometimes a location. */
const facts2026 = new Map(demoMembers.map((member) => [member.slug, twoYearsLater(member)]));

function twoYearsLater({ slug }: DemoMember): DemoFacts {
  const random = randomFrom(`two years later at ${slug}`);
  const facts: Record<string, DemoAnswer> = { ...facts2024.get(slug) };
  const fte = facts["3C2"]?.value?.number;
  const locations = facts["3B1"]?.value?.number;
  if (fte) {
    const growth = (9.4 + random.next() * 1.3) * (OUTGROWN[slug] ?? 1);
    facts["3C2"] = { state: "given", value: { number: Math.round(fte * growth) / 10 } };
  }
  if (locations && random.chance(0.3)) facts["3B1"] = { state: "given", value: { number: locations + 1 } };
  return facts;
}

/** All responses to the rounds of 2024 and 2026. */
export function demoResponses(): DemoResponse[] {
  return [...responsesTo2024(), ...responsesTo2026()];
}

function responsesTo2024(): DemoResponse[] {
  const opinions = opinionsOf(2024, responsesOf2024.length);
  return responsesOf2024.map(({ slug, sequence }, index) => {
    // Of both that answered twice the second draw is the earlier one, and a first response comes first.
    const isTwice = responsesOf2024.filter((one) => one.slug === slug).length > 1;
    const random = randomFrom(`2024 at ${slug} ${isTwice ? 3 - sequence : sequence}`);
    const startDays = random.between(2, 185);
    const readyDays = startDays + random.between(3, 20);
    const signedDays = readyDays + random.between(1, 21);
    return response({
      year: 2024,
      slug,
      sequence,
      state: "signed",
      startedAt: onWorkday("2024-06-03", startDays, "10:15"),
      readyAt: onWorkday("2024-06-03", readyDays, "15:40"),
      signedAt: onWorkday("2024-06-03", signedDays, "16:20"),
      facts: facts2024.get(slug) ?? {},
      opinions: opinions[index] as Opinions,
      upTo: sections.length,
    });
  });
}

function responsesTo2026(): DemoResponse[] {
  const begun: readonly { slug: string; state: ResponseState; sectionsDone: number }[] = [
    ...signedIn2026.map((slug) => ({ slug, state: "signed" as const, sectionsDone: sections.length })),
    ...readyIn2026.map((slug) => ({ slug, state: "ready" as const, sectionsDone: sections.length })),
    ...inProgressIn2026.map(({ slug, sectionsDone }) => ({
      slug,
      state: "in_progress" as const,
      sectionsDone,
    })),
  ];
  const opinions = opinionsOf(2026, begun.length);
  return begun.map(({ slug, state, sectionsDone }, index) => {
    const random = randomFrom(`2026 at ${slug}`);
    const startDays = random.between(1, 7);
    const readyDays = startDays + random.between(1, 5);
    return response({
      year: 2026,
      slug,
      sequence: 1,
      state,
      startedAt: onWorkday("2026-11-02", startDays, "09:45"),
      readyAt: state === "in_progress" ? null : onWorkday("2026-11-02", readyDays, "14:30"),
      signedAt:
        state === "signed" ? onWorkday("2026-11-02", readyDays + random.between(1, 4), "16:05") : null,
      facts: facts2026.get(slug) ?? {},
      opinions: opinions[index] as Opinions,
      upTo: sectionsDone,
    });
  });
}

type Opinions = readonly { concept: string; answer: DemoAnswer | undefined; mentions: readonly string[] }[];

function opinionsOf(year: number, count: number): Opinions[] {
  const columns = [
    ...scaleConcepts.map((concept) => ({
      concept,
      cells: scaleAnswers(concept, year, count).map((answer) => ({
        answer,
        mentions: [] as readonly string[],
      })),
    })),
    ...openConcepts.map((concept) => ({ concept, cells: openAnswers(concept, year, count) })),
  ];
  return Array.from({ length: count }, (_, index) =>
    columns.map(({ concept, cells }) => ({ concept, answer: undefined, mentions: [], ...cells[index] })),
  );
}

interface Draft extends Omit<DemoResponse, "id" | "answers" | "sectionsDone" | "mentions"> {
  readonly facts: DemoFacts;
  readonly opinions: Opinions;
  /** Sections done; of the next one only the first item is answered. */
  readonly upTo: number;
}

function response({ facts, opinions, upTo, ...rest }: Draft): DemoResponse {
  const reached = sections.slice(0, upTo + 1).flatMap(({ items }, index) => {
    return items.slice(0, index < upTo ? items.length : 1).map((item) => ({ ...item, section: index }));
  });
  const opinionOn = new Map(opinions.map((opinion) => [opinion.concept, opinion]));
  const minute = 60_000;
  const answers = reached.flatMap(({ concept, profileField, section }) => {
    const answer = profileField ? facts[concept] : opinionOn.get(concept)?.answer;
    if (!answer) return [];
    const isCarried = rest.year === 2026 && profileField !== undefined;
    const source: AnswerSource = isCarried ? sourceOf(rest.slug, concept, answer) : "typed";
    return [{ ...answer, concept, source, savedAt: rest.startedAt + (section + 1) * 6 * minute }];
  });
  return {
    ...rest,
    id: `${rest.year}-${rest.slug}-${rest.sequence}`,
    answers,
    sectionsDone: sections.slice(0, upTo).map(({ id }) => id),
    mentions: reached.flatMap(({ concept }) =>
      (opinionOn.get(concept)?.mentions ?? []).map((slug) => ({ concept, slug })),
    ),
  };
}

/** A fact that is still what the profile said was confirmed, any other was typed. */
function sourceOf(slug: string, concept: string, answer: DemoAnswer): AnswerSource {
  const before = facts2024.get(slug)?.[concept];
  return JSON.stringify(before?.value) === JSON.stringify(answer.value) ? "profile" : "typed";
}

/** Numbers on the confirmations of one round, in the order of signing: "2024-0007-1". */
export function referencesOf(responses: readonly DemoResponse[]): Map<string, string> {
  const counters = new Map<number, number>();
  const signed = responses.filter(({ signedAt }) => signedAt !== null);
  return new Map(
    signed
      .toSorted((one, other) => (one.signedAt ?? 0) - (other.signedAt ?? 0) || (one.id < other.id ? -1 : 1))
      .map(({ id, year }) => {
        const number = (counters.get(year) ?? 0) + 1;
        counters.set(year, number);
        return [id, `${year}-${String(number).padStart(4, "0")}-1`];
      }),
  );
}
