import type { Database } from "../../db/client.ts";
import {
  answers,
  items,
  memberMunicipalities,
  municipalities,
  municipalityInhabitants,
  profileValues,
  questionnaires,
  releaseOpenings,
  releases,
  responses,
  rounds,
  sections,
} from "../../db/schema/tables.ts";
import type { ConsentTier } from "../../db/vocabulary.ts";
import { type MemberKey, TODAY } from "./cast.ts";

const PLACES: Record<MemberKey, { latitude: number; longitude: number }> = {
  lindestad: { latitude: 52.1, longitude: 5.1 },
  waterrand: { latitude: 52.2, longitude: 5.2 },
  heuvelrug: { latitude: 52.15, longitude: 5.3 },
};

/** Where the three members work: each its own municipality, close together, in one province and of one size. */
export async function seedPlaces(db: Database): Promise<void> {
  for (const [member, place] of Object.entries(PLACES)) {
    const code = `GM-${member}`;
    await db.insert(municipalities).values({
      ...{ code, name: member, officialName: member, searchKey: member, validFrom: "2000-01-01" },
      ...{ province: "Utrecht", municipalityClass: "M50", ...place },
    });
    await db.insert(municipalityInhabitants).values({ code, referenceOn: "2025-01-01", inhabitants: 45_000 });
    await db.insert(memberMunicipalities).values({ memberId: member, code });
  }
}

/** Both use one system, so that there is one more thing to have in common. */
export async function seedSystems(db: Database, ...members: MemberKey[]): Promise<void> {
  for (const memberId of members)
    await db.insert(profileValues).values({
      ...{ id: `systeem-${memberId}`, memberId, field: "process_systems", state: "given" },
      ...{ value: { choices: ["proefsysteem"] }, referenceOn: "2026-01-01", source: "typed", saidAt: TODAY },
    });
}

/** A published round with one confidential scale, 4B1 "gedeelde visie". */
export async function seedScale(db: Database): Promise<void> {
  await db.insert(questionnaires).values({ id: "vragenlijst", title: "Proef", createdAt: TODAY });
  await db
    .insert(sections)
    .values({ id: "sectie", questionnaireId: "vragenlijst", position: 1, title: "Opdracht", minutes: 5 });
  await db.insert(items).values({
    ...{ id: "item-4B1", sectionId: "sectie", questionnaireId: "vragenlijst", concept: "4B1", position: 1 },
    ...{ kind: "scale", wording: "Gedeelde visie", shortName: "gedeelde visie", purpose: "x", use: "x" },
    audience: "confidential",
  });
  await db.insert(rounds).values({
    ...{ id: "ronde", questionnaireId: "vragenlijst", year: 2025, state: "published" },
    ...{ referenceOn: "2025-06-01", opensOn: "2025-06-01", closesOn: "2025-09-01" },
  });
}

/** A signed answer to that scale, opened by its release; `consent` null is what the item says: confidential. */
export async function seedStep(
  db: Database,
  memberId: MemberKey,
  scale: number,
  consent: ConsentTier | null,
): Promise<void> {
  const responseId = `inzending-${memberId}`;
  await db.insert(responses).values({
    id: responseId,
    roundId: "ronde",
    memberId,
    state: "signed",
    startedAt: TODAY,
    signedAt: TODAY,
  });
  await db.insert(answers).values({
    ...{ responseId, itemId: "item-4B1", revision: 1, state: "given", value: { scale }, consent },
    ...{ source: "typed", savedAt: TODAY },
  });
  if (consent === null || consent === "counted_only") return;
  await db
    .insert(releases)
    .values({
      ...{ id: "vrijgave-4B1", roundId: "ronde", itemId: "item-4B1", edition: 1 },
      ...{ organisations: 2, releasedAt: TODAY },
    })
    .onConflictDoNothing();
  await db.insert(releaseOpenings).values({ releaseId: "vrijgave-4B1", memberId, responseId, consent });
}
