import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Card } from "../ui/card.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatDay, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import {
  coherenceSentence,
  correctedWords,
  finiteSentence,
  keptSentence,
  methodsOf,
  PRECISION_SENTENCES,
  type ShownCoherence,
  type ShownPair,
  type ShownPrecision,
  strengthWords,
  tauWords,
} from "./coherence.ts";
import { roundWords } from "./round-words.ts";
import { chanceWords } from "./statistic-words.ts";

function Pairs({
  caption,
  pairs,
  labels,
  precision,
}: {
  caption: string;
  pairs: readonly ShownPair[];
  labels: Readonly<Record<string, string>>;
  precision: ShownPrecision | "three_decimals";
}): JSX.Element {
  const isNumber = !["words", "demonstrated"].includes(precision);
  const hasStrength = precision !== "demonstrated";
  const hasP = precision === "three_decimals";
  return (
    <Table
      caption={caption}
      columns={[
        { key: "pair", label: "Paar" },
        { key: "tau", label: isNumber ? "Kendalls tau-b" : "Richting", numeric: isNumber },
        ...(hasStrength ? [{ key: "strength", label: "In woorden" }] : []),
        { key: "n", label: "n", numeric: true },
        ...(hasP ? [{ key: "p", label: "p", numeric: true }] : []),
        { key: "corrected", label: "Na correctie (Holm)", numeric: hasP },
      ]}
      rows={pairs.map((pair) => ({
        pair: `${labels[pair.one] ?? pair.one} en ${labels[pair.other] ?? pair.other}`,
        tau: tauWords(pair, precision),
        strength: strengthWords(pair),
        n: pair.n === null ? "10 of meer" : formatNumber(pair.n),
        p: pair.p === null ? "" : chanceWords(pair.p),
        corrected: correctedWords(pair),
      }))}
    />
  );
}

function Reading(): JSX.Element {
  return (
    <Card title="Zo lees je dit" tone="sunken">
      <p>
        Kendalls tau-b loopt van −1 tot 1. Bij 1 gaat hoog altijd samen met hoog, bij −1 met laag. Gelijke
        antwoorden tellen mee.
      </p>
      <p>Vanaf 0,1 noemen we het zwak, vanaf 0,3 matig en vanaf 0,5 sterk.</p>
      <p>Wie veel paren bekijkt, vindt altijd iets. De correctie van Holm houdt daar rekening mee.</p>
      <p>Samenhang is geen oorzaak. Een gemiddelde geven we niet onder 10 antwoorden.</p>
    </Card>
  );
}

/** What share of all members answered, and what that does to chance. */
function Finite({ shown }: { shown: ShownCoherence }): JSX.Element {
  const { organisations, members } = shown;
  return (
    <section aria-labelledby="eindig">
      <h2 id="eindig">Hoeveel leden telden mee</h2>
      <p>
        {formatNumber(organisations)} van de {formatNumber(members)} leden telden mee. Dat is{" "}
        {formatPercentage(organisations / members, 0)} (n = {formatNumber(organisations)}).
      </p>
      <p>{finiteSentence(shown)}</p>
    </section>
  );
}

/** Which answers go together in one round: facts for every member, confidential scales for monitoring only. */
export function CoherencePage({ frame, shown }: { frame: Frame; shown: ShownCoherence }): JSX.Element {
  const { round, labels, facts, scales, precision } = shown;
  const words = roundWords(round);
  return (
    <Layout
      frame={frame}
      title={`Samenhang ${round.year}`}
      lead="Welke antwoorden gaan samen? Eén keer berekend, voor alle leden samen."
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(round.year), label: String(round.year) },
      ]}
      help={<Reading />}
    >
      <MetaLine
        parts={[
          `n = ${formatNumber(shown.organisations)}`,
          words.coverage,
          `peildatum ${words.referenceDay}`,
          `Versie ${shown.edition}, berekend op ${formatDay(shown.madeAt)}`,
        ]}
      />
      {scales === null ? null : (
        <section aria-labelledby="meningen">
          <h2 id="meningen">Antwoorden op de schalen</h2>
          {precision === "withheld" ? (
            <Notice kind="info" title={PRECISION_SENTENCES.withheld}>
              <p>We vonden niet voor elk antwoord een ander antwoord dat ook bij alle cijfers past.</p>
            </Notice>
          ) : (
            <>
              <p>{coherenceSentence(scales, labels)}</p>
              <Pairs
                caption="Samenhang tussen schalen"
                pairs={scales}
                labels={labels}
                precision={precision}
              />
              <p class="wt-small">
                {keptSentence(shown)} {PRECISION_SENTENCES[precision]} Dit deel is alleen voor de leergroep
                monitoring. Elke keer dat iemand kijkt, staat in het logboek.
              </p>
            </>
          )}
        </section>
      )}
      <section aria-labelledby="feiten">
        <h2 id="feiten">Feiten die leden voor elkaar openden</h2>
        <p>{coherenceSentence(facts, labels)}</p>
        {facts.length > 0 ? (
          <>
            <Pairs
              caption="Samenhang tussen feiten"
              pairs={facts}
              labels={labels}
              precision="three_decimals"
            />
            <p class="wt-small">Zo is p berekend: {methodsOf(facts)}.</p>
          </>
        ) : null}
      </section>
      <DataDownloads
        csv={paths.coherenceExport(round.year, "csv")}
        excel={paths.coherenceExport(round.year, "xlsx")}
        subject={`Samenhang ${round.year}`}
      />
      <Finite shown={shown} />
      <p>
        <a href={paths.insightRules()}>Zo beschermen we antwoorden</a>
      </p>
      <PrintNote>
        Peildatum {words.referenceDay}. Versie {shown.edition}. {paths.coherence(round.year)}
      </PrintNote>
    </Layout>
  );
}

/** The same address as long as the job did not work it out yet. */
export function NoCoherencePage({ frame, year }: { frame: Frame; year: number }): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Samenhang ${year}`}
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
    >
      <Empty why="De samenhang van deze meting wordt nog berekend. Zij komt samen met de vrijgave van de cijfers.">
        <a href={paths.insight(year)}>Naar de meting</a>
      </Empty>
    </Layout>
  );
}
