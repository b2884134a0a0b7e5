import type { JSX } from "preact";
import { ABSENCE_CAUSES } from "../../db/visit-vocabulary.ts";
import { RadioGroup } from "../ui/choices.tsx";
import { DateField, TextField, TimeField } from "../ui/fields.tsx";
import { LONGEST } from "./contract.ts";
import { CAUSES } from "./labels.ts";

export interface FieldState {
  /** the text of a field as typed, or as it was */
  value: (name: string) => string;
  error: (name: string) => string | undefined;
}

/** A day with its times, and the place. */
export function MomentFields({ value, error, optional }: FieldState & { optional?: boolean }): JSX.Element {
  const field = (name: string) => ({ name, value: value(name), error: error(name), optional });
  return (
    <div class="wt-moment">
      <DateField label="Datum" {...field("datum")} />
      <TimeField label="Van" {...field("van")} />
      <TimeField label="Tot" {...field("tot")} />
    </div>
  );
}

export function PlaceField({ value, error }: FieldState): JSX.Element {
  return (
    <TextField
      name="locatie"
      label="Waar"
      hint="Een adres met plaats, of het woord online."
      value={value("locatie")}
      error={error("locatie")}
      maxLength={LONGEST.line}
    />
  );
}

/** Why an agreed visit did not happen. */
export function CauseField({ value, error }: FieldState): JSX.Element {
  return (
    <RadioGroup
      name="oorzaak"
      label="Waarom ging het bezoek niet door?"
      value={value("oorzaak")}
      error={error("oorzaak")}
      options={ABSENCE_CAUSES.map((cause) => ({ value: CAUSES[cause].slug, label: CAUSES[cause].label }))}
    />
  );
}

/** Stands above every form with free text. */
export function NoResidents(): JSX.Element {
  return <p>Noem geen inwoners bij naam. Andere organisaties lezen wat je hier schrijft.</p>;
}
