import type { JSX } from "preact";
import { SummaryList } from "./summary-list.tsx";

/** Something typed in a form that was not saved, with the label of its field. */
export interface KeptText {
  label: string;
  text: string;
}

/** What was typed and has no form to stand in any more; nothing when that was nothing. */
export function KeptTexts({ kept }: { kept: readonly KeptText[] }): JSX.Element | null {
  if (kept.length === 0) return null;
  return (
    <>
      <h2>Wat je typte</h2>
      <p>Dit is niet opgeslagen. Kopieer wat je nog wilt gebruiken.</p>
      <SummaryList
        items={kept.map(({ label, text }) => ({
          question: label,
          answer: <span class="wt-told">{text}</span>,
        }))}
      />
    </>
  );
}
