import type { JSX } from "preact";
import { SIZE_CLASSES } from "../../db/vocabulary.ts";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { TextField } from "../ui/fields.tsx";
import { type ActiveFilter, FilterForm } from "../ui/filter-form.tsx";
import { type DirectoryFilter, directoryQuery } from "./directory-filter.ts";
import { SIZE_CLASS_ADDRESSES, SIZE_CLASS_LABELS } from "./labels.ts";

interface Choice {
  value: string;
  label: string;
}

/** The managed lists that members can be filtered on. */
export interface FactChoices {
  legalForms: Choice[];
  systems: Choice[];
  laws: Choice[];
}

/** Search and filters of the directory; those on opened facts only for who may see these. */
export function DirectoryFilters({
  filter,
  provinces,
  factChoices,
}: {
  filter: DirectoryFilter;
  provinces: readonly string[] /** null for who may not see facts */;
  factChoices: FactChoices | null;
}): JSX.Element {
  const href = (change: Partial<DirectoryFilter>) =>
    `${paths.members()}${directoryQuery({ ...filter, page: 1, ...change })}`;
  return (
    <FilterForm
      action={paths.members()}
      label="Leden zoeken"
      active={activeFilters(filter, factChoices, href)}
      clearHref={paths.members()}
      submit="Toon leden"
    >
      <TextField
        type="search"
        name="zoek"
        label="Zoek op naam of gemeente"
        value={filter.search}
        maxLength={100}
        optional
      />
      <Select
        name="provincie"
        label="Provincie"
        empty="Alle provincies"
        options={provinces.map((province) => ({ value: province, label: province }))}
        value={filter.province}
        optional
      />
      <Select
        name="grootte"
        label="Grootte"
        empty="Alle groottes"
        options={SIZE_CLASSES.map((each) => ({
          value: SIZE_CLASS_ADDRESSES[each],
          label: SIZE_CLASS_LABELS[each],
        }))}
        value={filter.sizeClass ? SIZE_CLASS_ADDRESSES[filter.sizeClass] : ""}
        optional
      />
      {factChoices ? (
        <>
          <Select
            name="rechtsvorm"
            label="Organisatievorm"
            empty="Alle vormen"
            options={factChoices.legalForms}
            value={filter.legalForm}
            optional
          />
          <Select
            name="systeem"
            label="Systeem"
            empty="Alle systemen"
            options={factChoices.systems}
            value={filter.system}
            optional
          />
          <Select
            name="wet"
            label="Wet"
            empty="Alle wetten"
            options={factChoices.laws}
            value={filter.law}
            optional
          />
        </>
      ) : null}
      {filter.sort === "naam" ? null : <input type="hidden" name="sorteer" value={filter.sort} />}
    </FilterForm>
  );
}

function activeFilters(
  filter: DirectoryFilter,
  choices: FactChoices | null,
  href: (change: Partial<DirectoryFilter>) => string,
): ActiveFilter[] {
  const labelIn = (list: Choice[] | undefined, value: string) =>
    list?.find((choice) => choice.value === value)?.label ?? value;
  const all: (ActiveFilter | null)[] = [
    filter.search ? { label: `Zoekwoord: ${filter.search}`, removeHref: href({ search: "" }) } : null,
    filter.province ? { label: `Provincie: ${filter.province}`, removeHref: href({ province: "" }) } : null,
    filter.sizeClass
      ? {
          label: `Grootte: ${SIZE_CLASS_LABELS[filter.sizeClass]}`,
          removeHref: href({ sizeClass: null }),
        }
      : null,
    filter.legalForm
      ? {
          label: `Organisatievorm: ${labelIn(choices?.legalForms, filter.legalForm)}`,
          removeHref: href({ legalForm: "" }),
        }
      : null,
    filter.system
      ? { label: `Systeem: ${labelIn(choices?.systems, filter.system)}`, removeHref: href({ system: "" }) }
      : null,
    filter.law
      ? { label: `Wet: ${labelIn(choices?.laws, filter.law)}`, removeHref: href({ law: "" }) }
      : null,
  ];
  return all.filter((each) => each !== null);
}
