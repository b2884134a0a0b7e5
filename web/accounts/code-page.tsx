import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { CodeField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { type Carried, CarriedFields } from "./carried.tsx";

export interface CodePageProps {
  frame: Frame;
  carried: Carried;
  isDemo: boolean;
  code?: string | undefined;
  errors?: FieldErrors | undefined;
}

/** Asks the typed code. Says the same for an address that we know and one that we do not know. */
export function CodePage({ frame, carried, isDemo, code, errors }: CodePageProps): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Vul je code in"
      lead="Is je adres bij ons bekend? Dan staat er binnen een paar minuten een mail met een code klaar."
      errors={errors}
      back={{ href: paths.signIn(), label: "Ander mailadres of nieuwe code" }}
    >
      <Form action={paths.signInCode()} explained={false} label="Code invullen">
        <CarriedFields carried={carried} />
        <CodeField
          name="code"
          label="Code uit de mail"
          hint="De code heeft zes cijfers en werkt een kwartier."
          value={code}
          error={errors?.code}
          maxLength={12}
        />
        <Actions>
          <Button>Inloggen</Button>
        </Actions>
      </Form>
      <h2>Geen mail gekregen?</h2>
      {isDemo ? (
        <p>
          De demo verstuurt geen mail. Je vindt de code bij <a href={paths.demoMail()}>de verzonden mail</a>.
        </p>
      ) : (
        <p>
          Kijk ook bij de ongewenste mail. Staat daar niets? Misschien kennen we je onder een ander adres. Het
          bureau zoekt het graag voor je uit.
        </p>
      )}
    </Layout>
  );
}

/** For a browser that did not ask a code: the link in the mail was opened somewhere else. */
export function OtherBrowserPage({ frame, code }: { frame: Frame; code: string | null }): JSX.Element {
  return (
    <Layout
      frame={frame}
      title="Typ je code in de andere browser"
      lead="Een code werkt alleen in de browser waarin je hem hebt aangevraagd. Zo kan niemand anders ermee inloggen."
    >
      {code ? (
        <p>
          Je code is <strong class="wt-code">{code}</strong>. Ga terug naar het venster waar je je mailadres
          invulde. Typ de code daar in.
        </p>
      ) : (
        <p>Ga terug naar het venster waar je je mailadres invulde. Typ de code daar in.</p>
      )}
      <p>Is dat venster dicht? Vraag dan hier een nieuwe code aan.</p>
      <Actions>
        <ButtonLink href={paths.signIn()}>Nieuwe code aanvragen</ButtonLink>
      </Actions>
    </Layout>
  );
}
