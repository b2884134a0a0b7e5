import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { DatesSummary } from "./dates-summary.tsx";
import { VISIT_STATE_LABELS } from "./labels.ts";
import { MoveButtons } from "./move-buttons.tsx";
import type { Side, VisitMove } from "./moves.ts";
import { type ParticipantSeen, Participants } from "./participant-list.tsx";
import type { DateSeen, EventSeen, PersonSeen, VisitSeen } from "./seen.ts";
import { VisitContacts } from "./visit-contacts.tsx";
import { VisitInvitation } from "./visit-invitation.tsx";
import { type ThreadSeen, VisitThread } from "./visit-thread.tsx";
import { VisitTimeline } from "./visit-timeline.tsx";
import { waitingWords } from "./waiting-words.ts";

export interface VisitPageProps {
  frame: LayoutProps["frame"];
  visit: VisitSeen;
  side: Side | null;
  events: readonly EventSeen[];
  /** null for everybody but the two sides */
  contacts: { guests: readonly PersonSeen[]; hosts: readonly PersonSeen[] } | null;
  moves: readonly VisitMove[];
  /** who comes and who receives, of an agreed visit; null for everybody but the two sides */
  participants: { people: readonly ParticipantSeen[]; mayChange: boolean } | null;
  hasCalendar: boolean;
  /** the day is over: there is something to look back on */
  isOver: boolean;
  /** the moments that lie on the table; null for who has no part in choosing a day */
  dates: { proposed: readonly DateSeen[]; isSearching: boolean } | null;
  /** null for who may not read along */
  thread: ThreadSeen | null;
  notice: string | undefined;
}

/** A visit from first question to after the day: what waits for whom, the invitation, people, history. */
export function VisitPage(props: VisitPageProps): JSX.Element {
  const { frame, visit, side, moves } = props;
  const state = VISIT_STATE_LABELS[visit.state];
  const isOpen = visit.state === "open";
  const otherName = side === "guest" ? visit.hostMemberName : visit.guestMemberName;
  return (
    <Layout
      frame={frame}
      title={titleOf(visit)}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      errors={props.thread?.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      <div class="wt-standing">
        <Badge kind={state.kind}>{state.label}</Badge>
        <p>{waitingWords(visit.state, side, otherName)}</p>
      </div>
      {visit.waitingPlace && side === "guest" ? (
        <p>{`Jullie staan op plaats ${visit.waitingPlace} van de wachtlijst.`}</p>
      ) : null}
      {props.isOver ? (
        <Actions>
          <ButtonLink href={paths.visitAfter(visit.id)}>Terugkijken op dit bezoek</ButtonLink>
        </Actions>
      ) : null}
      <MoveButtons visit={visit} moves={moves} />
      <VisitInvitation visit={visit} side={side} />
      {props.hasCalendar ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.visitCalendar(visit.id)}>
            Zet dit bezoek in je agenda
          </ButtonLink>
        </Actions>
      ) : null}
      {isOpen && side === "guest" ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.teamsForRequest(visit.id)}>
            Bekijk teams die passen
          </ButtonLink>
        </Actions>
      ) : null}
      {isOpen && side === "host" && moves.length === 0 ? (
        <p>Wil je dit team ontvangen? Vraag een gastheer van jouw organisatie om het uit te nodigen.</p>
      ) : null}
      {props.dates ? <DatesSummary visit={visit} {...props.dates} /> : null}
      {props.participants ? <Participants visit={visit} side={side} {...props.participants} /> : null}
      {props.contacts ? <VisitContacts visit={visit} side={side} contacts={props.contacts} /> : null}
      {props.thread ? <VisitThread visit={visit} thread={props.thread} /> : null}
      {props.events.length > 0 ? (
        <section class="wt-visit-group" aria-labelledby="verloop">
          <h2 id="verloop">Wat er gebeurde</h2>
          <VisitTimeline events={props.events} />
        </section>
      ) : null}
    </Layout>
  );
}

const titleOf = (visit: VisitSeen): string =>
  visit.hostMemberName
    ? `Werkbezoek van ${visit.guestMemberName} bij ${visit.hostMemberName}`
    : `Open vraag van ${visit.guestMemberName}`;
