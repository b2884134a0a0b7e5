import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import type { DateSeen, VisitSeen } from "./seen.ts";

/** On the page of a visit: how far the search for a day is, and the way to it. */
export function DatesSummary({
  visit,
  proposed,
  isSearching,
}: {
  visit: VisitSeen;
  proposed: readonly DateSeen[];
  isSearching: boolean;
}): JSX.Element | null {
  if (!isSearching) return null;
  const open = proposed.filter(({ guestAnswer, hostAnswer }) => !guestAnswer || !hostAnswer).length;
  return (
    <section class="wt-visit-group" aria-labelledby="dag-zoeken">
      <h2 id="dag-zoeken">Samen een dag zoeken</h2>
      <p>
        {proposed.length === 0
          ? "Stel een paar momenten voor. Beide teams zeggen wat past, de gastheer kiest."
          : `${countOf(proposed.length, "moment ligt", "momenten liggen")} op tafel. ${
              open > 0 ? `Bij ${open} ontbreekt nog een antwoord.` : "Beide teams hebben geantwoord."
            }`}
      </p>
      <Actions>
        <ButtonLink kind="secondary" href={paths.visitDates(visit.id)}>
          {proposed.length === 0 ? "Momenten voorstellen" : "Bekijk de momenten"}
        </ButtonLink>
      </Actions>
    </section>
  );
}
