import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { countOf } from "../ui/dutch.ts";
import { countIn } from "./cell.ts";
import type { NamedMember, ShownFigure } from "./shown-figure.ts";

function Names({ names }: { names: readonly NamedMember[] }): JSX.Element {
  return (
    <ul class="wt-names">
      {names.map(({ name, slug }) => (
        <li key={slug}>
          <a href={paths.member(slug)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** Who said what, for facts that members opened to each other. */
export function NamesPerOption({ figure }: { figure: ShownFigure }): JSX.Element | null {
  const named = figure.view.rows.filter((row) => row.names.length > 0 && row.key !== "other");
  if (named.length + figure.others.length === 0) return null;
  return (
    <section aria-labelledby="wie">
      <h2 id="wie">Wie antwoordde wat</h2>
      {named.map((row) => {
        const more = (countIn(row.organisations) ?? 0) - row.names.length;
        return (
          <Disclosure
            key={row.key}
            summary={`${row.label} (${countOf(countIn(row.organisations) ?? 0, "organisatie", "organisaties")})`}
          >
            <Names names={row.names} />
            {more > 0 ? (
              <p>
                En nog {countOf(more, "andere", "andere")}. Zoek verder in de{" "}
                <a href={paths.members()}>ledengids</a>.
              </p>
            ) : null}
          </Disclosure>
        );
      })}
      {figure.others.length > 0 ? (
        <Disclosure summary={`Anders, namelijk (${countOf(figure.others.length, "antwoord", "antwoorden")})`}>
          <ul>
            {figure.others.map(({ name, slug, text }) => (
              <li key={slug}>
                {text} – <a href={paths.member(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
