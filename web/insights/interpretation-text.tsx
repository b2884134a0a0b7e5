import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { formatDay } from "../ui/dutch.ts";
import type { BoundPart, ShownInterpretation } from "./interpretation.ts";

function BoundText({ parts }: { parts: readonly BoundPart[] }): JSX.Element {
  return <>{parts.map(({ text, isBound }, at) => (isBound ? <strong key={at}>{text}</strong> : text))}</>;
}

/** What the learning group says of a figure, beneath it. For who may write there is the way to do so. */
export function InterpretationText({
  shown,
  year,
  concept,
  mayWrite,
}: {
  shown: ShownInterpretation | null;
  year: number;
  concept: string;
  mayWrite: boolean;
}): JSX.Element | null {
  if (!shown && !mayWrite) return null;
  return (
    <section aria-labelledby="duiding">
      <h2 id="duiding">Duiding</h2>
      {shown ? (
        <>
          {shown.paragraphs.map((parts, at) => (
            <p key={at}>
              <BoundText parts={parts} />
            </p>
          ))}
          <p class="wt-small">
            Geschreven door de leergroep monitoring op {formatDay(shown.writtenAt)}. Vette getallen komen uit
            de cijfers zelf.
          </p>
        </>
      ) : (
        <p>Bij dit cijfer staat nog geen duiding.</p>
      )}
      {mayWrite ? (
        <p>
          <a href={paths.interpretation(year, concept)}>{shown ? "Duiding wijzigen" : "Duiding schrijven"}</a>
        </p>
      ) : null}
    </section>
  );
}
