import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card } from "../ui/card.tsx";
import { formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Figure } from "../ui/figure.tsx";
import { PrintNote } from "../ui/meta-line.tsx";
import type { TableProps } from "../ui/table.tsx";
import { drawsMiddle, gradeSentence, pointWords, type ShownTrend, trendSentence } from "./trend.ts";
import { TrendChange } from "./trend-change.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { NoTrendMatch, TrendMatch } from "./trend-match-section.tsx";

export interface TrendPageProps {
  frame: Frame;
  trend: ShownTrend;
}

function tableOf(trend: ShownTrend): TableProps {
  const { rounds, lines, kind } = trend;
  return {
    caption: `${trend.shortName}: per meting`,
    columns: [
      { key: "label", label: kind === "open" ? "Thema" : "Antwoord" },
      ...rounds.map(({ year, n }) => ({
        key: String(year),
        label: `${year} (n = ${formatNumber(n)})`,
        numeric: true,
      })),
    ],
    rows: lines.map((line) => ({
      label: line.label,
      ...Object.fromEntries(rounds.map(({ year }, at) => [year, pointWords(trend, line.points[at] ?? null)])),
    })),
  };
}

/** From one round to the next in words: what the marks in the chart say. */
function Joins({ trend }: { trend: ShownTrend }): JSX.Element {
  return (
    <section aria-labelledby="vergelijkbaar">
      <h2 id="vergelijkbaar">
        {trend.joins.length > 0 ? "Zijn de jaren te vergelijken?" : "Wat er gevraagd is"}
      </h2>
      {trend.joins.length > 0 ? (
        <ul>
          {trend.joins.map((join) => (
            <li key={join.to}>{gradeSentence(join)}</li>
          ))}
        </ul>
      ) : null}
      <dl class="wt-per-round">
        {trend.rounds.map(({ year, question, coverage, edition }) => (
          <div key={year}>
            <dt>
              <strong>
                <a href={paths.insightItem(year, trend.concept)}>
                  Vraag {trend.concept} in {year}
                </a>
              </strong>
            </dt>
            <dd>
              {question} {coverage} telden mee. {edition}.
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One concept over the published rounds: sentence, chart with breaks, table, files, and who took part. */
export function TrendPage({ frame, trend }: TrendPageProps): JSX.Element {
  const { rounds, concept } = trend;
  const newest = rounds.at(-1);
  return (
    <Layout
      frame={frame}
      title={`${trend.shortName} door de jaren`}
      lead={newest?.question}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        ...(newest ? [{ href: paths.insight(newest.year), label: String(newest.year) }] : []),
      ]}
      help={
        <Card title="Zo lees je dit" tone="sunken">
          <p>Elke stip is een gepubliceerde meting. Een staand lijntje betekent: ergens daartussen.</p>
          {drawsMiddle(trend) ? null : <p>Elke grafiek loopt van 0 % (onderaan) tot 100 %.</p>}
          <p>Een stippellijn betekent: de vraag is anders verwoord.</p>
          <p>Een streepjeslijn is een breuk. Links en rechts ervan kun je niet vergelijken.</p>
        </Card>
      }
    >
      {rounds.length === 0 ? (
        <Empty why="Van deze vraag is nog geen cijfer gepubliceerd.">
          <a href={paths.insights()}>Naar alle metingen</a>
        </Empty>
      ) : (
        <>
          <div class="wt-item">
            <Figure
              id="ontwikkeling"
              title={rounds.length === 1 ? "Stand tot nu toe" : "Ontwikkeling"}
              conclusion={trendSentence(trend)}
              chart={<TrendChart trend={trend} />}
              meta={rounds.map(
                ({ year, n, referenceDay }) => `${year}: n = ${formatNumber(n)}, peildatum ${referenceDay}`,
              )}
              table={tableOf(trend)}
              downloads={{
                csv: paths.trendExport(concept, "csv"),
                excel: paths.trendExport(concept, "xlsx"),
              }}
            >
              {trend.drawn < trend.lines.length ? (
                <p class="wt-small">
                  De grafiek toont de eerste {trend.drawn} antwoorden. De tabel toont alles.
                </p>
              ) : null}
            </Figure>
          </div>
          {trend.running && rounds.length === 1 ? (
            <p>De meting van {trend.running} loopt nog. Na publicatie komt zij hier als tweede punt.</p>
          ) : null}
          <Joins trend={trend} />
          {trend.change ? <TrendChange trend={trend} change={trend.change} /> : null}
          {trend.match ? <TrendMatch match={trend.match} /> : null}
          {trend.lacksMatch ? <NoTrendMatch isNumber={trend.kind === "number"} /> : null}
        </>
      )}
      <PrintNote>
        {[trend.shortName, ...rounds.map(({ year }) => year)].join(", ")}. {paths.trend(concept)}
      </PrintNote>
    </Layout>
  );
}
