import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DateField, Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { lastDayFrom, MOST_PURPOSE, MOST_RECIPIENTS } from "./research-contract.ts";

/** The promise that somebody makes who takes separate answers away. */
export function ResearchForm({
  year,
  today,
  typed,
  errors,
}: {
  year: number;
  today: string;
  typed: Record<string, string[]>;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  const field = (name: string) => ({ name, value: typed[name]?.[0] ?? "", error: errors?.[name] });
  return (
    <>
      <h2 id="ondertekenen">Verklaring ondertekenen</h2>
      <p>Je belooft drie dingen:</p>
      <ul>
        <li>Je zoekt niet uit welke organisatie bij welke rij hoort.</li>
        <li>Je geeft de bestanden alleen aan wie je hieronder noemt.</li>
        <li>Je publiceert alleen vrijgegeven cijfers, en wist de bestanden na de laatste dag.</li>
      </ul>
      <Form action={paths.useStatements(year)} label="Gebruiksverklaring">
        <Hidden name="verklaring" value={typed.verklaring?.[0] ?? ""} />
        <TextArea
          {...field("doel")}
          label="Waarvoor gebruik je de antwoorden?"
          hint="Bijvoorbeeld: samenhang tussen samenwerken en financiering, voor het rapport."
          maxLength={MOST_PURPOSE}
        />
        <TextArea
          {...field("voor")}
          label="Wie krijgt ze te zien?"
          hint="Noem functies of onderzoeksbureau. Alleen jijzelf mag ook."
          rows={2}
          maxLength={MOST_RECIPIENTS}
        />
        <DateField
          {...field("tot")}
          label="Tot en met welke dag?"
          hint={`Uiterlijk ${formatDay(lastDayFrom(today))}.`}
        />
        <Checkbox
          name="akkoord"
          label="Ik houd mij aan deze afspraken"
          checked={typed.akkoord?.[0] === "ja"}
          error={errors?.akkoord}
        />
        <Actions>
          <Button>Verklaring ondertekenen</Button>
        </Actions>
      </Form>
    </>
  );
}
