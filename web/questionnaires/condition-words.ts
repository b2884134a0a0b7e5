import { formatList } from "../ui/dutch.ts";

/** When a question is asked, as it is stored. */
interface ConditionToSay {
  concept: string;
  choices: readonly string[];
  isNot?: boolean | undefined;
}

/** The names of a question and its choices; of a question that is gone, whatever is left to say. */
export interface ConditionNames {
  question: (concept: string) => string;
  choice: (concept: string, choice: string) => string;
}

/** "Alleen als je bij 'Rechtsvorm' kiest voor 'Stichting' of 'Vereniging'." One sentence a condition. */
export function conditionInWords({ concept, choices, isNot }: ConditionToSay, names: ConditionNames): string {
  const listed = formatList(
    choices.map((choice) => `'${names.choice(concept, choice)}'`),
    "of",
  );
  return `Alleen als je bij '${names.question(concept)}' ${isNot ? "iets anders kiest dan" : "kiest voor"} ${listed}.`;
}
