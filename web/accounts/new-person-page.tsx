import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { CheckboxGroup, Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { ROLES } from "./person-contract.ts";
import { PersonFields, type PersonWords } from "./person-fields.tsx";
import { ROLE_HINTS, roleTitle } from "./role-hints.ts";

export interface NewPersonWords extends PersonWords {
  id: string;
  lid: string;
  rollen: string[];
}

/** The form that adds somebody. */
export function NewPersonPage({
  frame,
  words,
  members,
  errors,
  notice,
}: {
  frame: Frame;
  words: NewPersonWords;
  members: readonly { id: string; name: string }[];
  errors?: FieldErrors;
  notice?: LayoutProps["notice"];
}): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Persoon toevoegen"
      lead="De nieuwe persoon krijgt een mail met uitleg over het inloggen."
      trail={[
        { href: paths.bureau(), label: "Bureau" },
        { href: paths.people(), label: "Mensen" },
      ]}
      errors={errors}
      notice={notice}
    >
      <Form action={paths.people()}>
        <Hidden name="id" value={words.id} />
        <PersonFields words={words} errors={errors} />
        <Select
          name="lid"
          label="Organisatie"
          hint="Kies niets voor de leergroep monitoring of het bureau."
          value={words.lid}
          error={errors?.lid}
          empty="Geen organisatie"
          optional
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxGroup
          name="rollen"
          label="Rollen"
          hint="Meer rollen tegelijk mag."
          values={words.rollen}
          error={errors?.rollen}
          options={ROLES.map((role) => ({
            value: role,
            label: roleTitle(role),
            hint: ROLE_HINTS[role],
          }))}
        />
        <Actions>
          <Button>Persoon toevoegen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
