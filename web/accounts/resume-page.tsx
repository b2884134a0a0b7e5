import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";

/** After signing in again, or switching back to another organisation: one button sends the form that arrived too late, as it was typed. */
export function ResumePage({
  frame,
  action,
  fields,
  returnTo,
  after,
}: {
  frame: Frame;
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  returnTo: string;
  after: "signed_in" | "switched";
}): JSX.Element {
  const back =
    after === "switched" ? `Je werkt weer voor ${frame.viewer?.memberName}.` : "Je bent weer ingelogd.";
  return (
    <Layout
      frame={frame}
      title="Je was iets aan het opslaan"
      lead={`${back} Wat je typte is er nog, maar het is nog niet opgeslagen.`}
    >
      <Form action={action} explained={false} label="Verder met opslaan">
        {fields.map(([name, value], at) => (
          <Hidden key={at} name={name} value={value} />
        ))}
        <Actions>
          <Button>Verder met opslaan</Button>
          <ButtonLink kind="quiet" href={returnTo}>
            Ga verder zonder opslaan
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
