import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, EmailField, Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";

/** The form that adds a member organisation. */
export function NewMemberPage({
  frame,
  typed,
  errors,
}: {
  frame: Frame;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title="Lid toevoegen"
      lead="Daarna voeg je iemand toe die namens dit lid het profiel invult."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      errors={errors}
    >
      <Form action={paths.newMember()}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <TextField
          {...field("naam")}
          label="Naam van de organisatie"
          hint="Zoals inwoners en collega's haar kennen."
          maxLength={120}
        />
        <TextField
          {...field("synoniemen")}
          label="Ook bekend als"
          hint="Andere namen waarop mensen zoeken, met een puntkomma ertussen."
          optional
          maxLength={200}
        />
        <DateField {...field("lid_sinds")} label="Lid sinds" />
        <TextField
          {...field("website")}
          type="url"
          label="Website"
          hint="Bijvoorbeeld https://www.voorbeeld.nl."
          optional
          maxLength={200}
        />
        <EmailField
          {...field("email")}
          label="Algemeen mailadres"
          hint="Van de organisatie, niet van één persoon."
          autocomplete="off"
          optional
        />
        <TextField
          {...field("telefoon")}
          type="tel"
          label="Algemeen telefoonnummer"
          optional
          maxLength={30}
        />
        <Actions>
          <Button>Lid toevoegen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
