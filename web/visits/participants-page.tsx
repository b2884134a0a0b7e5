import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, Hidden, TextField } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { LONGEST } from "./contract.ts";
import { formatMoment } from "./moment.ts";
import type { Side } from "./moves.ts";
import { ofSide, ParticipantList, type ParticipantSeen } from "./participant-list.tsx";
import type { VisitSeen } from "./seen.ts";

export interface ParticipantsPageProps {
  frame: LayoutProps["frame"];
  visit: VisitSeen & { calendarSequence: number };
  side: Side;
  people: readonly ParticipantSeen[];
  /** places for colleagues that are left on the own side */
  free: number;
  newId: string;
  typed?: Record<string, string[]>;
  errors?: FieldErrors;
  notice: string | undefined;
}

export const PARTICIPANT_NOTICES: Readonly<Record<string, string>> = {
  "collega-erbij": "Je collega staat erbij en krijgt een uitnodiging voor de agenda.",
  "collega-weg": "Je collega staat er niet meer bij en krijgt bericht.",
};

/** Who of the own organisation comes along, or receives as well. */
export function ParticipantsPage(props: ParticipantsPageProps): JSX.Element {
  const { frame, visit, side, people, free } = props;
  const own = ofSide(people, side);
  return (
    <Layout
      frame={frame}
      title={`Collega's bij het bezoek van ${visit.guestMemberName}`}
      heading={side === "guest" ? "Wie gaan er mee" : "Wie ontvangen er mee"}
      lead={formatMoment(visit)}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visit(visit.id), label: `Bezoek van ${visit.guestMemberName}` },
      ]}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      <ul class="wt-participants">
        {own.map((person) => (
          <li key={person.email}>
            <OwnPerson visit={visit} person={person} />
          </li>
        ))}
      </ul>
      {free > 0 ? <AddForm {...props} /> : <p>Alle plekken zijn bezet. Haal eerst iemand weg.</p>}
      <h2>{`Van ${side === "guest" ? visit.hostMemberName : visit.guestMemberName}`}</h2>
      <ParticipantList people={ofSide(people, side === "guest" ? "host" : "guest")} />
    </Layout>
  );
}

function OwnPerson({
  visit,
  person,
}: {
  visit: ParticipantsPageProps["visit"];
  person: ParticipantSeen;
}): JSX.Element {
  return (
    <>
      <ParticipantList people={[person]} />
      {person.note ? <p>{person.note}</p> : null}
      {person.isMain ? null : (
        <InlineForm action={paths.visitParticipantRemoval(visit.id, person.id)}>
          <Hidden name="volgnummer" value={visit.calendarSequence} />
          <Button kind="quiet">{`Haal ${person.name} weg`}</Button>
        </InlineForm>
      )}
    </>
  );
}

function AddForm({ visit, side, free, newId, typed, errors }: ParticipantsPageProps): JSX.Element {
  const value = (name: string) => typed?.[name]?.[0];
  const places = free === 1 ? "Er is nog één plek." : `Er zijn nog ${free} plekken.`;
  return (
    <>
      <h2>Voeg een collega toe</h2>
      <p>{`${places} Je collega krijgt meteen een uitnodiging voor de agenda.`}</p>
      <Form action={paths.visitParticipants(visit.id)}>
        <Hidden name="id" value={newId} />
        <Hidden name="volgnummer" value={visit.calendarSequence} />
        <TextField
          name="naam"
          label="Naam"
          value={value("naam")}
          error={errors?.naam}
          maxLength={LONGEST.title}
        />
        <EmailField name="email" label="Zakelijk mailadres" value={value("email")} error={errors?.email} />
        {side === "guest" ? (
          <TextField
            name="opmerking"
            label="Wat moet de gastheer weten?"
            hint="Bijvoorbeeld: vegetarisch. Noem geen medische gegevens."
            optional
            value={value("opmerking")}
            error={errors?.opmerking}
            maxLength={LONGEST.line}
          />
        ) : null}
        <Actions>
          <Button>Collega toevoegen</Button>
        </Actions>
      </Form>
    </>
  );
}
