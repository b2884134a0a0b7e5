import type { JSX } from "preact";
import type { VisitFormat } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { addressWith } from "./agenda-contract.ts";
import { FORMATS } from "./labels.ts";
import { MonthCalendar } from "./month-calendar.tsx";
import type { CalendarItem, MonthSeen } from "./month-seen.ts";

interface PublicDay {
  id: string;
  memberName: string;
  title: string;
  format: VisitFormat;
  startsAt: number;
  endsAt: number | null;
}

interface PublicAgendaPageProps {
  frame: LayoutProps["frame"];
  month: MonthSeen;
  days: readonly (PublicDay & { location: string; forWhom: string; isFull: boolean })[];
  /** visits on a day that was found together; nothing of its guests */
  visits: readonly PublicDay[];
}

/** The agenda for everybody: only what a host chose to show here. */
export function PublicAgendaPage({ frame, month, days, visits }: PublicAgendaPageProps): JSX.Element {
  const isMember = frame.viewer !== null;
  const items: CalendarItem[] = [
    ...days.map(
      (day): CalendarItem => ({
        ...momentOf(day),
        href: isMember ? paths.offer(day.id) : null,
        label: day.title,
        hint: [
          day.memberName,
          FORMATS[day.format].label,
          day.location,
          `voor wie: ${day.forWhom}`,
          ...(day.isFull ? ["vol"] : []),
        ].join(" · "),
        kind: "offer",
      }),
    ),
    ...visits.map(
      (visit): CalendarItem => ({
        ...momentOf(visit),
        href: null,
        label: visit.title,
        hint: `${visit.memberName} · ${FORMATS[visit.format].label} · bezoek afgesproken`,
        kind: "visit",
      }),
    ),
  ].sort((one, other) => one.startsAt - other.startsAt);
  return (
    <Layout
      frame={frame}
      title="Openbare agenda"
      lead="Werkbezoeken die een wijkteam hier wil laten zien. Leden kunnen ze aanvragen."
      wide
    >
      <MonthCalendar
        month={month}
        items={items}
        hrefOf={(maand) => addressWith(paths.publicAgenda(), { maand })}
      >
        <p>
          Kijk een maand verder, of bekijk <a href={paths.members()}>welke wijkteams lid zijn</a>.
        </p>
      </MonthCalendar>
      <p>
        <a href={paths.publicAgendaCalendar()}>Zet deze agenda in je eigen kalender (.ics)</a>
      </p>
      {isMember ? null : (
        <p>
          Hoort jouw team bij een lid? <a href={paths.signIn()}>Log in</a> om een bezoek aan te vragen.
        </p>
      )}
    </Layout>
  );
}

const momentOf = ({ startsAt, endsAt }: PublicDay) => ({ startsAt, endsAt });
