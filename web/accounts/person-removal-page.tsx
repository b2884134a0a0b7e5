import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";

/** Asks once more before somebody is made nameless: it cannot be undone. */
export function PersonRemovalPage({
  frame,
  person,
}: {
  frame: Frame;
  person: { id: string; name: string; email: string };
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`${person.name} verwijderen?`}
      lead="Dit kun je niet terugdraaien."
      back={{ href: paths.person(person.id), label: `Terug naar ${person.name}` }}
    >
      <ul class="wt-points">
        <li>De naam wordt overal “Verwijderd persoon”.</li>
        <li>Het adres {person.email}, het telefoonnummer en alle rollen verdwijnen.</li>
        <li>Deze persoon is meteen uitgelogd en kan niet meer inloggen.</li>
        <li>Antwoorden, werkbezoeken en tellingen van de organisatie blijven heel.</li>
      </ul>
      <p>Wil deze persoon een kopie van de gegevens? Download die dan eerst op de vorige pagina.</p>
      <Form action={paths.personRemoval(person.id)} explained={false} label="Verwijderen">
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
