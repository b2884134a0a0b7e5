import type { JSX } from "preact";
import type { Participation } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf, dayInAmsterdam, formatDate, formatDay, formatTime } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { Table } from "../ui/table.tsx";
import type { Side } from "./moves.ts";
import { PARTICIPATION_WORDS } from "./participant-list.tsx";

interface DayVisit {
  id: string;
  guestMemberName: string;
  offerTitle: string | null;
  themeName: string;
  learningQuestion: string;
  whatWeBring: string;
  seats: number;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  people: readonly {
    side: Side;
    name: string;
    email: string;
    phone: string | null;
    note: string;
    status: Participation;
  }[];
}

/** One day of a host, made to be printed: who comes when and where, and what to know of them. */
export function HostDayPage({
  frame,
  day,
  visits,
  before,
  after,
}: {
  frame: LayoutProps["frame"];
  day: string;
  visits: readonly DayVisit[];
  /** the nearest other days with visitors */
  before: number | null;
  after: number | null;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Bezoekers op ${formatDate(day)}`}
      lead={visits.length > 0 ? `Jullie ontvangen ${countOf(visits.length, "groep", "groepen")}.` : undefined}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.myVisits(), label: "Mijn bezoeken" },
      ]}
      wide
    >
      {visits.length === 0 ? (
        <Empty why="Op deze dag komt er niemand.">
          <a href={paths.myVisits()}>Bekijk al jullie bezoeken</a>
        </Empty>
      ) : null}
      {visits.map((visit) => (
        <DayPart key={visit.id} visit={visit} />
      ))}
      <nav class="wt-day-links" aria-label="Andere dagen met bezoek">
        {before === null ? null : (
          <a href={paths.hostDay(dayInAmsterdam(before))}>{`Vorige: ${formatDay(before)}`}</a>
        )}
        {after === null ? null : (
          <a href={paths.hostDay(dayInAmsterdam(after))}>{`Volgende: ${formatDay(after)}`}</a>
        )}
      </nav>
    </Layout>
  );
}

function DayPart({ visit }: { visit: DayVisit }): JSX.Element {
  const { startsAt, endsAt, seats } = visit;
  const from = startsAt === null ? "" : formatTime(startsAt);
  const until = endsAt === null ? "" : ` – ${formatTime(endsAt)}`;
  const guests = visit.people.filter(({ side }) => side === "guest");
  const hosts = visit.people.filter(({ side }) => side === "host");
  // Who said no in the calendar is not waited for at the door.
  const named = guests.filter(({ status }) => status !== "declined").length;
  return (
    <section class="wt-day-part">
      <h2>{`${from}${until} uur: ${visit.guestMemberName}`}</h2>
      <SummaryList
        items={[
          { question: "Waar", answer: visit.location || null },
          { question: "Thema", answer: visit.themeName },
          ...(visit.offerTitle ? [{ question: "Aanbod", answer: visit.offerTitle }] : []),
          { question: "Leervraag", answer: visit.learningQuestion },
          ...(visit.whatWeBring ? [{ question: "Zij brengen mee", answer: visit.whatWeBring }] : []),
          { question: "Wie ontvangen", answer: hosts.map(({ name }) => name).join(", ") || null },
        ]}
      />
      <Table
        caption={`Bezoekers van ${visit.guestMemberName}`}
        columns={[
          { key: "name", label: "Naam" },
          { key: "status", label: "Antwoord" },
          { key: "note", label: "Goed om te weten" },
          { key: "contact", label: "Bereikbaar" },
        ]}
        rows={guests.map(({ name, status, note, email, phone }) => ({
          name,
          status: PARTICIPATION_WORDS[status].label,
          note,
          contact: phone ? `${phone}, ${email}` : email,
        }))}
      />
      {seats > named ? (
        <p>{`Van ${countOf(seats - named, "bezoeker", "bezoekers")} is de naam nog niet bekend.`}</p>
      ) : null}
      <p class="wt-day-links">
        <a href={paths.visit(visit.id)}>{`Bekijk het bezoek van ${visit.guestMemberName}`}</a>
      </p>
    </section>
  );
}
