import type { JSX } from "preact";
import type { ConsentTier } from "../../db/vocabulary.ts";
import { paths } from "../paths.ts";
import { countOf } from "../ui/dutch.ts";
import { CONSENT_WORDS } from "./consent.ts";

interface OpenedAnswer {
  shortName: string;
  answer: unknown;
  consent: ConsentTier | null;
}

const OPEN: readonly ConsentTier[] = ["public", "members", "learning_group"];

/** What a signature opens, and to whom; without opened answers, that nobody sees whose they are. */
export function OpenedSummary({
  year,
  answers,
  mayChange,
}: {
  year: number;
  answers: readonly OpenedAnswer[];
  mayChange: boolean;
}): JSX.Element {
  const given = answers.filter(({ answer, consent }) => answer !== null && consent !== null);
  const groups = OPEN.flatMap((tier) => {
    const names = given.filter(({ consent }) => consent === tier).map(({ shortName }) => shortName);
    return names.length > 0 ? [{ tier, names }] : [];
  });
  return (
    <section>
      <h2>Wie leest jullie antwoorden</h2>
      {groups.length === 0 ? (
        <p>Meningen en open antwoorden worden alleen geteld. Niemand ziet dat ze van jullie zijn.</p>
      ) : (
        <>
          <p>Met de naam van jullie organisatie erbij, na het ondertekenen en bij nieuwe cijfers:</p>
          <ul>
            {groups.map(({ tier, names }) => (
              <li key={tier}>
                {countOf(names.length, "antwoord", "antwoorden")} voor {CONSENT_WORDS[tier]}:{" "}
                {names.join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange ? (
        <p>
          <a href={paths.questionnaireConsent(year)}>Kies wie jullie antwoorden leest</a>
        </p>
      ) : null}
    </section>
  );
}
