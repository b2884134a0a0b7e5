import type { JSX } from "preact";
import { AGREED_STATES, type VisitState } from "../../db/visit-vocabulary.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { countOf, dayInAmsterdam, formatDate } from "../ui/dutch.ts";
import { addressWith } from "./agenda-contract.ts";
import { seatsLeft } from "./facts.tsx";
import { VISIT_STATE_LABELS } from "./labels.ts";
import { MonthCalendar } from "./month-calendar.tsx";
import type { CalendarItem, MonthSeen } from "./month-seen.ts";
import type { OfferSeen, VisitSeen } from "./seen.ts";
import { VisitWays } from "./visit-ways.tsx";

interface OwnCalendarPageProps {
  frame: LayoutProps["frame"];
  memberId: string;
  memberName: string;
  month: MonthSeen & { from: number; until: number };
  visits: readonly VisitSeen[];
  /** what happens in this month, in order; see `ownItems` */
  items: readonly CalendarItem[];
  /** hosts also see each day with all its guests */
  mayReadDays: boolean;
}

/** The visits and offers of one organisation, month by month. */
export function OwnCalendarPage(props: OwnCalendarPageProps): JSX.Element {
  const { frame, memberName, month, items } = props;
  return (
    <Layout
      frame={frame}
      title="Onze kalender"
      lead={`Bezoeken van ${memberName} en jullie eigen aanbod op een vaste dag.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.myVisits(), label: "Onze werkbezoeken" },
      ]}
      wide
    >
      <MonthCalendar
        month={month}
        items={items}
        hrefOf={(maand) => addressWith(paths.myVisitsCalendar(), { maand })}
      >
        <p>
          Kijk een maand verder, of bekijk <a href={paths.visitAgenda()}>waar je kunt aanschuiven</a>.
        </p>
      </MonthCalendar>
      {props.mayReadDays ? <GuestDays days={guestDaysOf(props)} /> : null}
      <VisitWays isMember />
    </Layout>
  );
}

/** The days of this month on which guests come, each with its sheet to print. */
function GuestDays({ days }: { days: readonly string[] }): JSX.Element | null {
  if (days.length === 0) return null;
  return (
    <section aria-labelledby="gastdagen">
      <h2 id="gastdagen">Dagen met gasten</h2>
      <ul>
        {days.map((day) => (
          <li key={day}>
            <a href={paths.hostDay(day)}>{`Bezoekers op ${formatDate(day)}`}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** States in which guests really come, or came. */
const RECEIVED: readonly VisitState[] = [...AGREED_STATES, "took_place"];

function guestDaysOf({ visits, memberId, month }: OwnCalendarPageProps): string[] {
  const days = visits.flatMap(({ startsAt, state, hostMemberId }) =>
    hostMemberId === memberId &&
    RECEIVED.includes(state) &&
    startsAt !== null &&
    startsAt >= month.from &&
    startsAt < month.until
      ? [dayInAmsterdam(startsAt)]
      : [],
  );
  return [...new Set(days)].sort();
}

/** What is over or refused stays out; what took place stays in, for a calendar looks back as well. */
const SHOWN = ["requested", "counter_proposed", "waiting", "accepted", "moved", "confirmed", "took_place"];

/** All visits and offers with a day, of every month, as a calendar of this member shows them, in order. */
export function ownItems({
  memberId,
  visits,
  offers,
}: {
  memberId: string;
  visits: readonly VisitSeen[];
  offers: readonly OfferSeen[];
}): CalendarItem[] {
  const items: CalendarItem[] = [];
  for (const visit of visits)
    if (visit.startsAt !== null && SHOWN.includes(visit.state))
      items.push({
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        href: paths.visit(visit.id),
        label:
          visit.guestMemberId === memberId
            ? `Naar ${visit.hostMemberName ?? "een gastheer"}`
            : `Bij ons: ${visit.guestMemberName}`,
        hint: [
          VISIT_STATE_LABELS[visit.state].label,
          countOf(visit.seats, "persoon", "personen"),
          visit.location,
        ]
          .filter(Boolean)
          .join(" · "),
        kind: "visit",
      });
  for (const offer of offers)
    if (offer.startsAt !== null && offer.state !== "withdrawn")
      items.push({
        startsAt: offer.startsAt,
        endsAt: offer.endsAt,
        href: paths.offer(offer.id),
        label: `Ons aanbod: ${offer.title}`,
        hint: seatsLeft(offer.seats, offer.taken),
        kind: "offer",
      });
  return items.sort((one, other) => one.startsAt - other.startsAt);
}
