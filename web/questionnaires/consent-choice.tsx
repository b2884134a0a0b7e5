import type { JSX } from "preact";
import type { ConsentTier, ItemKind } from "../../db/vocabulary.ts";
import { Select } from "../ui/choices.tsx";
import { CONSENT_WORDS, consentOptions, consentTiers } from "./consent.ts";
import { guardFieldNames } from "./contract.ts";

/**
 * Who may read the answer with the name of the organisation: one line that says it, and the choice behind it.
 * Most people leave it as it is, so it takes no more room than that.
 */
export function ConsentChoice({
  concept,
  kind,
  subject,
  consent,
  typed,
  error,
}: {
  concept: string;
  kind: ItemKind;
  /** names the question for who hears the summary apart from it */
  subject: string;
  consent: ConsentTier;
  typed: string | undefined;
  error: string | undefined;
}): JSX.Element {
  const tiers = consentTiers(kind);
  const chosen = tiers.find((tier) => tier === typed) ?? consent;
  return (
    <details class="wt-disclosure" open={error !== undefined}>
      <summary class="wt-disclosure__summary">
        Te zien voor {CONSENT_WORDS[chosen]}
        <span class="wt-only-read"> bij {subject}</span>
      </summary>
      <div class="wt-disclosure__content">
        <Select
          name={guardFieldNames(concept).consent}
          label="Wie mag dit antwoord zien, met de naam van jullie organisatie?"
          hint="Geldt na het ondertekenen, vanaf de volgende cijfers."
          empty={null}
          options={consentOptions(tiers)}
          value={chosen}
          error={error}
        />
      </div>
    </details>
  );
}
