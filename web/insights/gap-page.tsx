import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Card } from "../ui/card.tsx";
import { formatDay, formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Figure } from "../ui/figure.tsx";
import { PrintNote } from "../ui/meta-line.tsx";
import { wordsIn } from "./cell.ts";
import {
  deltaWords,
  differenceWords,
  gapSentence,
  PERSPECTIVE_LABELS,
  type ShownGap,
  type ShownPerspectives,
  type ShownSide,
  sideWords,
  WITHHELD_SIDES,
} from "./gap.ts";
import { pointsWords } from "./trend.ts";

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function barOf(label: string, side: ShownSide) {
  const { agree, share, n } = side;
  const words = `het eens: ${sideWords(side)}`;
  if (share !== null) return { label, value: share, words, shown: sideWords(side) };
  const range =
    agree.kind === "exact" || agree.kind === "withheld" ? null : { from: agree.low / n, to: agree.high / n };
  return { label, value: null, words, shown: wordsIn(agree) ?? "", ...(range ? { range } : {}) };
}

function Statement({ gap, shown }: { gap: ShownGap; shown: ShownPerspectives }): JSX.Element {
  const labels = [shown.first, shown.second].map((side) => upper(PERSPECTIVE_LABELS[side]));
  return (
    <li>
      <h3 class="wt-compared__group">{gap.wording}</h3>
      {gap.sides ? (
        <>
          <BarChart
            title={`Het eens: ${gap.wording}`}
            max={1}
            bars={gap.sides.map((side, at) => barOf(labels[at] ?? "", side))}
          />
          <p class="wt-small">
            {gap.gap
              ? differenceWords(gap.gap)
              : "Bij een woord in plaats van een getal rekenen we geen verschil uit."}
          </p>
        </>
      ) : (
        <p>{gap.withheld ? WITHHELD_SIDES[gap.withheld] : ""}</p>
      )}
    </li>
  );
}

function tableOf(shown: ShownPerspectives) {
  const name = (side: ShownPerspectives["first"]) => upper(PERSPECTIVE_LABELS[side]);
  const median = (side: ShownSide | undefined) => (side?.median == null ? "" : formatNumber(side.median));
  return {
    caption: "Wie het eens is, per stelling en groep",
    columns: [
      { key: "wording", label: "Stelling" },
      { key: "first", label: `${name(shown.first)} eens`, numeric: true },
      { key: "second", label: `${name(shown.second)} eens`, numeric: true },
      { key: "points", label: "Verschil", numeric: true },
      { key: "delta", label: "Cliffs delta" },
      { key: "medians", label: "Medianen (1 tot 5)", numeric: true },
    ],
    rows: shown.gaps.map(({ wording, sides, gap, withheld }) => ({
      wording,
      first: sides ? sideWords(sides[0]) : "",
      second: sides ? sideWords(sides[1]) : "",
      points: gap ? pointsWords(gap.points) : "",
      delta: gap ? deltaWords(gap.delta) : withheld ? WITHHELD_SIDES[withheld] : "",
      medians: gap ? `${median(sides?.[0])} en ${median(sides?.[1])}` : "",
    })),
  };
}

function Reading(): JSX.Element {
  return (
    <Card title="Zo lees je dit" tone="sunken">
      <p>Beide groepen kregen dezelfde stelling. ‘Eens’ is eens of helemaal eens.</p>
      <p>We tonen een stelling pas als beide groepen minstens 10 antwoorden gaven.</p>
      <p>
        Cliffs delta vergelijkt alle antwoorden met elkaar, van −1 tot 1. Bij 0 denken beide groepen gelijk.
      </p>
      <p>We rekenen met delen voor het afronden. Een verschil kan dus een punt afwijken van wat je ziet.</p>
    </Card>
  );
}

/** One measurement from two sides: every statement with n on both sides, or without numbers. */
export function GapPage({
  frame,
  shown,
  mayAdd,
  said,
}: {
  frame: Frame;
  shown: ShownPerspectives;
  mayAdd: boolean;
  /** what was just done */
  said: string | undefined;
}): JSX.Element {
  const sides = `${PERSPECTIVE_LABELS[shown.first]} en ${PERSPECTIVE_LABELS[shown.second]}`;
  return (
    <Layout
      frame={frame}
      title={shown.title}
      lead={`Dezelfde stellingen, twee groepen: ${sides}.`}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.perspectives(), label: "Perspectieven" },
      ]}
      notice={said ? { kind: "ok", text: said } : undefined}
      help={<Reading />}
    >
      {shown.gaps.length === 0 ? (
        <Empty why="Bij deze meting staan nog geen stellingen.">
          <a href={paths.perspectives()}>Naar alle perspectieven</a>
        </Empty>
      ) : (
        <div class="wt-item">
          <Figure
            id="verschil"
            title="Wie is het eens?"
            conclusion={gapSentence(shown)}
            chart={
              <ul class="wt-trends">
                {shown.gaps.map((gap) => (
                  <Statement key={gap.concept} gap={gap} shown={shown} />
                ))}
              </ul>
            }
            meta={[`gemeten op ${formatDay(shown.measuredOn)}`, `bron: ${shown.source}`]}
            table={tableOf(shown)}
            downloads={{
              csv: paths.perspectiveExport(shown.id, "csv"),
              excel: paths.perspectiveExport(shown.id, "xlsx"),
            }}
          />
        </div>
      )}
      {mayAdd ? (
        <p>
          <a href={paths.perspectiveStatement(shown.id)}>Stelling toevoegen</a>
          {" · "}
          <a href={paths.perspectiveRemoval(shown.id)}>Stelling of meting weghalen</a>
        </p>
      ) : null}
      <PrintNote>
        Gemeten op {formatDay(shown.measuredOn)}. Bron: {shown.source}. {paths.perspectiveGap(shown.id)}
      </PrintNote>
    </Layout>
  );
}
