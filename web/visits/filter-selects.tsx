import type { JSX } from "preact";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { Select } from "../ui/choices.tsx";
import { FORMATS } from "./labels.ts";

/** The theme to filter on, by the name that the address holds. */
export function ThemeSelect({
  themes,
  value,
}: {
  themes: readonly { slug: string; name: string }[];
  value: string;
}): JSX.Element {
  return (
    <Select
      name="thema"
      label="Thema"
      value={value}
      empty="Alle thema's"
      optional
      options={themes.map(({ slug, name }) => ({ value: slug, label: name }))}
    />
  );
}

/** The format to filter on. */
export function FormatSelect({ value }: { value: string }): JSX.Element {
  return (
    <Select
      name="vorm"
      label="Vorm"
      value={value}
      empty="Alle vormen"
      optional
      options={VISIT_FORMATS.map((format) => ({
        value: FORMATS[format].slug,
        label: FORMATS[format].label,
      }))}
    />
  );
}
