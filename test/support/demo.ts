import { copyFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { seedDemo } from "../../db/demo/seed.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { memberships, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { SESSION_MS } from "../../functions/http/session.ts";
import { makeFirstExchange } from "../../functions/visits/exchange-job.ts";
import { DEMO_PEOPLE, type DemoPerson } from "./browser.ts";
import { TODAY } from "./cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase, temporaryPath } from "./temporary-database.ts";

let template: Promise<TemporaryDatabase> | undefined;

async function seeded(): Promise<TemporaryDatabase> {
  const made = await openTemporaryDatabase();
  await seedRegistry(made.db);
  await seedDemo(made.db, new Date(TODAY));
  await makeFirstExchange(made.db, TODAY);
  for (const key of DEMO_PEOPLE) await openSession(made.db, key);
  await made.db.$client.execute("pragma wal_checkpoint(truncate)");
  return made;
}

/** The demo association in a database of its own, each demo person signed in. */
export async function openDemoDatabase(): Promise<TemporaryDatabase> {
  template ??= seeded();
  const { path, remove } = await temporaryPath();
  await copyFile((await template).path, path);
  const db = openEmbedded(path);
  return {
    db,
    path,
    close: async () => {
      db.$client.close();
      await remove();
    },
  };
}

export const demoToken = (key: DemoPerson): string => `demo-token-of-${key}`;

async function openSession(db: Database, key: DemoPerson): Promise<void> {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.demoKey, key));
  if (!person) throw new Error(`The demo has nobody with the key ${key}.`);
  const [membership] = await db
    .select({ memberId: memberships.memberId })
    .from(memberships)
    .where(eq(memberships.personId, person.id))
    .limit(1);
  await db.insert(sessions).values({
    id: await sha256(demoToken(key)),
    personId: person.id,
    memberId: membership?.memberId ?? null,
    createdAt: TODAY,
    expiresAt: TODAY + SESSION_MS,
  });
}
