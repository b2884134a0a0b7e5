import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openRemote } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { migrate, pendingMigrations } from "../../db/migrate.ts";
import { startHrana } from "../support/hrana.ts";
import { openTemporaryDatabase, temporaryPath } from "../support/temporary-database.ts";

const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");
const FIRST =
  "create table teams (id text primary key);\n--> statement-breakpoint\ninsert into teams values ('a');";

let directory: string;
const leftovers: (() => unknown)[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "migrations-"));
  leftovers.push(() => rm(directory, { recursive: true }));
});

afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

async function write(...files: string[]): Promise<void> {
  await mkdir(join(directory, "meta"), { recursive: true });
  const entries = files.map((_, idx) => ({ idx, tag: `000${idx}_test` }));
  await writeFile(join(directory, "meta/_journal.json"), JSON.stringify({ entries }));
  await Promise.all(files.map((sql, idx) => writeFile(join(directory, `000${idx}_test.sql`), sql)));
}

async function embedded(): Promise<() => Database> {
  const { path, remove } = await temporaryPath();
  leftovers.push(remove);
  return () => {
    const db = openEmbedded(path);
    leftovers.push(() => db.$client.close());
    return db;
  };
}

async function remote(): Promise<() => Database> {
  const { path, remove } = await temporaryPath();
  const endpoint = await startHrana({ path });
  leftovers.push(remove, endpoint.close);
  return () => openRemote(endpoint.url, undefined);
}

const rows = async (db: Database, sql: string) => (await db.$client.execute(sql)).rows.map((row) => row[0]);

describe.each([
  ["embedded", embedded],
  ["over HTTP", remote],
])("migrations %s", (_kind, prepare) => {
  let open: () => Database;
  beforeEach(async () => {
    open = await prepare();
  });

  test("run in order, once, and later ones join", async () => {
    const db = open();
    await write(FIRST);
    expect(await migrate(db, directory)).toEqual(["0000_test"]);
    expect(await migrate(db, directory)).toEqual([]);
    await write(FIRST, "insert into teams values ('b');");
    expect((await pendingMigrations(db, directory)).map(({ name }) => name)).toEqual(["0001_test"]);
    expect(await migrate(db, directory)).toEqual(["0001_test"]);
    expect(await rows(db, "select id from teams order by id")).toEqual(["a", "b"]);
  });

  test("run once when several processes start at once", async () => {
    await write(FIRST, "insert into teams values ('b');", "insert into teams values ('c');");
    const applied = await Promise.all([open(), open(), open()].map((db) => migrate(db, directory)));
    expect(applied.flat().toSorted()).toEqual(["0000_test", "0001_test", "0002_test"]);
    expect(await rows(open(), "select id from teams order by id")).toEqual(["a", "b", "c"]);
  });

  test("leave nothing of one that fails, name it, and go on once it is mended", async () => {
    const db = open();
    await write(
      FIRST,
      "insert into teams values ('b');\n--> statement-breakpoint\ninsert into nowhere values (1);",
    );
    await expect(migrate(db, directory)).rejects.toThrow("0001_test failed and was undone");
    expect(await rows(db, "select id from teams")).toEqual(["a"]);
    await write(FIRST, "insert into teams values ('b');");
    expect(await migrate(db, directory)).toEqual(["0001_test"]);
  });

  test("rebuild a table that others refer to", async () => {
    const db = open();
    const child =
      "create table people (id text primary key, team text not null references teams (id) on delete cascade)";
    await write(FIRST, `${child};\n--> statement-breakpoint\ninsert into people values ('p', 'a');`);
    await migrate(db, directory);
    const rebuilt = [
      "create table teams_new (id text primary key, name text)",
      "insert into teams_new (id) select id from teams",
      "drop table teams",
      "alter table teams_new rename to teams",
    ];
    await write(FIRST, child, rebuilt.join(";\n--> statement-breakpoint\n"));
    await migrate(db, directory);
    expect(await rows(db, "select team from people")).toEqual(["a"]);
    await expect(db.$client.execute("insert into people values ('q', 'nobody')")).rejects.toThrow(
      "FOREIGN KEY",
    );
  });

  test("stop when the database is newer than the program", async () => {
    await write(FIRST, "insert into teams values ('b');");
    await migrate(open(), directory);
    await write(FIRST);
    await expect(migrate(open(), directory)).rejects.toThrow("The database is newer than this version");
  });

  test("bring the product's own tables, and none is pending after that", async () => {
    const db = open();
    expect(await migrate(db, MIGRATIONS)).not.toEqual([]);
    expect(await pendingMigrations(db, MIGRATIONS)).toEqual([]);
    expect(await rows(db, "select count(*) from people")).toEqual([0]);
  });
});

test("two temporary databases are migrated and do not share rows", async () => {
  const [one, other] = [await openTemporaryDatabase(), await openTemporaryDatabase()];
  leftovers.push(one.close, other.close);
  expect(await pendingMigrations(one.db, MIGRATIONS)).toEqual([]);
  await one.db.$client.execute(
    "insert into people (id, name, email, created_at) values ('a', 'A', 'a@example.org', 1)",
  );
  expect(await rows(one.db, "select id from people")).toEqual(["a"]);
  expect(await rows(other.db, "select id from people")).toEqual([]);
});
