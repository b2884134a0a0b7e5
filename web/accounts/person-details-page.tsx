import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { SummaryList } from "../ui/summary-list.tsx";
import { PersonFields, type PersonWords } from "./person-fields.tsx";

/** Corrects somebody's contact data. */
export function PersonDetailsPage({
  frame,
  person,
  words,
  errors,
  seen,
  standing,
}: {
  frame: Frame;
  person: { id: string; name: string };
  words: PersonWords;
  errors: FieldErrors | undefined;
  /** what the form was drawn from, in one word */
  seen: string;
  /** what a colleague made of it while this form was open; the fields hold what was typed here */
  standing: PersonWords | undefined;
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
      {standing ? (
        <Notice kind="warning" title="Een collega veranderde deze gegevens net" live>
          <SummaryList
            items={[
              { question: "Naam nu", answer: standing.naam },
              { question: "Mailadres nu", answer: standing.email },
              { question: "Telefoonnummer nu", answer: standing.telefoon },
            ]}
          />
          <p>Wat jij invulde staat hieronder en is nog niet opgeslagen. Sla het op als dat het goede is.</p>
        </Notice>
      ) : null}
      <Form action={paths.personDetails(person.id)}>
        <Hidden name="gezien" value={seen} />
        <PersonFields words={words} errors={errors} />
        <Actions>
          <Button>Gegevens opslaan</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
