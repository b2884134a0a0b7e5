import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { countFirst, formatNumber } from "../ui/dutch.ts";
import { MetaLine } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { WITHHELD_SENTENCE } from "./cell.ts";
import type { ShownMatch } from "./trend.ts";
import { boundsWords, isOpen, matchSentence, matchWords } from "./trend-matched.ts";

/** How a confidential question changed at the same organisations: counts where that is safe, else ranges. */
export function TrendMatch({ match }: { match: ShownMatch }): JSX.Element {
  const { both, joined, left, from, to, lines } = match;
  const sentence = matchSentence(match);
  const isNothing = lines.every(({ before, after }) => isOpen(before, both) && isOpen(after, both));
  return (
    <section aria-labelledby="samenstelling">
      <h2 id="samenstelling">Verandering bij dezelfde organisaties</h2>
      <p>
        {countFirst(both, "organisatie deed", "organisaties deden")} mee in {from} en {to}. Daarna{" "}
        {joined === 1 ? "kwam er 1 bij" : `kwamen er ${formatNumber(joined)} bij`} en{" "}
        {left === 1 ? "viel er 1 af" : `vielen er ${formatNumber(left)} af`}.
      </p>
      {sentence ? <p>{sentence}</p> : null}
      <MetaLine
        parts={[
          `deden beide keren mee: n = ${formatNumber(both)}`,
          `nieuw in ${to}: ${formatNumber(joined)}`,
          `niet meer in ${to}: ${formatNumber(left)}`,
        ]}
      />
      {isNothing ? (
        <p>{WITHHELD_SENTENCE} De cijfers van alle organisaties staan hierboven.</p>
      ) : (
        <Table
          caption={`Aantallen, en verandering van ${from} naar ${to} in procentpunten`}
          columns={[
            { key: "label", label: "Antwoord" },
            { key: "before", label: `${from} (n = ${formatNumber(both)})`, numeric: true },
            { key: "after", label: `${to} (n = ${formatNumber(both)})`, numeric: true },
            { key: "matched", label: "Beide keren", numeric: true },
            { key: "all", label: "Alle", numeric: true },
            { key: "composition", label: "Samenstelling", numeric: true },
          ]}
          rows={lines.map((line) => ({
            label: line.label,
            before: boundsWords(line.before, both, "t/m"),
            after: boundsWords(line.after, both, "t/m"),
            ...withoutUnit(matchWords(line, both)),
          }))}
        />
      )}
      <p class="wt-small">
        “12 t/m 15” betekent: het juiste aantal ligt daartussen. Preciezer zeggen we het niet. Zo blijft elk
        antwoord vertrouwelijk. Een punt is een honderdste deel.{" "}
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
    </section>
  );
}

/** The caption says that these are points. */
const withoutUnit = ({ matched, all, composition }: ReturnType<typeof matchWords>) => {
  const bare = (words: string) => words.replace(/ punt(en)?$/, "");
  return { matched: bare(matched), all: bare(all), composition: bare(composition) };
};

/** Where there is no such change: of a number never, of anything else not yet. */
export function NoTrendMatch({ isNumber }: { isNumber: boolean }): JSX.Element {
  return (
    <section aria-labelledby="samenstelling">
      <h2 id="samenstelling">Verandering bij dezelfde organisaties</h2>
      {isNumber ? (
        <p>
          Bij een vertrouwelijk getal splitsen we dat niet uit. Dan zou het midden te veel verraden.{" "}
          <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
        </p>
      ) : (
        <p>Dit cijfer is er nog niet. Het komt als de cijfers van beide metingen zijn vrijgegeven.</p>
      )}
    </section>
  );
}
