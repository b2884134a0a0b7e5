import type { JSX } from "preact";
import { Select } from "../ui/choices.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Hidden } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { type FigureFilter, type FilterChoice, figureQuery } from "./figure-filter.ts";
import { FILTER_LABELS } from "./filter-labels.ts";

export interface FigureFiltersProps {
  /** address of the figure without filters */
  action: string;
  choices: readonly FilterChoice[];
  chosen: readonly FigureFilter[];
  /** the edition in the address, which filtering keeps; null for the newest */
  edition: number | null;
  /** of confidential answers only released combinations are there */
  isReleased: boolean;
}

/** Choose a group of organisations by a form of selects: works without script, and lives in the address. */
export function FigureFilters(props: FigureFiltersProps): JSX.Element | null {
  const { action, choices, chosen, edition, isReleased } = props;
  if (choices.length === 0) return null;
  const chosenValue = (attribute: string) => chosen.find((filter) => filter.attribute === attribute)?.value;
  return (
    <div class="wt-figure-filters">
      <Disclosure summary="Bekijk een andere groep" open={chosen.length > 0}>
        <p class="wt-small">
          Kies hooguit twee filters.{" "}
          {isReleased
            ? "Van een vertrouwelijk antwoord zijn alleen vrijgegeven combinaties er. Wet, systeem en vorm kies je alleen."
            : "Dit feit is open voor leden, dus elke combinatie kan."}
          {chosen.length === 0
            ? ""
            : " Je ziet wat bij je keuze past. Wis een filter om iets anders te kiezen."}
        </p>
        <FilterForm
          action={action}
          label="Bekijk een groep"
          submit="Toon deze groep"
          active={chosen.map((filter) => ({
            label: `${FILTER_LABELS[filter.attribute]}: ${filter.label}`,
            removeHref: `${action}${figureQuery(
              chosen.filter((each) => each !== filter),
              edition,
            )}`,
          }))}
          clearHref={`${action}${figureQuery([], edition)}`}
        >
          {edition === null ? null : <Hidden name="versie" value={edition} />}
          {choices.map(({ attribute, values }) => (
            <Select
              key={attribute}
              name={attribute}
              label={FILTER_LABELS[attribute]}
              empty="Alle"
              options={values}
              value={chosenValue(attribute)}
              optional
            />
          ))}
        </FilterForm>
      </Disclosure>
    </div>
  );
}
