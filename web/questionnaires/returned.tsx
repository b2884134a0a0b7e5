import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf, formatDateTime } from "../ui/dutch.ts";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";

/** A question that a signatory sent back, with what became of it. Names are null for people who were removed. */
export interface ReturnedView {
  id: string;
  concept: string;
  shortName: string;
  section: string;
  position: number;
  reason: string;
  returnedBy: string | null;
  returnedAt: number;
  changedBy: string | null;
  changedAt: number | null;
  remark: string;
  resolvedBy: string | null;
  resolvedAt: number | null;
  outcome: "open" | "changed" | "remarked";
}

const SOMEBODY = "een oud-collega";

/** What was done with it, in one sentence. */
export function outcomeWords(one: ReturnedView): string {
  if (one.outcome === "changed")
    return `Het antwoord is gewijzigd door ${one.changedBy ?? SOMEBODY}${one.changedAt ? `, ${formatDateTime(one.changedAt)}` : ""}.`;
  if (one.outcome === "remarked")
    return `Het antwoord bleef zo. ${one.resolvedBy ?? "Een oud-collega"} schreef: “${one.remark}”`;
  return "Hier is nog niets mee gedaan.";
}

/** At the question: why it came back. Gone once something was done with it. */
export function ReturnedReason({
  returned,
  year,
}: {
  returned: ReturnedView;
  /** null for who cannot answer it */
  year: number | null;
}): JSX.Element {
  return (
    <Notice kind="warning" title="Teruggestuurd door de tekenaar">
      <p class="wt-answer-text">{returned.reason}</p>
      <p class="wt-small">
        {returned.returnedBy ?? SOMEBODY}, {formatDateTime(returned.returnedAt)}.{" "}
        {year === null ? null : (
          <a href={`${paths.questionnaireReturned(year)}#terug-${returned.concept}`}>
            Klopt het toch? Schrijf waarom<span class="wt-only-read">, bij {returned.shortName}</span>
          </a>
        )}
      </p>
    </Notice>
  );
}

/** On the task list: how many questions came back and still wait. */
export function ReturnedNotice({
  returned,
  year,
}: {
  returned: readonly ReturnedView[];
  year: number;
}): JSX.Element | null {
  const open = returned.filter(({ outcome }) => outcome === "open").length;
  if (open === 0) return null;
  return (
    <Notice kind="warning" title={`De tekenaar stuurde ${countOf(open, "vraag", "vragen")} terug`}>
      <p>
        Bij elke vraag staat de reden.{" "}
        <a href={paths.questionnaireReturned(year)}>Bekijk de teruggestuurde vragen</a>
      </p>
    </Notice>
  );
}

/** On the check page: what was done with every reason, for who signs next. */
export function ReturnedOutcomes({ returned }: { returned: readonly ReturnedView[] }): JSX.Element | null {
  if (returned.length === 0) return null;
  return (
    <section>
      <h2>Wat er met de teruggestuurde vragen is gedaan</h2>
      <SummaryList
        items={returned.map((one) => ({
          question: one.shortName,
          answer: <span class="wt-answer-text">{one.reason}</span>,
          note: outcomeWords(one),
        }))}
      />
    </section>
  );
}
