import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";

/** The first page of an empty installation: the association and the person who manages it. */
export function SetUpPage({
  frame,
  typed,
  errors,
  hasCode,
}: {
  frame: Frame;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
  /** false when the server has no set-up code at all */
  hasCode: boolean;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title="Richt de vereniging in"
      lead="Deze website is nog leeg. Vul in voor welke vereniging zij is en wie haar beheert."
      errors={errors}
    >
      {hasCode ? null : (
        <Notice kind="warning" title="Er is nog geen code">
          De beheerder moet eerst de instelling SETUP_CODE geven. Daarna kun je dit formulier versturen.
        </Notice>
      )}
      <Form action={paths.setUp()}>
        <TextField
          {...field("code")}
          label="Code van deze installatie"
          hint="De server toont de code bij het starten. In de cloud is het de instelling SETUP_CODE."
          maxLength={60}
        />
        <h2>De vereniging</h2>
        <TextField {...field("vereniging")} label="Naam van de vereniging" maxLength={120} />
        <EmailField
          {...field("email")}
          label="Mailadres van het bureau"
          hint="Dit adres staat onder aan elke pagina."
          autocomplete="off"
        />
        <TextField
          {...field("telefoon")}
          type="tel"
          label="Telefoonnummer van het bureau"
          hint="Ook dit staat onder aan elke pagina."
          maxLength={30}
        />
        <h2>Jijzelf</h2>
        <TextField
          {...field("naam")}
          label="Je naam"
          hint="Voornaam en achternaam."
          autocomplete="name"
          maxLength={120}
        />
        <EmailField
          {...field("eigen_email")}
          label="Je mailadres van het werk"
          hint="Hiermee log je later in."
        />
        <Actions>
          <Button>Vereniging inrichten</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
