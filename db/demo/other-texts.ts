import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { DemoFacts } from "./facts.ts";
import { responsesOf2024 } from "./participation.ts";
import { randomFrom } from "./random.ts";
import { otherTexts } from "./sentences/fact-texts.ts";

/** Lists where "anders" comes instead of a choice; elsewhere it comes on top. */
const insteadOfChoice: readonly string[] = ["target_group", "governance_code"];

const random = randomFrom("other texts");
const slugs = [...new Set(responsesOf2024.map(({ slug }) => slug))];

/** Which text goes to which organisation, by concept and slug: each text of the source occurs once. */
const dealt = new Map(
  annualQuestionnaire.sections
    .flatMap(({ items }) => items)
    .flatMap(({ concept, choiceList }) => {
      const texts = otherTexts[choiceList ?? ""] ?? [];
      const takers = random.shuffled(slugs);
      return texts.map((text, index): [string, { text: string; instead: boolean }] => [
        `${concept} ${takers[index]}`,
        { text, instead: insteadOfChoice.includes(choiceList ?? "") },
      ]);
    }),
);

/** The facts of an organisation with what it wrote under "anders, namelijk". */
export function withOtherTexts(slug: string, facts: DemoFacts): DemoFacts {
  const all: Record<string, DemoFacts[string]> = { ...facts };
  for (const { concept } of annualQuestionnaire.sections.flatMap(({ items }) => items)) {
    const other = dealt.get(`${concept} ${slug}`);
    if (!other) continue;
    const fact = facts[concept];
    const choices = other.instead ? [] : (fact?.value?.choices ?? []).filter((code) => code !== "none");
    all[concept] = { state: "given", explanation: fact?.explanation, value: { choices, other: other.text } };
  }
  return all;
}
