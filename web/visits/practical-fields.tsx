import type { JSX } from "preact";
import { TextArea } from "../ui/fields.tsx";
import { LONGEST } from "./contract.ts";
import type { FieldState } from "./moment-fields.tsx";

const FIELDS: readonly { name: string; label: string; hint: string; rows?: number }[] = [
  { name: "praktisch", label: "Route", hint: "Hoe kom je er, ook met trein en bus?", rows: 3 },
  { name: "toegang", label: "Toegang", hint: "Bijvoorbeeld: melden bij de balie, lift aanwezig." },
  { name: "parkeren", label: "Parkeren", hint: "Waar zet je een auto of fiets neer?" },
  { name: "eten", label: "Eten en drinken", hint: "Is er lunch? Wat wil je weten over dieet?" },
  { name: "veiligheid", label: "Veiligheid", hint: "Waar moeten bezoekers aan denken?" },
  { name: "fotos", label: "Wat niet op de foto mag", hint: "Bijvoorbeeld: bewoners en schermen." },
];

/** The practical sheet: all that a visitor wants to know before leaving home. */
export function PracticalFields({ value, error }: FieldState): JSX.Element {
  return (
    <>
      <h2>Praktisch blad</h2>
      <p>Bezoekers krijgen dit blad voor de dag. Wat je leeg laat, staat er niet op.</p>
      {FIELDS.map(({ rows = 2, ...field }) => (
        <TextArea
          key={field.name}
          {...field}
          rows={rows}
          optional
          maxLength={field.name === "praktisch" ? LONGEST.text : LONGEST.sheet}
          value={value(field.name)}
          error={error(field.name)}
        />
      ))}
    </>
  );
}
