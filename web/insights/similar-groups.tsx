import type { JSX } from "preact";
import { formatNumber } from "../ui/dutch.ts";
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
  return (
    <nav aria-label="Teams zoals wij">
      <p class="wt-small">
        <strong>Teams zoals wij.</strong> Jullie horen bij deze groepen:
      </p>
      <ul class="wt-chips">
        {groups.map(({ key, filters, label, size }) => (
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
    </nav>
  );
}
