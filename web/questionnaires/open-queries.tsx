import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Checkbox } from "../ui/choices.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";

/** A question about a question that nobody answered yet. */
export interface OpenQuery {
  id: string;
  shortName: string;
  text: string;
  askedAt: number;
}

const waiting = (count: number): string =>
  `${countOf(count, "vraag wacht", "vragen wachten")} nog op uitleg van de leergroep`;

/** On the page of a round: what members still find unclear, before it closes. */
export function OpenQueries({ year, queries }: { year: number; queries: readonly OpenQuery[] }): JSX.Element {
  return (
    <section>
      <h2>Onduidelijke vragen</h2>
      {queries.length === 0 ? <p>Er wacht geen vraag op uitleg.</p> : <p>{waiting(queries.length)}.</p>}
      {queries.length > 0 ? (
        <ul>
          {queries.map(({ id, shortName, text, askedAt }) => (
            <li key={id}>
              <a href={paths.questionQueryAnswer(year, id)}>{shortName}</a>, {formatDay(askedAt)}:{" "}
              <span class="wt-answer-text">{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={paths.questionQueries(year)}>Alle onduidelijke vragen in {year}</a>
      </p>
    </section>
  );
}

/** Closing a round that leaves somebody without an answer asks for a tick. */
export const ClosingTick = ({ count, error }: { count: number; error: string | undefined }): JSX.Element => (
  <Checkbox
    name="open_vragen"
    label={`Ja, ik sluit de ronde zonder uitleg bij ${countOf(count, "vraag", "vragen")}`}
    error={error}
  />
);
