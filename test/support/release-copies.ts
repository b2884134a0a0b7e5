import { copyFile } from "node:fs/promises";
import type { Database } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import type { Proof } from "../../functions/insights/release-item.ts";
import { type RoundReleased, releaseRound } from "../../functions/insights/release-job.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { TODAY } from "./cast.ts";
import { seedRoundToRelease } from "./round-to-release.ts";
import { openTemporaryDatabase, temporaryPath } from "./temporary-database.ts";

export interface Copy {
  db: Database;
  path: string;
}

export interface Releasing {
  teams: string[];
  /** the round of the twenty teams before and after its release */
  seeded: Copy;
  whole: Copy;
  /** what the first release said */
  first: RoundReleased;
  settings: { solver: Awaited<ReturnType<typeof loadSolver>>; now: () => number };
  /** a database of its own with what is in this one now */
  copyOf(copy: Copy): Promise<Copy>;
  close(): Promise<void>;
}

/** A round with twenty teams and its release, to make copies of. */
export async function startReleasing(): Promise<Releasing> {
  const closing: (() => Promise<void>)[] = [];
  const copyOf = async ({ db, path: from }: Copy): Promise<Copy> => {
    await db.$client.execute("pragma wal_checkpoint(truncate)");
    const { path, remove } = await temporaryPath();
    await copyFile(from, path);
    const copy = openEmbedded(path);
    closing.push(async () => {
      copy.$client.close();
      await remove();
    });
    return { db: copy, path };
  };
  const seeded = await openTemporaryDatabase();
  closing.push(seeded.close);
  const teams = await seedRoundToRelease(seeded.db);
  const settings = { solver: await loadSolver(), now: () => TODAY };
  const whole = await copyOf(seeded);
  const first = await releaseRound(whole.db, 2024, settings);
  const close = async () => {
    for (const each of closing) await each();
  };
  return { teams, seeded, whole, first, settings, copyOf, close };
}

/** What happened to each item, by concept. */
export const outcomesOf = (released: RoundReleased) =>
  released.ok
    ? Object.fromEntries(released.items.map(({ concept, outcome }) => [concept, outcome]))
    : { because: released.because };

/** The stored proofs of one item, oldest edition first. */
export async function proofsIn({ db }: Copy, concept: string): Promise<Proof[]> {
  const { rows } = await db.$client.execute({
    sql: `select p.body from release_proofs p join releases r on r.id = p.release_id
      join items i on i.id = r.item_id where i.concept = ? order by r.edition`,
    args: [concept],
  });
  return rows.map(({ body }) => JSON.parse(String(body)) as Proof);
}
