import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Card, CardGrid } from "../ui/card.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Carried, CarriedFields } from "./carried.tsx";
import { DEMO_PEOPLE } from "./demo-people.ts";

export interface SignInPageProps {
  frame: Frame;
  carried: Carried;
  isDemo: boolean;
  /** id of the request for a code, so that a double click sends one mail */
  requestId: string;
  email?: string;
  errors?: FieldErrors;
  reason: SignInReason;
}

/** Why this page stands here: asked for, or in the way of a page, a form, or a form that is too large. */
export type SignInReason = "asked" | "page" | "form" | "lost_form";

const LEADS: Record<SignInReason, string> = {
  asked: "Je logt in met een code die je per mail krijgt. Een wachtwoord heb je niet nodig.",
  page: "Log in om deze pagina te zien. Daarna kom je er meteen op terug.",
  form: "Je was te lang weg. Log opnieuw in.",
  lost_form: "Je was te lang weg. Log opnieuw in.",
};

/** Signing in by mail; in the demo also by one button a person. */
export function SignInPage(props: SignInPageProps): JSX.Element {
  const { frame, carried, errors, reason } = props;
  return (
    <Layout frame={frame} title="Inloggen" lead={LEADS[reason]} errors={errors} wide={props.isDemo}>
      {reason === "form" ? (
        <Notice kind="info">Wat je typte is bewaard. Na het inloggen sla je het alsnog op.</Notice>
      ) : null}
      {reason === "lost_form" ? (
        <Notice kind="warning">
          Je tekst is te lang om te bewaren. Ga eerst terug in je browser en kopieer je tekst.
        </Notice>
      ) : null}
      {props.isDemo ? <DemoPeople carried={carried} /> : null}
      {props.isDemo ? <DemoMailWords /> : null}
      <Form action={paths.signIn()} explained={false} label="Inloggen per mail">
        <CarriedFields carried={carried} />
        <Hidden name="aanvraag" value={props.requestId} />
        <EmailField
          name="email"
          label="Mailadres van je werk"
          hint="Gebruik het adres waarmee je bij ons bekend bent."
          value={props.email}
          error={errors?.email}
        />
        <Actions>
          <Button kind={props.isDemo ? "secondary" : "primary"}>Stuur mij een code</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

function DemoMailWords(): JSX.Element {
  return (
    <>
      <h2>Of log in met een mailadres</h2>
      <p>
        De demo verstuurt geen mail. Je leest de code bij <a href={paths.demoMail()}>de verzonden mail</a>.
      </p>
    </>
  );
}

function DemoPeople({ carried }: { carried: Carried }): JSX.Element {
  return (
    <>
      <h2>Kijk rond als iemand uit de demo</h2>
      <CardGrid layout="small">
        {DEMO_PEOPLE.map(({ key, label, purpose }) => (
          <Card key={key} title={label} level={3}>
            <p>{purpose}</p>
            <form action={paths.signInDemo()} method="post" novalidate aria-label={`Inloggen als ${label}`}>
              <CarriedFields carried={carried} />
              <Hidden name="persoon" value={key} />
              <Button kind="secondary">
                Log in<span class="wt-only-read"> als {label.toLowerCase()}</span>
              </Button>
            </form>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
