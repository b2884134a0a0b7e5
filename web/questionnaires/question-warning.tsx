import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { formatDay } from "../ui/dutch.ts";
import { Notice } from "../ui/notice.tsx";

/** Something odd in an answer, in words, with the reason that somebody gave. */
export interface WarningView {
  concept: string;
  shortName: string;
  position: number;
  sentence: string;
  /** null: none, or one about an earlier answer */
  reason: { text: string; by: string | null; at: number } | null;
}

function Reason({
  year,
  warning,
  mayReason,
}: {
  year: number;
  warning: WarningView;
  mayReason: boolean;
}): JSX.Element | null {
  const { reason, concept, position, shortName } = warning;
  const link = (label: string) => (
    <a href={paths.answerReason(year, position, concept)}>
      {label}
      <span class="wt-only-read"> bij {shortName}</span>
    </a>
  );
  if (reason)
    return (
      <p class="wt-small">
        Reden van {reason.by ?? "een oud-collega"}, {formatDay(reason.at)}:{" "}
        <span class="wt-answer-text">{reason.text}</span> {mayReason ? link("Wijzig de reden") : null}
      </p>
    );
  return (
    <p class="wt-small">
      {mayReason ? <>Klopt het toch? {link("Geef een reden")}</> : "Er is nog geen reden gegeven."}
    </p>
  );
}

/** At a question, once its answer is stored: what looks odd, and why it is right all the same. */
export function QuestionWarnings({
  year,
  warnings,
}: {
  /** null for who cannot give a reason here */
  year: number | null;
  warnings: readonly WarningView[];
}): JSX.Element | null {
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warning">
      {warnings.map((warning) => (
        <div key={warning.sentence}>
          <p>{warning.sentence}</p>
          {year === null ? null : <Reason year={year} warning={warning} mayReason />}
        </div>
      ))}
    </Notice>
  );
}

/** Above all answers: everything odd in them, with the reasons, for who signs. */
export function WarningsSummary({
  year,
  warnings,
  mayReason,
}: {
  year: number;
  warnings: readonly WarningView[];
  mayReason: boolean;
}): JSX.Element | null {
  if (warnings.length === 0) return null;
  const open = warnings.filter(({ reason }) => reason === null).length;
  return (
    <Notice kind={open > 0 ? "warning" : "info"} title="Wat opvalt in de antwoorden">
      <p>{open > 0 ? "Indienen kan ook zonder reden." : "Overal staat een reden bij."}</p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.concept + warning.sentence}>
            <strong>{warning.shortName}.</strong> {warning.sentence}
            <Reason year={year} warning={warning} mayReason={mayReason} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
