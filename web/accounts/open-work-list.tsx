import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { type OpenWork, openWorkWords } from "./open-work-words.ts";

/** What would be nobody's, per organisation, each with the way to hand it over. */
export function OpenWorkList({
  personId,
  work,
}: {
  personId: string;
  work: readonly OpenWork[];
}): JSX.Element {
  return (
    <>
      {[...Map.groupBy(work, ({ slug }) => slug)].map(([slug, own]) => (
        <section key={slug}>
          <h2>Nog open bij {own[0]?.memberName}</h2>
          <ul class="wt-points">
            {own.map((each, at) => (
              <li key={at}>{openWorkWords(each)}</li>
            ))}
          </ul>
          <p>
            <a href={`${paths.handover(slug)}?van=${personId}`}>
              Draag dit over<span class="wt-only-read"> bij {own[0]?.memberName}</span>
            </a>
          </p>
        </section>
      ))}
    </>
  );
}
