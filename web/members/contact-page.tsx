import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { type ContactToShow, contactItems } from "./profile-page.tsx";

/** The form with the organisation's website, e-mail address and phone number. */
export function ContactPage({
  frame,
  slug,
  memberName,
  current,
  typed,
  errors,
  isStale,
}: {
  frame: Frame;
  slug: string;
  memberName: string;
  current: ContactToShow;
  typed: Record<string, string[]> | undefined;
  errors: FieldErrors;
  /** somebody else saved `current` after this form was drawn */
  isStale: boolean;
}): JSX.Element {
  const value = (name: string, stored: string | null) => (typed ? typed[name]?.[0] : stored);
  return (
    <Layout
      frame={frame}
      title="Wijzig contactgegevens"
      trail={[
        { href: paths.members(), label: "Leden" },
        { href: paths.member(slug), label: memberName },
        { href: paths.memberProfile(slug), label: "Profiel bijwerken" },
      ]}
      errors={errors}
      notice={
        isStale
          ? {
              kind: "warning",
              text: "Iemand anders heeft dit intussen gewijzigd. Kies welke gegevens in het profiel komen.",
            }
          : undefined
      }
      help={
        <>
          <h2>Waarom vragen we dit?</h2>
          <p>Andere leden en het bureau bereiken jullie hiermee.</p>
          <p>Gebruik gegevens van de organisatie, niet van één persoon.</p>
        </>
      }
    >
      {isStale ? (
        <>
          <h2>Nu in het profiel</h2>
          <SummaryList items={contactItems(current)} />
          <h2>Wat jij invulde</h2>
        </>
      ) : null}
      <Form
        action={paths.memberProfileField(slug, "contact")}
        explained={false}
        intro={<p class="wt-form__rule">Vul in wat anderen mogen zien. Leeg laten mag ook.</p>}
      >
        <Hidden name="vorige-website" value={current.website ?? ""} />
        <Hidden name="vorige-email" value={current.contactEmail ?? ""} />
        <Hidden name="vorige-telefoon" value={current.contactPhone ?? ""} />
        <TextField
          type="url"
          name="website"
          label="Website"
          hint="Bijvoorbeeld www.voorbeeld.nl."
          autocomplete="url"
          value={value("website", current.website)}
          error={errors.website}
          optional
        />
        <EmailField
          name="email"
          label="E-mailadres van de organisatie"
          value={value("email", current.contactEmail)}
          error={errors.email}
          optional
        />
        <TextField
          type="tel"
          name="telefoon"
          label="Telefoonnummer"
          hint="Bijvoorbeeld 030 123 45 67."
          autocomplete="tel"
          value={value("telefoon", current.contactPhone)}
          error={errors.telefoon}
          maxLength={25}
          optional
        />
        <Actions>
          <Button>{isStale ? "Mijn gegevens opslaan" : "Contactgegevens opslaan"}</Button>
          <ButtonLink kind="quiet" href={paths.memberProfile(slug)}>
            {isStale ? "Laat staan wat er nu staat" : "Terug zonder opslaan"}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
