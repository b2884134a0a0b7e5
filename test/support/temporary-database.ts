import { rmSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Database } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { migrate } from "../../db/migrate.ts";

const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

export type TemporaryDatabase = { db: Database; path: string; close: () => Promise<void> };

type Preparation = (db: Database) => Promise<void>;
const empty: Preparation = async () => {};
const templates = new Map<Preparation, Promise<string>>();

/**
 * A migrated database in a file of its own: empty, or with what `prepare` puts in it. `prepare` runs once for all
 * databases that ask for that same function. `close` removes the file from the disk.
 */
export async function openTemporaryDatabase(prepare = empty): Promise<TemporaryDatabase> {
  const { path, remove } = await temporaryPath();
  const template = templates.get(prepare) ?? preparedTemplate(prepare);
  templates.set(prepare, template);
  await copyFile(await template, path);
  const db = openEmbedded(path);
  const close = async () => {
    db.$client.close();
    await remove();
  };
  return { db, path, close };
}

/** A place for a database file, in a directory of its own that `remove` takes away. */
export async function temporaryPath(): Promise<{ path: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "wijkteamplein-"));
  const remove = () => rm(directory, { recursive: true, force: true });
  return { path: join(directory, "database.db"), remove };
}

/** Preparing takes many times as long as copying, so it is done once; closing folds the log into the file. */
async function preparedTemplate(prepare: Preparation): Promise<string> {
  const { path } = await temporaryPath();
  process.once("exit", () => rmSync(dirname(path), { recursive: true, force: true }));
  const db = openEmbedded(path);
  await migrate(db, MIGRATIONS);
  await prepare(db);
  db.$client.close();
  return path;
}
