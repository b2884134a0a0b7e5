import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../db/client.ts";
import { openRemote } from "../db/client.ts";
import { seedDemo } from "../db/demo/seed.ts";
import { openEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";
import { seedRegistry } from "../db/registry/seed.ts";
import type { Assets, Platform } from "./http/env.ts";
import { newId } from "./http/identifiers.ts";
import { readSettings } from "./http/settings.ts";
import { deliverDueMail } from "./mail/delivery.ts";
import { smtpMail } from "./mail/smtp.ts";

const DELIVERY_EVERY_MS = 15_000;

/**
 * All that Node does before it can serve: read the settings, open and migrate the database, fill in the
 * registry and, the first time, the demo. Stops the process with a plain sentence when a setting is wrong.
 */
export async function startingPlatform(assets: () => Assets, version: string): Promise<Platform> {
  const read = readSettings(process.env, "node");
  if (!read.ok) {
    for (const sentence of read.sentences) console.error(sentence);
    process.exit(1);
  }
  const { settings } = read;
  const db = openDatabase(settings.databaseUrl, settings.databaseToken, settings.dataDirectory);
  await migrate(db, "db/migrations");
  await seedRegistry(db);
  if (settings.isDemo) await seedDemo(db, new Date());

  const mail = settings.smtpUrl && !settings.isDemo ? smtpMail(settings.smtpUrl, settings.mailFrom) : null;
  if (mail) setInterval(() => void deliverDueMail(db, mail, Date.now), DELIVERY_EVERY_MS).unref();
  const setUpCode = settings.setUpCode ?? newId().slice(0, 10);
  return {
    settings: { ...settings, setUpCode },
    assets: assets(),
    version,
    openDatabase: () => db,
    clock: Date.now,
    mail,
  };
}

function openDatabase(url: string | null, token: string | null, directory: string): Database {
  if (url) return openRemote(url, token ?? undefined);
  mkdirSync(directory, { recursive: true });
  return openEmbedded(join(directory, "wijkteamplein.db"));
}
