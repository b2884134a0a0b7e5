import type { MunicipalityClass, SizeClass } from "../../db/vocabulary.ts";

/** More inhabitants than this make a member large, whatever its municipalities. */
export const LARGE_ABOVE_INHABITANTS = 80_000;
/** From this many inhabitants a member is of middle size. */
export const MIDDLE_FROM_INHABITANTS = 30_000;

/**
 * The size class of a member, as the report of January 2025 divides them: large in G4 or G40 or above 80,000
 * inhabitants, middle in M50 or from 30,000, small otherwise. Null without municipalities. Derived at every
 * reading and never typed, so it cannot disagree with the municipalities.
 *
 * @param classes the class of each municipality where the member works
 * @param inhabitants of those municipalities together
 */
export function sizeClassOf(classes: readonly MunicipalityClass[], inhabitants: number): SizeClass | null {
  if (classes.length === 0) return null;
  if (classes.includes("G4") || classes.includes("G40") || inhabitants > LARGE_ABOVE_INHABITANTS)
    return "large";
  if (classes.includes("M50") || inhabitants >= MIDDLE_FROM_INHABITANTS) return "middle";
  return "small";
}
