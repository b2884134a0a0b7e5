import type { Database } from "../../db/client.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { memberMunicipalities, releaseSecrets } from "../../db/schema/tables.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "./answered-round.ts";
import { seedCast } from "./cast.ts";
import { twentyTeams } from "./twenty-teams.ts";

export const SECRET = "het-geheim-van-deze-ronde";

/** Utrecht, Apeldoorn and 's-Hertogenbosch are large; Voorst is small. Utrecht lies in the west. */
const PLACES = [["GM0344"], ["GM0200"], ["GM0796"], ["GM0285"], ["GM0344", "GM0200"]];

/** A published round with twenty teams that answered (see twentyTeams), and ten that did not yet. */
export async function seedRoundToRelease(db: Database): Promise<string[]> {
  await seedRegistry(db);
  await seedCast(db);
  await seedRoundOf2024(db);
  const teams = await seedTeams(db, 30);
  await db
    .insert(memberMunicipalities)
    .values(
      teams.flatMap((memberId, at) => (PLACES[at % PLACES.length] ?? []).map((code) => ({ memberId, code }))),
    );
  await seedResponses(db, twentyTeams(teams));
  await db.insert(releaseSecrets).values({ roundId: "round-2024", secret: SECRET });
  return teams;
}

/** Late responses, one a day from 1 March 2025, each with the highest step of 4A1 and a theme in 4C1. */
export const lateTeams = (teams: readonly string[]): HandResponse[] =>
  teams.map((member, at) => ({
    member,
    signedAt: `2025-03-${String(at + 1).padStart(2, "0")}T10:00:00Z`,
    answers: { "4A1": { scale: 5 }, "4C1": { text: "Laat" } },
    mentions: { "4C1": ["visie"] },
  }));

/** Everything that is stored of the released figures, without ids and times. */
export const storedCells = (db: Database) =>
  db.$client
    .execute(
      `select i.concept, r.edition, r.organisations, c.position, c.filter_key, c.option, c.size, c.shown, c.nearest
       from releases r join items i on i.id = r.item_id join release_cells c on c.release_id = r.id
       order by i.concept, r.edition, c.position`,
    )
    .then(({ rows }) => rows.map((row) => ({ ...row })));
