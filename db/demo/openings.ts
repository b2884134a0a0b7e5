import type { ConsentTier } from "../vocabulary.ts";
import { LINDESTAD } from "./association.ts";
import { responsesOf2024 } from "./participation.ts";

/** Who opened an answer, by the place of the organisation among those that answered in 2024. */
const opened: Readonly<Record<string, Partial<Record<ConsentTier, readonly number[]>>>> = {
  "4A1": { members: [4, 17, 31, 39] },
  "4C2": { learning_group: [6, 19, 33] },
  "5C1": { public: [21, 30], members: [1, 4, 13, 17, 28, 36, 42] },
};

const slugs = [...new Set(responsesOf2024.map(({ slug }) => slug))];

/** To whom an organisation of the demo opened its answer; null: as the question says. The same in each round. */
export function demoConsent(slug: string, concept: string): ConsentTier | null {
  if (slug === LINDESTAD) return concept === "5C1" || concept === "4A1" ? "members" : null;
  const place = slugs.indexOf(slug);
  const tiers = Object.entries(opened[concept] ?? {}) as [ConsentTier, readonly number[]][];
  return tiers.find(([, places]) => places.includes(place))?.[0] ?? null;
}
