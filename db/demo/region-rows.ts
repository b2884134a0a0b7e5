import { municipalityRegistry } from "../registry/municipalities.ts";
import type { municipalityRegions, regions } from "../schema/tables.ts";

/** Provinces that are one region for public health as a whole. The others have more; the staff reads those in. */
const ONE_REGION = ["Drenthe", "Flevoland", "Fryslân", "Groningen", "Zeeland"];

const idOf = (province: string) => `public_health GGD ${province}`;

export const regionRows = (): (typeof regions.$inferInsert)[] =>
  ONE_REGION.map((province) => ({ id: idOf(province), kind: "public_health", name: `GGD ${province}` }));

/** Which municipality belongs to which, since the first day that the registry knows. */
export const regionMembershipRows = (): (typeof municipalityRegions.$inferInsert)[] =>
  municipalityRegistry()
    .filter(({ province }) => ONE_REGION.includes(province))
    .map(({ code, province }) => ({ code, regionId: idOf(province), validFrom: "2023-01-01" }));
