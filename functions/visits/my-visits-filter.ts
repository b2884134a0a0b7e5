import type { VisitState } from "../../db/visit-vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { OwnVisitsFilters } from "../../web/visits/agenda-contract.ts";
import { stateOfSlug } from "../../web/visits/own-visits-words.ts";

interface OwnVisit {
  guestMemberId: string;
  state: VisitState;
  themeName: string;
  startsAt: number | null;
  createdAt: number;
}

/** The year of a visit: of its day, or of the request while there is no day. */
export const yearOf = ({ startsAt, createdAt }: Pick<OwnVisit, "startsAt" | "createdAt">): string =>
  dayInAmsterdam(startsAt ?? createdAt).slice(0, 4);

/** The visits that pass all filters, in the order given. A word that nobody knows filters nothing. */
export function filterVisits<T extends OwnVisit>(
  visits: readonly T[],
  filters: OwnVisitsFilters,
  memberId: string,
  themes: readonly { slug: string; name: string }[],
): T[] {
  const state = stateOfSlug(filters.stand);
  const theme = themes.find(({ slug }) => slug === filters.thema)?.name;
  return visits.filter(
    (visit) =>
      (!filters.rol || (visit.guestMemberId === memberId ? "gast" : "gastheer") === filters.rol) &&
      (!state || visit.state === state) &&
      (!theme || visit.themeName === theme) &&
      (!filters.jaar || yearOf(visit) === filters.jaar),
  );
}
