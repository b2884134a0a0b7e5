import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { type Database, openRemote } from "../db/client.ts";
import { seedDemo } from "../db/demo/seed.ts";
import { openEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";
import { seedRegistry } from "../db/registry/seed.ts";
import { association } from "../db/schema/accounts.ts";
import { doDueWorkRegularly } from "./due.ts";
import type { Assets, Platform } from "./http/env.ts";
import { newId } from "./http/identifiers.ts";
import { networkOf } from "./http/network.ts";
import { readSettings, type Settings } from "./http/settings.ts";
import { deliverRegularly } from "./mail/delivery.ts";
import { smtpMail } from "./mail/smtp.ts";
import { makeFirstExchange } from "./visits/exchange-job.ts";

const DELIVERY_EVERY_MS = 15_000;
const DUE_WORK_EVERY_MS = 60_000;

/** The start cannot go on, for a reason that whoever starts can take away: said in plain sentences. */
export class CannotStart extends Error {
  readonly sentences: string[];

  constructor(sentences: string[]) {
    super(sentences.join(" "));
    this.sentences = sentences;
  }
}

export interface Started {
  platform: Platform;
  db: Database;
  /** stops what runs by the clock and closes the database */
  close(): void;
}

/**
 * All that Node does before it can serve: read the settings, open and migrate the database, fill in the
 * registry and, the first time, the demo. Throws `CannotStart` when a setting or the database is wrong.
 */
export async function start(assets: () => Assets, version: string): Promise<Started> {
  const settings = nodeSettings();
  const { db } = await prepareDatabase(settings);
  const mail =
    settings.smtpUrl && !settings.isDemo
      ? smtpMail(settings.smtpUrl, settings.mailFrom, settings.replyAddress)
      : null;
  const delivery = mail && deliverRegularly(db, mail, Date.now, DELIVERY_EVERY_MS);
  const origin = settings.origin ?? `http://localhost:${settings.port}`;
  const dueWork = doDueWorkRegularly(
    () => ({ db, now: Date.now(), origin, mailFrom: settings.mailFrom, replyAddress: settings.replyAddress }),
    DUE_WORK_EVERY_MS,
  );
  const setUpCode = settings.setUpCode ?? newId().slice(0, 10);
  const platform: Platform = {
    settings: { ...settings, setUpCode },
    assets: assets(),
    version,
    openDatabase: () => db,
    clock: Date.now,
    networkOf: (c) => networkOf(peerOf(c), c.req.header("x-forwarded-for")),
    mail,
  };
  const close = () => {
    delivery?.stop();
    dueWork.stop();
    db.$client.close();
  };
  return { platform, db, close };
}

/** The address at the other end; none in the development server, which makes its requests by itself. */
function peerOf(c: Context): string | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress;
}

const embeddedPath = (directory: string): string => join(directory, "wijkteamplein.db");

/** The settings of this process. Throws `CannotStart` with a sentence for each wrong one. */
export function nodeSettings(): Settings {
  const read = readSettings(process.env, "node");
  if (!read.ok) throw new CannotStart(read.sentences);
  return read.settings;
}

/**
 * Opens the database that the settings name and brings it up to date: migrations, registry and, for a demo
 * without an association, the demo. Answers which migrations were new.
 */
export async function prepareDatabase(settings: Settings): Promise<{ db: Database; migrations: string[] }> {
  const place = settings.databaseUrl ?? embeddedPath(settings.dataDirectory);
  try {
    const db = openDatabase(settings);
    const migrations = await migrate(db, "db/migrations");
    await seedRegistry(db);
    if (settings.isDemo) {
      await seedDemo(db, new Date());
      await makeFirstExchange(db, Date.now());
    }
    await refuseMixing(db, settings);
    return { db, migrations };
  } catch (fault) {
    // The disk and a database elsewhere are foreign: say which one, and what it said.
    if (fault instanceof CannotStart) throw fault;
    throw new CannotStart([`De database ${place} kan niet open: ${reasonOf(fault)}`]);
  }
}

/** Opens the database that the settings name as it stands: no migrations, no registry. */
export function openDatabase({ databaseUrl, databaseToken, dataDirectory }: Settings): Database {
  if (databaseUrl) return openRemote(databaseUrl, databaseToken ?? undefined);
  mkdirSync(dataDirectory, { recursive: true });
  return openEmbedded(embeddedPath(dataDirectory));
}

/** A demo keeps its mail and lets everybody in: it may not run on real data, nor the reverse. */
async function refuseMixing(db: Database, settings: Settings): Promise<void> {
  const [found] = await db.select({ isDemo: association.isDemo }).from(association);
  if (!found || found.isDemo === settings.isDemo) return;
  const remedy = settings.isDemo ? "Start met DEMO=uit" : "Start met DEMO=aan";
  throw new CannotStart([
    `De gegevens zijn ${found.isDemo ? "van de demo" : "van een echte vereniging"}, de instelling DEMO zegt iets anders.`,
    `${remedy}, of kies andere gegevens met DATA_DIR of DATABASE_URL.`,
  ]);
}

function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause instanceof Error ? `${fault.message} ${reasonOf(fault.cause)}` : fault.message;
}
