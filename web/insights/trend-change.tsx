import type { JSX } from "preact";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { MetaLine } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { chanceWords } from "./statistic-words.ts";
import { changeParts, pointsWords, type ShownChange, type ShownTrend } from "./trend.ts";

/** Under this number of answers a change in parts says more about one organisation than about all. */
const LEAST_GIVEN = 10;

function Numbers({ trend, change }: { trend: ShownTrend; change: ShownChange }): JSX.Element | null {
  const { numbers, from, to } = change;
  if (!numbers || numbers.before === null || numbers.after === null) return null;
  const unit = trend.unit ?? "";
  const words = (value: number) => `${formatNumber(value)} ${unit}`.trim();
  return (
    <>
      <p>
        Het midden van wie beide keren een getal gaven: {words(numbers.before)} in {from},{" "}
        {words(numbers.after)} in {to}.
      </p>
      <p class="wt-small">
        {numbers.p === null
          ? "Geen van deze organisaties gaf een ander getal."
          : `Van ${formatNumber(numbers.pairs)} paren verschillen er ${formatNumber(numbers.differing)}. Toets van Wilcoxon voor paren: ${chanceWords(numbers.p)}.`}
      </p>
    </>
  );
}

/** What changed at the same organisations, apart from who joined and who left. */
export function TrendChange({ trend, change }: { trend: ShownTrend; change: ShownChange }): JSX.Element {
  const { both, joined, left, from, to } = change;
  const lines = change.lines.filter(
    ({ matchedBefore, matchedAfter }) => Math.min(matchedBefore.given, matchedAfter.given) >= LEAST_GIVEN,
  );
  return (
    <section aria-labelledby="samenstelling">
      <h2 id="samenstelling">Veranderden organisaties, of veranderde de groep?</h2>
      <p>
        {countOf(both, "organisatie deed", "organisaties deden")} mee in {from} en {to}. Daarna{" "}
        {joined === 1 ? "kwam er 1 bij" : `kwamen er ${formatNumber(joined)} bij`} en{" "}
        {left === 1 ? "viel er 1 af" : `vielen er ${formatNumber(left)} af`}.
      </p>
      <MetaLine
        parts={[
          `deden beide keren mee: n = ${formatNumber(both)}`,
          `nieuw in ${to}: ${formatNumber(joined)}`,
          `niet meer in ${to}: ${formatNumber(left)}`,
        ]}
      />
      <Numbers trend={trend} change={change} />
      {trend.kind === "number" ? null : lines.length === 0 ? (
        <p>
          Minder dan {LEAST_GIVEN} organisaties antwoordden beide keren. Dan rekenen we geen verandering uit.
        </p>
      ) : (
        <Table
          caption={`Verandering van ${from} naar ${to}, in procentpunten`}
          columns={[
            { key: "label", label: "Antwoord" },
            { key: "all", label: `Alle organisaties`, numeric: true },
            { key: "matched", label: `Deden beide keren mee (n = ${formatNumber(both)})`, numeric: true },
            { key: "composition", label: "Door samenstelling", numeric: true },
          ]}
          rows={lines.map((line) => {
            const parts = changeParts(line);
            return {
              label: line.label,
              all: pointsWords(parts.all),
              matched: pointsWords(parts.matched),
              composition: pointsWords(parts.composition),
            };
          })}
        />
      )}
      {trend.kind === "number" || lines.length === 0 ? null : (
        <p class="wt-small">
          Een punt is een honderdste deel. Door afronden tellen de delen niet altijd precies op.
        </p>
      )}
    </section>
  );
}
