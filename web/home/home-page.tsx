import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { AutosaveLine } from "../questionnaires/autosave-line.tsx";
import { BarChart } from "../ui/bar-chart.tsx";
import { ButtonLink } from "../ui/button.tsx";
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
      />
      <p class="wt-small">
        <a href={paths.insightItem(first.year, "3D1")}>Bekijk alle systemen</a>, peildatum{" "}
        {formatDay(first.referenceOn)}
      </p>
    </Card>
  );
}

/** Invitations of other teams, for who is done or curious. */
function Offers({ offers }: { offers: HomeOffer[] }): JSX.Element | null {
  if (offers.length === 0) return null;
  const items = offers.map((offer) => ({
    badge: { kind: "ochre", label: "uitnodiging" } as const,
    href: paths.offer(offer.id),
    label: offer.title,
    hint: `${offer.memberName}, ${offer.startsAt ? formatDate(offer.startsAt) : "datum in overleg"}`,
  }));
  return (
    <Card title="Op bezoek bij een ander team">
      <WaitList items={items} />
      <p class="wt-small">
        <a href={paths.visits()}>Bekijk alle uitnodigingen</a>
      </p>
    </Card>
  );
}

export interface HomeProps {
  frame: Frame;
  waiting: Waiting[];
  /** visits that are agreed on and lie ahead */
  agreed: Waiting[];
  closing: { closesOn: string } | undefined;
  /** for whom answers may wait in this browser, while a round is open; see `AutosaveLine` */
  keeper: string | undefined;
  offers: HomeOffer[];
  figure: HomeFigureRow[];
  now: number;
  /** what somebody just did, in a sentence */
  notice: string | undefined;
}

/** Where somebody starts: what waits, in order of deadline, and one figure worth reading. */
export function HomePage(props: HomeProps): JSX.Element {
  const { frame, waiting, agreed, closing, keeper, offers, figure, now } = props;
  const questionnaire = waiting.find(({ badge }) => badge.label === "vragenlijst");
  return (
    <Layout
      frame={frame}
      title="Vandaag"
      heading={greeting(now)}
      lead={lead(waiting.length, closing, now)}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
      wide
    >
      {keeper ? <AutosaveLine keeper={keeper} /> : null}
      <CardGrid layout="split">
        <div class="wt-stack">
          <Card title="Wat wacht op jou">
            {waiting.length > 0 ? (
              <WaitList items={waiting} />
            ) : (
              <Empty why="Je bent bij. Vraagt een collega of een ander team iets van je, dan staat het hier.">
                <a href={paths.visits()}>Kijk welke teams je kunt bezoeken</a>
              </Empty>
            )}
            {questionnaire ? (
              <ButtonLink href={questionnaire.href}>Verder met de vragenlijst</ButtonLink>
            ) : null}
          </Card>
          {agreed.length > 0 ? (
            <Card title="Binnenkort">
              <WaitList items={agreed} />
            </Card>
          ) : (
            <Offers offers={offers} />
          )}
        </div>
        <div class="wt-stack">
          <HomeFigure rows={figure} />
          {agreed.length > 0 ? <Offers offers={offers} /> : null}
        </div>
      </CardGrid>
    </Layout>
  );
}
