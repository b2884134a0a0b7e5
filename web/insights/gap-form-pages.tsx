import type { JSX } from "preact";
import { PERSPECTIVES } from "../../db/vocabulary.ts";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextField } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { PERSPECTIVE_LABELS, PERSPECTIVE_WORDS, type ShownPerspectives } from "./gap.ts";

type Typed = Record<string, string[]>;

const fieldOf = (typed: Typed, errors: FieldErrors | undefined) => (name: string) => ({
  name,
  value: typed[name]?.[0] ?? "",
  error: errors?.[name],
});

const TRAIL = [
  { href: paths.insights(), label: "Inzicht" },
  { href: paths.perspectives(), label: "Perspectieven" },
];

/** The form that adds a measurement from two sides. */
export function NewPerspectivesPage(props: {
  frame: Frame;
  typed: Typed;
  errors?: FieldErrors;
}): JSX.Element {
  const { frame, typed, errors } = props;
  const field = fieldOf(typed, errors);
  const options = PERSPECTIVES.map((side) => ({
    value: PERSPECTIVE_WORDS[side],
    label: PERSPECTIVE_LABELS[side],
  }));
  return (
    <Layout
      frame={frame}
      title="Meting van twee kanten toevoegen"
      lead="Je bewaart alleen aantallen per antwoord. Namen van mensen komen hier niet."
      trail={TRAIL}
      errors={errors}
    >
      <Form action={paths.newPerspectives()}>
        <Hidden name="id" value={typed.id?.[0] ?? ""} />
        <TextField
          {...field("titel")}
          label="Titel"
          hint="Bijvoorbeeld Samenwerking in de wijk 2026."
          maxLength={120}
        />
        <DateField
          {...field("gemeten")}
          label="Gemeten op"
          hint="De dag waarop de antwoorden binnen waren. Bijvoorbeeld 1-10-2026."
        />
        <TextField {...field("bron")} label="Bron" hint="Waar de aantallen vandaan komen." maxLength={200} />
        <RadioGroup {...field("eerste")} label="Eerste groep" options={options} />
        <RadioGroup {...field("tweede")} label="Tweede groep" options={options} />
        <Actions>
          <Button>Meting toevoegen</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** The form that adds one statement with the counts of both sides. */
export function NewStatementPage(props: {
  frame: Frame;
  shown: Pick<ShownPerspectives, "id" | "title" | "first" | "second">;
  typed: Typed;
  errors?: FieldErrors;
}): JSX.Element {
  const { frame, shown, typed, errors } = props;
  const field = fieldOf(typed, errors);
  const hint = "Vijf aantallen, van helemaal oneens tot helemaal eens. Bijvoorbeeld 2 1 11 28 12.";
  return (
    <Layout
      frame={frame}
      title={`Stelling toevoegen aan ${shown.title}`}
      heading="Stelling toevoegen"
      lead="Beide groepen kregen dezelfde stelling. Weet niet en leeg tellen niet mee."
      trail={[...TRAIL, { href: paths.perspectiveGap(shown.id), label: shown.title }]}
      errors={errors}
    >
      <Form action={paths.perspectiveStatement(shown.id)}>
        <TextField
          {...field("begrip")}
          label="Begrip"
          hint="Kort, en gelijk in elke meting. Bijvoorbeeld contact."
          maxLength={20}
        />
        <TextField {...field("stelling")} label="Stelling" hint="Zoals zij gesteld is." maxLength={200} />
        <TextField
          {...field("eerste_aantallen")}
          label={`Antwoorden van ${PERSPECTIVE_LABELS[shown.first]}`}
          hint={hint}
          maxLength={40}
        />
        <TextField
          {...field("tweede_aantallen")}
          label={`Antwoorden van ${PERSPECTIVE_LABELS[shown.second]}`}
          hint={hint}
          maxLength={40}
        />
        <Actions>
          <Button>Stelling toevoegen</Button>
          <a href={paths.perspectiveGap(shown.id)}>Terug naar de meting</a>
        </Actions>
      </Form>
    </Layout>
  );
}
