import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Card, CardGrid } from "../ui/card.tsx";
import { countOf, formatDate, formatDay, formatDaysUntil, formatNumber } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { type Waiting, WaitList } from "../ui/wait-list.tsx";

export interface HomeOffer {
  id: string;
  title: string;
  memberName: string;
  startsAt: number | null;
}
export interface HomeFigureRow {
  label: string;
  count: number;
  n: number;
  members: number;
  year: number;
  referenceOn: string;
}

const HOUR = new Intl.DateTimeFormat("nl-NL", {
  hour: "numeric",
  hourCycle: "h23",
  timeZone: "Europe/Amsterdam",
});

function greeting(now: number): string {
  const hour = Number(HOUR.format(now));
  if (hour < 6) return "Goedenacht";
  if (hour < 12) return "Goedemorgen";
  return hour < 18 ? "Goedemiddag" : "Goedenavond";
}

function lead(waiting: number, closing: { closesOn: string } | undefined, now: number): string {
  const things =
    waiting === 0
      ? "Er wacht nu niets op jou."
      : `Er ${waiting === 1 ? "wacht" : "wachten"} ${countOf(waiting, "ding", "dingen")} op jou.`;
  if (!closing) return things;
  return `${things} De vragenlijst sluit op ${formatDate(closing.closesOn)}, ${formatDaysUntil(closing.closesOn, now)}.`;
}

function HomeFigure({ rows }: { rows: HomeFigureRow[] }): JSX.Element | null {
  const first = rows[0];
  if (!first) return null;
  return (
    <Card title="Welke systemen gebruiken wij?">
      <p>
        {first.label} wordt het meest gebruikt: door {countOf(first.count, "organisatie", "organisaties")}.{" "}
        {formatNumber(first.n)} van {formatNumber(first.members)} leden antwoordden.
      </p>
      <BarChart
        title="Organisaties per systeem"
        bars={rows.map((row) => ({ label: row.label, value: row.count }))}
        max={first.n}
      />
      <p class="wt-meta">
        <a href={paths.insightItem(first.year, "3D1")}>Bekijk alle systemen</a> · peildatum{" "}
        {formatDay(first.referenceOn)}
      </p>
    </Card>
  );
}

/** Where somebody starts: what waits, in order of deadline, and one figure worth reading. */
export function HomePage({
  frame,
  waiting,
  closing,
  offers,
  figure,
  now,
}: {
  frame: Frame;
  waiting: Waiting[];
  closing: { closesOn: string } | undefined;
  offers: HomeOffer[];
  figure: HomeFigureRow[];
  now: number;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Vandaag"
      heading={greeting(now)}
      lead={lead(waiting.length, closing, now)}
      wide
    >
      <CardGrid layout="split">
        <Card title="Wat wacht op jou">
          {waiting.length > 0 ? (
            <WaitList items={waiting} />
          ) : (
            <Empty why="Je bent bij. Vraagt een collega of een ander team iets van je, dan staat het hier.">
              <a href={paths.visits()}>Kijk welke teams je kunt bezoeken</a>
            </Empty>
          )}
        </Card>
        <HomeFigure rows={figure} />
      </CardGrid>
      {offers.length > 0 ? (
        <Card title="Op bezoek bij een ander team">
          <ul class="wt-plain-list">
            {offers.map((offer) => (
              <li key={offer.id}>
                <a href={paths.offer(offer.id)}>{offer.title}</a>
                <br />
                <span class="wt-meta">
                  {offer.memberName} · {offer.startsAt ? formatDate(offer.startsAt) : "datum in overleg"}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Layout>
  );
}
