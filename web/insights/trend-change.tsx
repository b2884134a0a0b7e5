import type { JSX } from "preact";
import { countFirst, formatNumber } from "../ui/dutch.ts";
import { MetaLine } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { pairsSentence } from "./statistic-words.ts";
import {
  changeParts,
  comparableLines,
  givenSentence,
  LEAST_GIVEN,
  pointsWords,
  type ShownChange,
  type ShownTrend,
} from "./trend.ts";

function Numbers({ trend, change }: { trend: ShownTrend; change: ShownChange }): JSX.Element | null {
  const { numbers, from, to } = change;
  if (!numbers || numbers.before === null || numbers.after === null) return null;
  const unit = trend.unit ?? "";
  const words = (value: number) => `${formatNumber(value)} ${unit}`.trim();
  return (
    <>
      <p>
        Het midden van wie beide keren een getal gaven: {words(numbers.before)} in {from},{" "}
        {words(numbers.after)} in {to} (n = {formatNumber(numbers.pairs)}).
      </p>
      <p class="wt-small">{pairsSentence(numbers)}</p>
    </>
  );
}

/** What changed at the same organisations, apart from who joined and who left. */
export function TrendChange({ trend, change }: { trend: ShownTrend; change: ShownChange }): JSX.Element {
  const { both, joined, left, from, to } = change;
  const lines = comparableLines(change);
  return (
    <section aria-labelledby="samenstelling">
      <h2 id="samenstelling">Veranderden organisaties, of veranderde de groep?</h2>
      <p>
        {countFirst(both, "organisatie deed", "organisaties deden")} mee in {from} en {to}. Daarna{" "}
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
            { key: "matched", label: "Deden beide keren mee", numeric: true },
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
          {givenSentence(change)} Een punt is een honderdste deel. Door afronden tellen de delen niet altijd
          precies op.
        </p>
      )}
    </section>
  );
}
