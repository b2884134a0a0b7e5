import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup, Select } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";

/** The form that adds a round of the yearly questionnaire. */
export function NewRoundPage({
  frame,
  questionnaires,
  typed,
  errors,
}: {
  frame: Frame;
  /** the newest first, with the years of their rounds */
  questionnaires: readonly { id: string; title: string; years: string | null }[];
  typed: Record<string, string[]>;
  errors?: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <Layout
      frame={frame}
      title="Ronde toevoegen"
      lead="Vanaf de eerste dag kunnen alle leden de vragenlijst invullen."
      trail={[{ href: paths.bureau(), label: "Bureau" }]}
      errors={errors}
    >
      <Form action={paths.newRound()}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <TextField {...field("jaar")} label="Jaar" hint="Bijvoorbeeld 2027." maxLength={4} />
        <Select
          {...field("vragenlijst")}
          label="Vragenlijst"
          hint="De leergroep monitoring maakt vragenlijsten. De nieuwste staat bovenaan."
          options={questionnaires.map(({ id, title, years }) => ({
            value: id,
            label: `${title} (${years ? `ook van ${years}` : "nieuw"})`,
          }))}
        />
        <DateField
          {...field("peildatum")}
          label="Peildatum"
          hint="De dag waarover de antwoorden gaan. Bijvoorbeeld 1-6-2027."
        />
        <DateField {...field("opent")} label="Eerste dag" hint="De ronde gaat om middernacht open." />
        <DateField
          {...field("sluit")}
          label="Laatste dag"
          hint="Ook op deze dag kunnen leden nog invullen."
        />
        <RadioGroup
          {...field("late_antwoorden")}
          label="Zijn antwoorden na de laatste dag welkom?"
          hint="Late antwoorden tellen mee in een volgende versie van het rapport."
          options={[
            { value: "ja", label: "Ja" },
            { value: "nee", label: "Nee" },
          ]}
        />
        <Actions>
          <Button>Ronde toevoegen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
