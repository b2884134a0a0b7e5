import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import { ConflictChoice, type ConflictView } from "./conflict-page.tsx";

/** Both answers under their question, on the page where it was typed. */
export function AutosaveChoice({ conflict }: { conflict: ConflictView }): JSX.Element {
  return (
    <div class="wt-kept-choice">
      <p>
        <strong>Hier staat intussen een ander antwoord.</strong> Kies welk antwoord blijft staan.
      </p>
      <ConflictChoice conflict={conflict} typed={{}} errors={{}} />
      <Button kind="secondary" type="button">
        Keuze opslaan
      </Button>
    </div>
  );
}
