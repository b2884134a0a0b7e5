import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { startWriter } from "../support/embedded-processes.ts";
import { accounts, createTables, entries } from "../support/embedded-tables.ts";
import { temporaryPath } from "../support/temporary-database.ts";

let place: Awaited<ReturnType<typeof temporaryPath>>;
let db: Database;

beforeEach(async () => {
  place = await temporaryPath();
  db = openEmbedded(place.path);
  await createTables(db);
});

afterEach(async () => {
  db.$client.close();
  await place.remove();
});

const ids = async () => new Set((await db.select({ id: entries.id }).from(entries)).map(({ id }) => id));

test("three other processes each write 400 times beside a busy server and nothing is lost", async () => {
  const writers = ["a", "b", "c"].map((name) => startWriter(place.path, name, 400));
  let running = writers.length;
  const finished = writers.map(async (child) => {
    const [printed, errors, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    running -= 1;
    return { status, errors, acknowledged: printed.trim().split("\n") };
  });

  const own: string[] = [];
  while (running > 0) {
    const id = `server-${own.length}`;
    await db.batch([
      db.insert(entries).values({ id }),
      db.update(accounts).set({ balance: sql`${accounts.balance} + 1` }),
    ]);
    own.push(id);
    expect(await db.select().from(entries).where(eq(entries.id, id))).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }

  const stored = await ids();
  for (const { status, errors, acknowledged } of await Promise.all(finished)) {
    expect(errors).toBe("");
    expect(status).toBe(0);
    expect(acknowledged).toHaveLength(400);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  }
  expect(own.filter((id) => !stored.has(id))).toEqual([]);
  expect(stored.size).toBe(1200 + own.length);
  expect(await db.select().from(accounts)).toEqual([{ id: "kas", balance: stored.size }]);
});

test("a process that is killed half-way leaves every acknowledged write and no half one", async () => {
  const child = startWriter(place.path, "a", 100_000);
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 100) child.kill("SIGKILL");
  }
  const stored = await ids();
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(await db.select().from(accounts)).toEqual([{ id: "kas", balance: stored.size }]);
  expect((await db.$client.execute("pragma integrity_check")).rows[0]?.integrity_check).toBe("ok");
});

test("every connection waits for the disk, keeps a write-ahead log and enforces foreign keys", async () => {
  const setting = async (name: string) =>
    Object.values((await db.$client.execute(`pragma ${name}`)).rows[0] ?? {});
  expect(await setting("journal_mode")).toEqual(["wal"]);
  expect(await setting("synchronous")).toEqual([2]); // FULL
  expect(await setting("foreign_keys")).toEqual([1]);
});

test("full-text search is available", async () => {
  await db.$client.execute(
    "create virtual table teksten using fts5 (tekst, tokenize = 'unicode61 remove_diacritics 2')",
  );
  await db.$client.execute("insert into teksten values ('Súdwest-Fryslân')");
  expect(
    (await db.$client.execute("select tekst from teksten where teksten match 'sudwest'")).rows,
  ).toHaveLength(1);
});
