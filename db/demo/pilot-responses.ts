import { type DemoMember, demoMembers } from "./association.ts";
import { type DemoAnswer, factsOf } from "./facts.ts";
import { openAnswers } from "./open-answers.ts";
import { withOtherTexts } from "./other-texts.ts";
import { inPilot } from "./participation.ts";
import { pilotConcepts, pilotSections } from "./pilot-questionnaire.ts";
import { type Random, randomFrom } from "./random.ts";
import type { DemoResponse } from "./responses.ts";
import { onWorkday } from "./workdays.ts";

const BEGAN = "2022-11-21";
const MINUTE_MS = 60_000;
const FACTS: readonly string[] = ["3C1", "3C2", "3D1", "3E1"];
const OPEN: readonly string[] = ["4C2", "5B1"];

/** The made-up pilot of 2022: what each organisation says hangs together with what it says in 2024. */
export function pilotResponses(of2024: readonly DemoResponse[]): DemoResponse[] {
  const open = new Map(OPEN.map((concept) => [concept, openAnswers(concept, 2022, inPilot.length)]));
  return inPilot.map((slug, index) => {
    const random = randomFrom(`2022 at ${slug}`);
    const startDays = random.between(1, 20);
    const readyDays = startDays + random.between(2, 12);
    const startedAt = onWorkday(BEGAN, startDays, "11:05");
    const facts = factsBefore(memberOf(slug), random);
    const later = of2024.findLast((each) => each.slug === slug)?.answers;
    const answerTo = (concept: string): DemoAnswer | undefined => {
      if (FACTS.includes(concept)) return facts[concept];
      if (OPEN.includes(concept)) return open.get(concept)?.[index]?.answer;
      return scaleBefore(later?.find((answer) => answer.concept === concept)?.value?.scale, random);
    };
    return {
      id: `2022-${slug}-1`,
      year: 2022,
      slug,
      sequence: 1,
      state: "signed",
      startedAt,
      readyAt: onWorkday(BEGAN, readyDays, "14:10"),
      signedAt: onWorkday(BEGAN, readyDays + random.between(1, 14), "16:45"),
      answers: pilotConcepts.flatMap((concept, at) => {
        const answer = answerTo(concept);
        return answer
          ? [{ ...answer, concept, source: "typed" as const, savedAt: startedAt + (at + 1) * 2 * MINUTE_MS }]
          : [];
      }),
      sectionsDone: pilotSections,
      mentions: OPEN.flatMap((concept) =>
        (open.get(concept)?.[index]?.mentions ?? []).map((theme) => ({ concept, slug: theme })),
      ),
    };
  });
}

function memberOf(slug: string): DemoMember {
  const member = demoMembers.find((each) => each.slug === slug);
  if (!member) throw new Error(`${slug} is no member of the demo`);
  return member;
}

/** Two years earlier: mostly fewer people, sometimes another system, now and then another form. */
function factsBefore(member: DemoMember, random: Random): Record<string, DemoAnswer> {
  const facts: Record<string, DemoAnswer> = {};
  const all = random.chance(0.7) ? withOtherTexts(member.slug, factsOf(member)) : factsOf(member);
  for (const concept of FACTS) {
    const { state, value } = all[concept] ?? { state: "unknown" as const };
    facts[concept] = { state, value };
  }
  const fte = facts["3C2"]?.value?.number;
  if (fte) facts["3C2"] = given({ number: Math.round(fte * (8.6 + random.next() * 1.9)) / 10 });
  if (random.chance(0.3)) facts["3D1"] = given({ choices: [random.pick(["gws", "zorgned", "mozard"])] });
  if (random.chance(0.12)) facts["3C1"] = given({ choices: ["municipal_service"] });
  return facts;
}

/** Often the step of 2024, sometimes one lower, seldom one higher; a team that was not there in 2024 chose freely. */
function scaleBefore(later: number | undefined, random: Random): DemoAnswer | undefined {
  const chance = random.next();
  if (chance < 0.03) return undefined;
  if (chance < 0.06) return { state: "unknown" };
  const step = later ?? random.between(2, 4);
  const moved = chance < 0.4 ? step - 1 : chance < 0.85 ? step : step + 1;
  return given({ scale: Math.min(5, Math.max(1, moved)) });
}

const given = (value: NonNullable<DemoAnswer["value"]>): DemoAnswer => ({ state: "given", value });
