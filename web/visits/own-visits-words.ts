import { VISIT_STATES, type VisitState } from "../../db/visit-vocabulary.ts";
import type { OwnVisitsFilters } from "./agenda-contract.ts";
import { VISIT_STATE_LABELS } from "./labels.ts";

/** The word of a state in an address: "voorstel-gedaan". */
export const stateSlug = (state: VisitState): string =>
  VISIT_STATE_LABELS[state].label.toLowerCase().replace(/[^a-z]+/g, "-");

export const stateOfSlug = (slug: string): VisitState | undefined =>
  VISIT_STATES.find((state) => stateSlug(state) === slug);

export const SIDE_WORDS = { gast: "Wij zijn gast", gastheer: "Wij zijn gastheer" } as const;

/** The filters that are on, in words. */
export function ownVisitsWords(
  { rol, stand, thema, jaar }: OwnVisitsFilters,
  themes: readonly { slug: string; name: string }[],
): { name: keyof OwnVisitsFilters; label: string }[] {
  const state = stateOfSlug(stand);
  const theme = themes.find(({ slug }) => slug === thema);
  return [
    ...(rol ? [{ name: "rol" as const, label: SIDE_WORDS[rol] }] : []),
    ...(state ? [{ name: "stand" as const, label: `Stand: ${VISIT_STATE_LABELS[state].label}` }] : []),
    ...(theme ? [{ name: "thema" as const, label: `Thema: ${theme.name}` }] : []),
    ...(jaar ? [{ name: "jaar" as const, label: `Jaar: ${jaar}` }] : []),
  ];
}
