import type { JSX } from "preact";
import type { Participation } from "../../db/visit-vocabulary.ts";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { dayInAmsterdam } from "../ui/dutch.ts";
import type { Side } from "./moves.ts";
import type { VisitSeen } from "./seen.ts";

/** Somebody who comes or receives, with what that person's calendar answered. */
export interface ParticipantSeen {
  id: string;
  side: Side;
  name: string;
  email: string;
  note: string;
  status: Participation;
  /** one of the two people who agreed on the visit */
  isMain: boolean;
}

export const PARTICIPATION_WORDS: Readonly<Record<Participation, { label: string; kind: BadgeKind }>> = {
  needs_action: { label: "Nog geen antwoord", kind: "neutral" },
  accepted: { label: "Komt", kind: "green" },
  tentative: { label: "Komt misschien", kind: "ochre" },
  declined: { label: "Komt niet", kind: "brick" },
};

/** Everybody of one side stands here once, who agreed on the visit first. */
export const ofSide = (people: readonly ParticipantSeen[], side: Side): ParticipantSeen[] =>
  people.filter((person) => person.side === side);

/** The people of one side, each with the answer of the own calendar. */
export function ParticipantList({ people }: { people: readonly ParticipantSeen[] }): JSX.Element {
  return (
    <ul class="wt-contacts">
      {people.map((person) => (
        <li key={person.email}>
          {`${person.name} `}
          <Badge kind={PARTICIPATION_WORDS[person.status].kind}>
            {PARTICIPATION_WORDS[person.status].label}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** On the page of a visit: who comes and who receives, and the way to change that. */
export function Participants({
  visit,
  side,
  people,
  mayChange,
}: {
  visit: VisitSeen;
  side: Side | null;
  people: readonly ParticipantSeen[];
  mayChange: boolean;
}): JSX.Element {
  return (
    <section class="wt-visit-group" aria-labelledby="deelnemers">
      <h2 id="deelnemers">Wie erbij zijn</h2>
      <h3>{`Van ${visit.guestMemberName}`}</h3>
      <ParticipantList people={ofSide(people, "guest")} />
      <h3>{`Van ${visit.hostMemberName ?? ""}`}</h3>
      <ParticipantList people={ofSide(people, "host")} />
      {mayChange ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.visitParticipants(visit.id)}>
            Collega's toevoegen of weghalen
          </ButtonLink>
          {side === "host" && visit.startsAt !== null ? (
            <ButtonLink kind="secondary" href={paths.hostDay(dayInAmsterdam(visit.startsAt))}>
              Dagoverzicht om te printen
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
    </section>
  );
}
