import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { formatNumber } from "../ui/dutch.ts";
import { Hidden } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { mirrorPlace } from "./mirror-place.ts";
import type { SimilarGroup } from "./similar.ts";

/** Which group to stand beside: all members, or one of the groups that the own organisation belongs to. */
export function MirrorGroups({
  year,
  groups,
  chosen,
  part,
}: {
  year: number;
  groups: readonly SimilarGroup[];
  chosen: SimilarGroup | null;
  part: number | null;
}): JSX.Element | null {
  if (groups.length === 0) return null;
  const here = mirrorPlace(year, { part });
  return (
    <FilterForm
      action={paths.insightMirror(year)}
      label="Kies een groep: teams zoals wij"
      submit="Toon deze groep"
      active={chosen ? [{ label: chosen.label, removeHref: here }] : []}
      clearHref={here}
    >
      {part === null ? null : <Hidden name="deel" value={part} />}
      <Select
        name="groep"
        label="Vergelijk met"
        hint="Je ziet groepen waar jullie bij horen, voor zover hun cijfers zijn vrijgegeven."
        empty="Alle leden"
        options={groups.map(({ key, label, size }) => ({
          value: key,
          label: size === null ? label : `${label} (${formatNumber(size)} organisaties)`,
        }))}
        value={chosen?.key}
        optional
      />
    </FilterForm>
  );
}
