import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Form } from "../ui/form.tsx";
import { OpenWorkList } from "./open-work-list.tsx";
import type { OpenWork } from "./open-work-words.ts";

/** Asks once more before somebody is made nameless: it cannot be undone. */
export function PersonRemovalPage({
  frame,
  person,
  work,
  errors,
}: {
  frame: Frame;
  person: { id: string; name: string; email: string };
  /** what would be nobody's afterwards */
  work: readonly OpenWork[];
  errors?: FieldErrors;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`${person.name} verwijderen?`}
      lead="Dit kun je niet terugdraaien."
      back={{ href: paths.person(person.id), label: `Terug naar ${person.name}` }}
      errors={errors}
    >
      <ul class="wt-points">
        <li>De naam wordt overal “Verwijderd persoon”.</li>
        <li>Het adres {person.email}, het telefoonnummer en alle rollen verdwijnen.</li>
        <li>Deze persoon is meteen uitgelogd en kan niet meer inloggen.</li>
        <li>Antwoorden, werkbezoeken en tellingen van de organisatie blijven heel.</li>
      </ul>
      <p>Wil deze persoon een kopie van de gegevens? Download die dan eerst op de vorige pagina.</p>
      <OpenWorkList personId={person.id} work={work} />
      <Form action={paths.personRemoval(person.id)} explained={false} label="Verwijderen">
        {work.length > 0 ? (
          <Checkbox
            name="loslaten"
            value="ja"
            label="Laat het open werk los: niemand neemt het over"
            error={errors?.loslaten}
          />
        ) : null}
        <Actions>
          <Button kind="danger">Persoon verwijderen</Button>
          <ButtonLink kind="secondary" href={paths.person(person.id)}>
            Niet verwijderen
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
