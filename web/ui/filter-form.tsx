import type { ComponentChildren, JSX } from "preact";
import { RemoveIcon } from "./icons.tsx";

export interface ActiveFilter {
  /** "Provincie: Utrecht". */
  label: string;
  /** The same address without this filter. */
  removeHref: string;
}

/** Search and filters as a GET form: their state is in the address, so it can be shared and gone back to. */
export function FilterForm({
  action,
  label = "Zoeken en filteren",
  active = [],
  clearHref,
  children,
  submit = "Toon resultaten",
}: {
  action: string;
  label?: string;
  active?: readonly ActiveFilter[];
  clearHref?: string;
  children: ComponentChildren;
  submit?: string;
}): JSX.Element {
  return (
    <search class="wt-filter">
      <form class="wt-filter__form" action={action} method="get" aria-label={label} novalidate>
        {children}
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          {submit}
        </button>
      </form>
      {active.length > 0 ? (
        <div class="wt-filter__active">
          <h2 class="wt-filter__title">Je filtert op</h2>
          <ul class="wt-chips">
            {active.map((filter) => (
              <li key={filter.removeHref}>
                <a class="wt-chip" href={filter.removeHref}>
                  <span class="wt-only-read">Verwijder filter </span>
                  {filter.label}
                  <RemoveIcon />
                </a>
              </li>
            ))}
            {clearHref ? (
              <li>
                <a href={clearHref}>Wis alle filters</a>
              </li>
            ) : null}
          </ul>
        </div>
      ) : null}
    </search>
  );
}
