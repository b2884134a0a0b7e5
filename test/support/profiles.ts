import type { Database } from "../../db/client.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { memberMunicipalities, profileValues } from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import type { Fields } from "./app.ts";
import { type MemberKey, seedCast, TODAY } from "./cast.ts";

/** Lindestad works in Apeldoorn and Voorst, Waterrand in 's-Hertogenbosch and Voorst, Heuvelrug nowhere. */
const PLACES = {
  lindestad: ["GM0200", "GM0285"],
  waterrand: ["GM0796", "GM0285"],
} as const satisfies Partial<Record<MemberKey, string[]>>;

const FACTS: [MemberKey, ProfileField, AnswerValue][] = [
  ["lindestad", "fte", { number: 84.5 }],
  ["lindestad", "process_systems", { choices: ["zorgned"], other: "GeheimSysteem" }],
  ["lindestad", "legal_form", { choices: ["foundation"] }],
  ["waterrand", "process_systems", { choices: ["mozard"] }],
  ["waterrand", "fte", { number: 1234.25 }],
];

/** The registry, the cast, and profiles of two members. The id of a value is "lindestad-fte". */
export async function seedProfiles(db: Database): Promise<void> {
  await seedRegistry(db);
  await seedCast(db);
  const places = Object.entries(PLACES);
  await db
    .insert(memberMunicipalities)
    .values(places.flatMap(([memberId, codes]) => codes.map((code) => ({ memberId, code }))));
  const municipalities = places.map(([memberId, codes]): [string, ProfileField, AnswerValue] => [
    memberId,
    "municipalities",
    { codes: [...codes] },
  ]);
  await db.insert(profileValues).values(
    [...FACTS, ...municipalities].map(([memberId, field, value]) => ({
      id: `${memberId}-${field}`,
      memberId,
      field,
      state: "given" as const,
      value,
      referenceOn: "2024-06-01",
      source: "typed" as const,
      saidBy: memberId === "lindestad" ? "editor" : "otherEditor",
      saidAt: TODAY - 86_400_000,
    })),
  );
}

/** An id as our forms carry one: the digit, twenty times. */
export const id = (digit: string) => digit.repeat(20);
/** The form of a profile field as it is sent, without its value. */
export const profileForm = (fields: Fields): Fields => ({
  id: id("1"),
  vorige: "",
  peildatum: "2026-11-20",
  actie: "opslaan",
  ...fields,
});
