import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Form } from "../ui/form.tsx";
import { PersonFields, type PersonWords } from "./person-fields.tsx";

/** Corrects somebody's contact data. */
export function PersonDetailsPage({
  frame,
  person,
  words,
  errors,
}: {
  frame: Frame;
  person: { id: string; name: string };
  words: PersonWords;
  errors?: FieldErrors;
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Gegevens van ${person.name}`}
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.people(), label: "Mensen" },
        { href: paths.person(person.id), label: person.name },
      ]}
      errors={errors}
    >
      <Form action={paths.personDetails(person.id)}>
        <PersonFields words={words} errors={errors} />
        <Actions>
          <Button>Gegevens opslaan</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
