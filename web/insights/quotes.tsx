import type { JSX } from "preact";
import { paths } from "../paths.ts";

/** A text that an organisation opened to this viewer. */
export interface Quote {
  name: string;
  slug: string;
  text: string;
}

/** A few opened texts beside a figure, each with the name of who opened it; a way to all of them. */
export function Quotes({ quotes, href }: { quotes: readonly Quote[]; href: string }): JSX.Element | null {
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="eigen-woorden">
      <h2 id="eigen-woorden">In eigen woorden</h2>
      {quotes.map(({ name, slug, text }) => (
        <figure key={slug} class="wt-quote">
          <blockquote class="wt-mirror__words">{text}</blockquote>
          <figcaption class="wt-small">
            <a href={paths.member(slug)}>{name}</a>, die dit antwoord opende
          </figcaption>
        </figure>
      ))}
      <p>
        <a href={href}>Lees alles wat teams openden</a>
      </p>
    </section>
  );
}
