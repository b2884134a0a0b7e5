import type { JSX } from "preact";
import { Disclosure } from "../ui/disclosure.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { figureQuery } from "./figure-filter.ts";
import type { SimilarGroup } from "./similar.ts";

/** Links to the groups that the own organisation belongs to, on a figure. */
export function SimilarGroups({
  action,
  groups,
  chosen,
  edition,
}: {
  /** address of the figure without filters */
  action: string;
  groups: readonly SimilarGroup[];
  /** key of the group that is shown now */
  chosen: string;
  edition: number | null;
}): JSX.Element | null {
  if (groups.length === 0) return null;
  const chips = (some: readonly SimilarGroup[]) => (
    <ul class="wt-chips">
      {some.map(({ key, filters, label, size }) => (
        <li key={key}>
          <a
            class="wt-chip"
            href={`${action}${figureQuery(filters, edition)}`}
            aria-current={key === chosen ? "true" : undefined}
          >
            {label}
            {size === null ? "" : ` (${formatNumber(size)})`}
          </a>
        </li>
      ))}
    </ul>
  );
  const near = nearest(groups);
  const others = groups.filter((group) => !near.includes(group));
  return (
    <nav class="wt-similar" aria-label="Teams zoals wij">
      <p>
        <strong>Vergelijk met teams zoals wij.</strong> Jullie horen bij deze groepen:
      </p>
      {chips(near)}
      {others.length === 0 ? null : (
        <Disclosure
          summary={`Nog ${countOf(others.length, "groep", "groepen")} waar jullie bij horen`}
          open={others.some(({ key }) => key === chosen)}
        >
          {chips(others)}
        </Disclosure>
      )}
    </nav>
  );
}

/** A few of the groups that say most about being alike: almost everybody has the same laws. */
function nearest(groups: readonly SimilarGroup[]): SimilarGroup[] {
  const single = groups.filter(({ filters }) => filters.length === 1 && filters[0]?.attribute !== "wet");
  const crossed = groups.filter(({ filters }) => filters.length > 1);
  const near = [...single.slice(0, 4), ...crossed.slice(0, 2)];
  return near.length > 0 ? near : groups.slice(0, 4);
}
