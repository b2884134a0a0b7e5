import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cpuUsage } from "node:process";
import { seedDemo } from "../../db/demo/seed.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { migrate } from "../../db/migrate.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { loadSolver } from "../../functions/insights/solver.ts";

/** Releases the figures of the demo's round of 2024; answers seconds of processor and by the clock. */
export async function releaseDemo(path: string): Promise<{ cpuSeconds: number; seconds: number }> {
  const db = openEmbedded(path);
  const [begin, before] = [performance.now(), cpuUsage()];
  await releaseRound(db, 2024, { solver: await loadSolver(), now: Date.now });
  const { user, system } = cpuUsage(before);
  db.$client.close();
  const tenths = (milliseconds: number) => Math.round(milliseconds / 100) / 10;
  return { cpuSeconds: tenths((user + system) / 1000), seconds: tenths(performance.now() - begin) };
}

/** The demo association in a fresh database; answers its path. */
export async function freshDemo(directory: string): Promise<string> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "wijkteamplein.db");
  const db = openEmbedded(path);
  await migrate(db, "db/migrations");
  await seedRegistry(db);
  await seedDemo(db, new Date());
  // Closing folds the log into the file, so that the file alone can be copied.
  db.$client.close();
  return path;
}
