import type { ComponentChildren, JSX } from "preact";
import { SummaryList } from "../ui/summary-list.tsx";

/** Answers to questions that are no longer asked, and what becomes of them; nothing when there are none. */
export function LeftOver({
  answers,
}: {
  answers: readonly { stem: string; question: string; answer: ComponentChildren }[];
}): JSX.Element | null {
  if (answers.length === 0) return null;
  return (
    <section>
      <h2>Niet meer gevraagd</h2>
      <p>
        Deze vragen stellen we jullie niet meer. Wat hier staat, telt niet mee. Bij het indienen zetten we het
        opzij.
      </p>
      <SummaryList
        items={answers.map(({ question, stem, answer }) => ({
          question: [stem, question].filter(Boolean).join(" "),
          answer,
        }))}
      />
    </section>
  );
}
