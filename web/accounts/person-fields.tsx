import type { JSX } from "preact";
import type { FieldErrors } from "../ui/field-errors.ts";
import { EmailField, TextField } from "../ui/fields.tsx";

export interface PersonWords {
  naam: string;
  email: string;
  telefoon: string;
}

/** Name, address and telephone of somebody: business contact data only. */
export function PersonFields({
  words,
  errors,
}: {
  words: PersonWords;
  errors: FieldErrors | undefined;
}): JSX.Element {
  return (
    <>
      <TextField
        name="naam"
        label="Naam"
        hint="Voornaam en achternaam."
        value={words.naam}
        error={errors?.naam}
        autocomplete="off"
        maxLength={120}
      />
      <EmailField
        name="email"
        label="Mailadres van het werk"
        hint="Hiermee logt deze persoon in."
        value={words.email}
        error={errors?.email}
        autocomplete="off"
      />
      <TextField
        name="telefoon"
        type="tel"
        label="Telefoonnummer van het werk"
        value={words.telefoon}
        error={errors?.telefoon}
        autocomplete="off"
        optional
        maxLength={30}
      />
    </>
  );
}
