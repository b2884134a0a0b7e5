/** Questions that follow each other with the same opening, so that the page says it once. */
export function groupByStem<Q extends { stem: string }>(
  questions: readonly Q[],
): { stem: string; questions: Q[] }[] {
  const groups: { stem: string; questions: Q[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last && last.stem === question.stem) last.questions.push(question);
    else groups.push({ stem: question.stem, questions: [question] });
  }
  return groups;
}
