import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import { DayStub } from "./day-stub.tsx";
import { Facts, seatsLeft, Told } from "./facts.tsx";
import { FORMATS, MOVE_WORDS, VISIT_STATE_LABELS, waitingWords } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import { formOfMove, MOVE_NOUNS, type Side, type VisitMove } from "./moves.ts";
import type { EventSeen, PersonSeen, VisitSeen } from "./seen.ts";
import { VisitTimeline } from "./visit-timeline.tsx";

export interface VisitPageProps {
  frame: LayoutProps["frame"];
  visit: VisitSeen;
  side: Side | null;
  events: readonly EventSeen[];
  /** null for everybody but the two sides */
  contacts: { guests: readonly PersonSeen[]; hosts: readonly PersonSeen[] } | null;
  moves: readonly VisitMove[];
  hasCalendar: boolean;
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
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      <div class="wt-standing">
        <Badge kind={state.kind}>{state.label}</Badge>
        <p>{waitingWords(visit.state, side, otherName)}</p>
      </div>
      <MoveButtons visit={visit} moves={moves} />
      <VisitInvitation visit={visit} side={side} />
      {props.hasCalendar ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.visitCalendar(visit.id)}>
            Zet dit bezoek in je agenda
          </ButtonLink>
        </Actions>
      ) : null}
      {isOpen && side === "host" && moves.length === 0 ? (
        <p>Wil je dit team ontvangen? Vraag een gastheer van jouw organisatie om het uit te nodigen.</p>
      ) : null}
      {props.contacts ? <Contacts visit={visit} side={side} contacts={props.contacts} /> : null}
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

function VisitInvitation({ visit, side }: { visit: VisitSeen; side: Side | null }): JSX.Element {
  const offerLink =
    visit.offerId && visit.offerState === "published" ? (
      <a href={paths.offer(visit.offerId)}>{visit.offerTitle}</a>
    ) : (
      visit.offerTitle
    );
  return (
    <article class="wt-invitation wt-invitation--large">
      <DayStub startsAt={visit.startsAt} />
      <div class="wt-invitation__words">
        <h2>Leervraag</h2>
        <Told text={visit.learningQuestion} />
        <Facts
          facts={[
            {
              label: "Gast",
              value: <a href={paths.member(visit.guestMemberSlug)}>{visit.guestMemberName}</a>,
            },
            {
              label: "Gastheer",
              value: visit.hostMemberSlug ? (
                <a href={paths.member(visit.hostMemberSlug)}>{visit.hostMemberName}</a>
              ) : null,
            },
            { label: "Aanbod", value: offerLink },
            { label: "Vorm", value: visit.offerFormat ? FORMATS[visit.offerFormat].label : null },
            { label: "Thema", value: visit.themeName },
            { label: "Met", value: countOf(visit.seats, "persoon", "personen") },
            { label: "Wanneer", value: formatMoment(visit) },
            { label: "Wens", value: visit.period },
            { label: "Waar", value: visit.location || visit.offerLocation },
            {
              label: "Plekken",
              // What the host weighs before accepting; to the guest it says nothing.
              value:
                side === "host" && visit.offerSeats !== null
                  ? seatsLeft(visit.offerSeats, visit.offerTaken)
                  : null,
            },
          ]}
        />
        {visit.whatYouSee ? (
          <>
            <h2>Wat de gasten te zien krijgen</h2>
            <Told text={visit.whatYouSee} />
          </>
        ) : null}
        {visit.whatWeBring ? (
          <>
            <h2>Wat de gasten meebrengen</h2>
            <Told text={visit.whatWeBring} />
          </>
        ) : null}
        {visit.practical ? (
          <>
            <h2>Zo kom je er</h2>
            <Told text={visit.practical} />
          </>
        ) : null}
      </div>
    </article>
  );
}

/** Moves that bring a visit further; the others are there for who needs them. */
const FORWARD: readonly VisitMove[] = ["invitation", "acceptance", "agreement", "completion"];

function MoveButtons({
  visit,
  moves,
}: {
  visit: VisitSeen;
  moves: readonly VisitMove[];
}): JSX.Element | null {
  if (moves.length === 0) return null;
  return (
    <Actions>
      {moves.map((move) => {
        const href = paths.visitMove(visit.id, MOVE_NOUNS[move]);
        const kind = FORWARD.includes(move) ? "primary" : "secondary";
        if (formOfMove(move, visit.startsAt !== null) !== "button")
          return (
            <ButtonLink key={move} kind={kind} href={href}>
              {MOVE_WORDS[move].button}
            </ButtonLink>
          );
        return (
          <InlineForm key={move} action={href}>
            <Hidden name="revisie" value={visit.revision} />
            <Button kind={kind}>{MOVE_WORDS[move].button}</Button>
          </InlineForm>
        );
      })}
    </Actions>
  );
}

function Contacts({
  visit,
  side,
  contacts,
}: {
  visit: VisitSeen;
  side: Side | null;
  contacts: NonNullable<VisitPageProps["contacts"]>;
}): JSX.Element | null {
  const people = side === "guest" ? contacts.hosts : contacts.guests;
  if (people.length === 0) return null;
  return (
    <section class="wt-visit-group" aria-labelledby="contact">
      <h2 id="contact">{`Contact bij ${side === "guest" ? visit.hostMemberName : visit.guestMemberName}`}</h2>
      <ul class="wt-contacts">
        {people.map(({ name, email }) => (
          <li key={email}>
            {`${name}: `}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
