import type { AnswerShape } from "../members/answer-shape.ts";

/** Short lists stand on one line; a long one gets a line a choice. */
export const isOnSeveralLines = ({ choices }: Pick<AnswerShape, "choices">): boolean =>
  choices.length > 5 || choices.some(({ label }) => label.length > 28);
