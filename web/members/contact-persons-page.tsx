import type { JSX } from "preact";
import { CONTACT_ROLES, type ContactRole } from "../../db/vocabulary.ts";
import { CONTACT_ROLE_WORDS } from "../accounts/open-work-words.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Select } from "../ui/choices.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form, InlineForm } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { ContactLine, confirmedWords, type ShownContact } from "./contact-persons.tsx";

export interface ContactPersonsPageProps {
  frame: Frame;
  member: { name: string; slug: string };
  contacts: readonly ShownContact[];
  /** null for who only reads */
  colleagues: readonly { id: string; name: string }[] | null;
  /** the role whose form is open */
  open: ContactRole | null;
  /** whether the viewer may hand over work here, at least the own work */
  mayHandOver: string | null;
  typed?: Record<string, string[]>;
  errors?: FieldErrors | undefined;
  stale?: string | undefined;
  notice?: string | undefined;
}

const HINTS: Record<ContactRole, string> = {
  general: "Bij wie een ander lid begint.",
  questionnaire: "Krijgt de uitnodiging en de herinneringen van een ronde.",
  visits: "Weet alles van ontvangen en op bezoek gaan.",
  management: "Wie de organisatie leidt.",
};

/** Whom to turn to at a member, and for its editors and the bureau: who that is. */
export function ContactPersonsPage(props: ContactPersonsPageProps): JSX.Element {
  const { frame, member, contacts, colleagues, open } = props;
  const of = (role: ContactRole) => contacts.find((contact) => contact.role === role);
  return (
    <Layout
      frame={frame}
      title={`Contactpersonen van ${member.name}${colleagues && open ? `: ${CONTACT_ROLE_WORDS[open].toLowerCase()}` : ""}`}
      heading={`Contactpersonen van ${member.name}`}
      lead="Alleen zakelijke gegevens. Leden en de vereniging zien deze pagina."
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(member.slug), label: member.name },
      ]}
      errors={props.errors}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      {props.stale ? (
        <Notice kind="warning" live>
          {props.stale} Er is niets veranderd.
        </Notice>
      ) : null}
      <SummaryList
        items={CONTACT_ROLES.map((role) => {
          const contact = of(role);
          return {
            question: CONTACT_ROLE_WORDS[role],
            answer: contact ? <ContactLine contact={contact} /> : null,
            note: contact ? `Sinds ${formatDay(contact.since)}, ${confirmedWords(contact)}` : HINTS[role],
            change: colleagues
              ? {
                  href: `${paths.memberContacts(member.slug)}?rol=${role}`,
                  subject: `contactpersoon ${CONTACT_ROLE_WORDS[role].toLowerCase()}`,
                }
              : undefined,
          };
        })}
      />
      {colleagues && open ? (
        <Naming {...props} colleagues={colleagues} role={open} contact={of(open)} />
      ) : null}
      {props.mayHandOver === null ? null : (
        <>
          <h2>Gaat er iemand weg?</h2>
          <p>
            Draag al het open werk in één keer over: secties, aanvragen, bezoeken en rollen als
            contactpersoon.
          </p>
          <Actions>
            <ButtonLink kind="secondary" href={props.mayHandOver}>
              Werk overdragen
            </ButtonLink>
          </Actions>
        </>
      )}
    </Layout>
  );
}

function Naming({
  member,
  colleagues,
  role,
  contact,
  typed,
  errors,
}: ContactPersonsPageProps & {
  colleagues: readonly { id: string; name: string }[];
  role: ContactRole;
  contact: ShownContact | undefined;
}): JSX.Element {
  const word = CONTACT_ROLE_WORDS[role].toLowerCase();
  return (
    <section>
      <h2>Wie is contactpersoon {word}?</h2>
      <Form action={paths.memberContacts(member.slug)} label={`Contactpersoon ${word}`}>
        <Hidden name="rol" value={role} />
        <Hidden name="gezien" value={contact?.revision ?? 0} />
        <Select
          name="persoon"
          label="Collega"
          hint={`${HINTS[role]} Staat iemand er niet bij? Het bureau voegt mensen toe.`}
          value={typed?.persoon?.[0] ?? contact?.personId ?? ""}
          error={errors?.persoon}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button>Contactpersoon bewaren</Button>
          <ButtonLink kind="quiet" href={paths.memberContacts(member.slug)}>
            Terug zonder bewaren
          </ButtonLink>
        </Actions>
      </Form>
      {contact ? (
        <InlineForm action={paths.memberContactRemoval(member.slug, role)}>
          <Hidden name="gezien" value={contact.revision} />
          <Button kind="quiet">
            Weghalen<span class="wt-only-read">: contactpersoon {word}</span>
          </Button>
        </InlineForm>
      ) : null}
    </section>
  );
}
