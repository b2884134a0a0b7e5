import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countOf, formatDate } from "../ui/dutch.ts";

/** What the learning group explained to everybody. */
export interface Explanation {
  answer: string;
  /** the question in words that give nobody away; "": not quoted */
  quote: string;
  at: number;
}

/** What stands beside a question: counts with a link, so that a page of questions stays light. */
export interface TalkView {
  year: number;
  /** whether the round still takes questions to the learning group */
  mayAsk: boolean;
  openNotes: number;
  notes: number;
  ownQueries: number;
  explanations: readonly Explanation[];
}

/** The links beside a question: notes of colleagues, and asking what is meant. */
export function QuestionTalk({
  talk,
  concept,
  subject,
}: {
  talk: TalkView;
  concept: string;
  subject: string;
}): JSX.Element {
  const { year, mayAsk, openNotes, notes, ownQueries } = talk;
  const about = <span class="wt-only-read">: {subject}</span>;
  const label =
    openNotes > 0
      ? countOf(openNotes, "open notitie", "open notities")
      : notes > 0
        ? `${countOf(notes, "notitie", "notities")}, klaar`
        : "Notitie voor collega's";
  return (
    <ul class="wt-asked__talk">
      <li>
        <a href={paths.questionNotes(year, concept)}>
          {label}
          {about}
        </a>
      </li>
      {mayAsk || ownQueries > 0 ? (
        <li>
          <a href={paths.questionQuery(year, concept)}>
            {ownQueries > 0 ? "Jullie vraag wacht op uitleg" : "Deze vraag is onduidelijk"}
            {about}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** Under a question: what the learning group answered to everybody. */
export function Explanations({ list }: { list: readonly Explanation[] }): JSX.Element | null {
  if (list.length === 0) return null;
  return (
    <div class="wt-explained">
      {list.map(({ answer, quote, at }) => (
        <div key={at}>
          <p>
            <strong>Uitleg van de leergroep, {formatDate(at)}</strong>
          </p>
          {quote ? <p class="wt-answer-text">Vraag: {quote}</p> : null}
          <p class="wt-answer-text">{answer}</p>
        </div>
      ))}
    </div>
  );
}
