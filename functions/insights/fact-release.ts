import type { Database } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { newId } from "../http/identifiers.ts";
import { versionOf } from "./counted.ts";
import { countFact, filtersPerMember, groupsPerMember } from "./fact-counts.ts";
import * as queries from "./fact-release-queries.ts";
import { cellKey } from "./gate/cells.ts";
import { choiceLabels } from "./queries.ts";
import { releaseAttributes } from "./release-attributes.ts";
import { factsOfCounted, placesOfCounted, type RoundToRelease } from "./release-job-queries.ts";

/**
 * Counts and stores every version of the facts of a published round that is not there yet: no version is
 * passed over, for who quoted one from a page must find it again. What pages show does not change by it.
 *
 * @returns the newest version, and how many were stored now
 * @throws what the database throws; a version is stored whole or not at all
 */
export async function releaseFacts(
  db: Database,
  round: RoundToRelease,
  now: () => number,
): Promise<{ version: number; stored: number }> {
  const [standing] = await queries.factVersions(db, round.year);
  const newest = versionOf(standing?.late ?? 0).version;
  const before = standing?.stored ?? 0;
  for (let edition = before + 1; edition <= newest; edition++) await storeVersion(db, round, edition, now);
  return { version: Math.max(newest, before), stored: Math.max(0, newest - before) };
}

async function storeVersion(
  db: Database,
  round: RoundToRelease,
  edition: number,
  now: () => number,
): Promise<void> {
  const { id: roundId, year, referenceOn } = round;
  const [named, items, places, facts, choices] = await db.batch([
    queries.namedResponses(db, year, edition),
    queries.factItems(db, roundId),
    placesOfCounted(db, year, referenceOn, edition),
    factsOfCounted(db, year, edition),
    choiceLabels(db),
  ]);
  const said = facts.map(({ memberId, list, value }) => ({
    memberId,
    list,
    value: valueIn(value),
  }));
  const filters = filtersPerMember(
    named.map(({ memberId }) => memberId),
    releaseAttributes(places, said, choices),
  );
  const groups = groupsPerMember(filters);
  const cells = new Map<string, object[]>();
  for (const item of items) {
    const rows = await queries.answersToFact(db, year, edition, item.id);
    const answers = rows.map((row) => ({ ...row, value: valueIn(row.value) }));
    const counted = countFact(item, answers, groups);
    cells.set(
      item.id,
      [...counted].map(([filterKey, counts]) => ({ filterKey, counts })),
    );
  }
  const members = named.map(({ memberId, responseId }) => ({
    memberId,
    responseId,
    groups: `|${(filters.get(memberId) ?? []).map((filter) => cellKey([filter])).join("|")}|`,
  }));
  await db.batch(
    queries.factsStored(db, { id: newId(), roundId, edition, countedAt: now(), members, cells }),
  );
}

const valueIn = (json: string | null): AnswerValue | null => (json === null ? null : JSON.parse(json));
