import type { JSX } from "preact";
import { type OpenWork, openWorkWords } from "../accounts/open-work-words.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { NEW_COLLEAGUE, NOBODY } from "./handover-contract.ts";

export interface HandoverPageProps {
  frame: Frame;
  member: { name: string; slug: string };
  colleagues: readonly { id: string; name: string }[];
  /** whose work it is about; null: that is still to be chosen */
  leaver: { id: string; name: string } | null;
  work: readonly OpenWork[];
  mayLetGo: boolean;
  /** id that the handover gets */
  newId: string;
  typed?: Record<string, string[]>;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
}

/** Who leaves, what is open with that name on it, and who takes over. */
export function HandoverPage(props: HandoverPageProps): JSX.Element {
  const { frame, member, leaver, errors } = props;
  return (
    <Layout
      frame={frame}
      title={leaver ? `Werk overdragen van ${leaver.name}` : `Werk overdragen bij ${member.name}`}
      lead="Alles wat open staat gaat in één keer naar een collega. Wat af is, verandert niet."
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(member.slug), label: member.name },
        { href: paths.memberContacts(member.slug), label: "Contactpersonen" },
      ]}
      errors={errors}
    >
      {props.stale ? (
        <Notice kind="warning" live>
          {props.stale} Er is niets veranderd.
        </Notice>
      ) : null}
      {leaver ? <Handing {...props} leaver={leaver} /> : <Choosing {...props} />}
    </Layout>
  );
}

function Choosing({ member, colleagues }: HandoverPageProps): JSX.Element {
  return (
    <Form action={paths.handover(member.slug)} method="get" label="Wie gaat er weg">
      <Select
        name="van"
        label="Wie gaat er weg?"
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Actions>
        <Button>Bekijk het open werk</Button>
      </Actions>
    </Form>
  );
}

function Handing(props: HandoverPageProps & { leaver: { id: string; name: string } }): JSX.Element {
  const { member, leaver, work, typed = {}, errors } = props;
  if (work.length === 0)
    return (
      <>
        <p>
          Bij {member.name} staat niets meer open op naam van {leaver.name}.
        </p>
        <Actions>
          <ButtonLink href={paths.memberContacts(member.slug)}>Terug naar de contactpersonen</ButtonLink>
        </Actions>
      </>
    );
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <>
      <h2>Wat er open staat</h2>
      <ul class="wt-points">
        {work.map((each, at) => (
          <li key={at}>{openWorkWords(each)}</li>
        ))}
      </ul>
      <h2>Wie neemt het over?</h2>
      <p>
        {leaver.name} verliest de rollen bij {member.name}. Afspraken blijven staan. Bij een afgesproken
        bezoek krijgen beide teams bericht.
      </p>
      <Form action={paths.handover(member.slug)} label="Overdragen">
        <Hidden name="id" value={props.newId} />
        <Hidden name="van" value={leaver.id} />
        <Select
          {...field("aan")}
          label="Aan wie"
          options={[
            ...props.colleagues
              .filter(({ id }) => id !== leaver.id)
              .map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW_COLLEAGUE, label: "Een nieuwe collega" },
            ...(props.mayLetGo ? [{ value: NOBODY, label: "Niemand: laat het los" }] : []),
          ]}
        />
        <TextField
          {...field("naam")}
          label="Naam van de nieuwe collega"
          hint="Alleen bij een nieuwe collega."
          maxLength={80}
          optional
        />
        <EmailField
          {...field("email")}
          label="Mailadres van de nieuwe collega"
          hint="Een eigen werkadres. Daarmee logt je collega in."
          autocomplete="off"
          optional
        />
        <Actions>
          <Button>Werk overdragen</Button>
          <ButtonLink kind="quiet" href={paths.memberContacts(member.slug)}>
            Niet overdragen
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
