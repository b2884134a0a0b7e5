import type { JSX } from "preact";
import type { ContactRole } from "../../db/vocabulary.ts";
import { CONTACT_ROLE_WORDS } from "../accounts/open-work-words.ts";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { confirmedWords, type ShownContact } from "./contact-persons.tsx";

/** "Klopt dit nog?": what others see of this person, with one button that says that it is right. */
export function ContactCheckPage({
  frame,
  person,
  contacts,
  typed,
  errors,
  notice,
}: {
  frame: Frame;
  person: { id: string; name: string; email: string; phone: string | null };
  contacts: readonly (ShownContact & { memberName: string; slug: string; role: ContactRole })[];
  typed?: Record<string, string[]>;
  errors?: FieldErrors | undefined;
  notice?: string | undefined;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Kloppen je contactgegevens nog?"
      lead={
        contacts.length === 0
          ? "Je bent nergens contactpersoon. Je gegevens kun je hier wel bijwerken."
          : "Andere leden vinden jou als contactpersoon. Dit staat er nu."
      }
      errors={errors}
      notice={notice ? { kind: "ok", text: notice } : undefined}
    >
      {contacts.length > 0 ? (
        <SummaryList
          items={contacts.map((contact) => ({
            question: contact.memberName,
            answer: CONTACT_ROLE_WORDS[contact.role],
            note: (
              <>
                {confirmedWords(contact)}.{" "}
                <a href={`${paths.handover(contact.slug)}?van=${person.id}`}>
                  Ik doe dit niet meer<span class="wt-only-read"> bij {contact.memberName}</span>
                </a>
              </>
            ),
          }))}
        />
      ) : null}
      <Form action={paths.contactCheck()} label="Contactgegevens">
        <TextField
          name="naam"
          label="Naam"
          autocomplete="name"
          value={typed?.naam?.[0] ?? person.name}
          error={errors?.naam}
          maxLength={80}
        />
        <TextField
          type="tel"
          name="telefoon"
          label="Telefoonnummer van je werk"
          hint="Bijvoorbeeld 030 123 45 67."
          autocomplete="tel"
          value={typed?.telefoon?.[0] ?? person.phone}
          error={errors?.telefoon}
          maxLength={25}
          optional
        />
        <p>
          Je mailadres is {person.email}. Is dat anders geworden? Het bureau past het aan, want je logt ermee
          in.
        </p>
        <Actions>
          <Button>{contacts.length > 0 ? "Klopt nog" : "Gegevens bewaren"}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
