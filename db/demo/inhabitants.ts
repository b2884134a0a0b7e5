import { municipalityRegistry } from "../registry/municipalities.ts";
import type { DemoMember } from "./association.ts";

/** Inhabitants of a member's municipalities on 1 January 2022: the count in force at the round of 2024. */
export function inhabitantsOf({ codes }: DemoMember): number {
  return municipalityRegistry()
    .filter(({ code }) => codes.includes(code))
    .reduce((total, { inhabitants }) => total + inhabitants["2022-01-01"], 0);
}
