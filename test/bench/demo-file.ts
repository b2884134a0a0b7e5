import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { seedDemo } from "../../db/demo/seed.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { migrate } from "../../db/migrate.ts";
import { seedRegistry } from "../../db/registry/seed.ts";

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
