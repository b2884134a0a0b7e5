import { count, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openRemote } from "../../db/client.ts";
import { databaseKinds } from "../support/embedded-kinds.ts";
import { accounts, createTables, entries } from "../support/embedded-tables.ts";
import { startHrana } from "../support/hrana.ts";
import { temporaryPath } from "../support/temporary-database.ts";

describe.each(databaseKinds)("a database %s", (_kind, open) => {
  let db: Database;
  let end: () => Promise<void>;

  beforeEach(async () => {
    const { path, remove } = await temporaryPath();
    const opened = await open(path);
    db = opened.db;
    end = async () => {
      await opened.close();
      await remove();
    };
    await createTables(db);
  });

  afterEach(() => end());

  const balance = async () => (await db.select().from(accounts))[0]?.balance;

  test("keeps whole numbers whole, in number columns and in text columns", async () => {
    await db.run(sql`insert into entries (id, amount, note) values (${1}, ${2}, ${5})`);
    const found = await db.all(
      sql`select id, amount, typeof(amount) as kind, note, ${7} / 2 as half from entries`,
    );
    expect(found).toEqual([{ id: "1", amount: 2, kind: "integer", note: "5", half: 3 }]);
  });

  test("takes numbers with a fraction, booleans, nothing, dates and bigints", async () => {
    const at = new Date(1_700_000_000_000);
    const { rows } = await db.$client.execute({
      sql: "select ?, ?, ?, ?, ?, typeof(?)",
      args: [1.5, true, null, at, 2n ** 40n, 2n ** 62n],
    });
    expect(Array.from(rows[0] as ArrayLike<unknown>)).toEqual([
      1.5,
      1,
      null,
      at.valueOf(),
      2 ** 40,
      "integer",
    ]);
  });

  test("refuses a number that is none, and to read an integer that a number cannot hold", async () => {
    await expect(db.$client.execute({ sql: "select ?", args: [Number.NaN] })).rejects.toThrow(RangeError);
    await expect(db.$client.execute({ sql: "select ?", args: [2n ** 62n] })).rejects.toThrow(RangeError);
  });

  test("takes values by name", async () => {
    const { rows } = await db.$client.execute({
      sql: "select :note as note, $amount as amount",
      args: { note: "a", amount: 2 },
    });
    expect(rows[0]).toMatchObject({ note: "a", amount: 2 });
  });

  test("keeps bytes", async () => {
    const file = Buffer.from([0, 255, 7]);
    await db.insert(entries).values({ id: "a", file });
    expect((await db.select().from(entries))[0]?.file).toEqual(file);
  });

  test("gives rows by position and by name, also when two columns have one name", async () => {
    const { rows, columns } = await db.$client.execute("select 1 as a, 2 as b, 3 as a");
    expect(columns).toEqual(["a", "b", "a"]);
    expect(Array.from(rows[0] as ArrayLike<unknown>)).toEqual([1, 2, 3]);
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  test("tells how many rows a write changed and which it added", async () => {
    const added = await db.$client.execute("insert into entries (id) values ('a'), ('b')");
    expect([added.rowsAffected, added.lastInsertRowid]).toEqual([2, 2n]);
    const changed = await db.update(entries).set({ amount: 1 }).returning({ id: entries.id });
    expect(changed).toEqual([{ id: "a" }, { id: "b" }]);
    expect((await db.delete(entries).where(eq(entries.id, "c"))).rowsAffected).toBe(0);
  });

  test("undoes a whole batch when one of its statements fails", async () => {
    const batch = db.batch([
      db.update(accounts).set({ balance: 9 }),
      db.insert(entries).values({ id: "a" }),
      db.insert(entries).values({ id: "a" }),
    ]);
    await expect(batch).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT", statementIndex: 2 });
    expect(await balance()).toBe(0);
    expect(await db.select().from(entries)).toEqual([]);
    await db.insert(entries).values({ id: "a" });
  });

  test.each([
    [
      "a second row with one key",
      "insert into accounts values ('kas', 1)",
      "UNIQUE constraint failed: accounts.id",
    ],
    [
      "a row without its value",
      "insert into accounts (id) values ('a')",
      "NOT NULL constraint failed: accounts.balance",
    ],
    [
      "a value out of bounds",
      "insert into accounts values ('a', -1)",
      "CHECK constraint failed: balance >= 0",
    ],
    [
      "a reference to nothing",
      "insert into entries (id, account_id) values ('a', 'b')",
      "FOREIGN KEY constraint failed",
    ],
  ])("refuses %s with the code and message of SQLite", async (_case, statement, message) => {
    const refused = db.$client.execute(statement);
    await expect(refused).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT" });
    await expect(refused).rejects.toThrow(message);
  });

  test("refuses a second statement in one text, which SQLite would leave out", async () => {
    await expect(db.$client.execute("select 1; delete from accounts")).rejects.toThrow(
      "more than one statement",
    );
    await db.$client.execute("select 1; -- only a remark");
  });

  test("lets 15 transactions at once each read, wait and write", async () => {
    const addOne = () =>
      db.transaction(async (tx) => {
        const [account] = await tx.select().from(accounts);
        await new Promise((resolve) => setTimeout(resolve, 1));
        await tx.update(accounts).set({ balance: (account?.balance ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 15 }, addOne));
    expect(await balance()).toBe(15);
  });

  test("undoes a transaction that fails and goes on", async () => {
    const failing = db.transaction(async (tx) => {
      await tx.update(accounts).set({ balance: 9 });
      throw new Error("halverwege");
    });
    await expect(failing).rejects.toThrow("halverwege");
    expect(await balance()).toBe(0);
    await db.update(accounts).set({ balance: 1 });
    expect(await balance()).toBe(1);
  });

  test("shows nobody what a transaction has not committed", async () => {
    await db.transaction(async (tx) => {
      await tx.update(accounts).set({ balance: 9 });
      expect(await balance()).toBe(0);
    });
    expect(await balance()).toBe(9);
  });

  test("gives 10 of 60 a seat when all ask at once", async () => {
    const seats = db.select({ n: count() }).from(entries);
    const take = (guest: number) =>
      db.all(sql`insert into entries (id) select ${String(guest)} where ${seats} < 10 returning id`);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, guest) => take(guest)));
    expect(answers.filter((rows) => rows.length === 1)).toHaveLength(10);
    expect(await seats).toEqual([{ n: 10 }]);
  });

  test("takes 40 batches at once that each read before they write", async () => {
    const read = db.select().from(accounts);
    const addOne = db.update(accounts).set({ balance: sql`${accounts.balance} + 1` });
    await Promise.all(Array.from({ length: 40 }, () => db.batch([read, addOne])));
    expect(await balance()).toBe(40);
  });
});

describe("round trips over HTTP", () => {
  test("a batch is one, a single statement is one", async () => {
    const { path, remove } = await temporaryPath();
    const endpoint = await startHrana({ path });
    const db = openRemote(endpoint.url, undefined);
    await createTables(db);
    const before = endpoint.requests();
    await db.batch([
      db.select().from(accounts),
      db.select().from(entries),
      db.insert(entries).values({ id: "a" }),
    ]);
    expect(endpoint.requests() - before).toBe(1);
    await db.select().from(accounts);
    expect(endpoint.requests() - before).toBe(2);
    await endpoint.close();
    await remove();
  });

  test("a wrong token is refused", async () => {
    const { path, remove } = await temporaryPath();
    const endpoint = await startHrana({ path, token: "geheim" });
    await expect(openRemote(endpoint.url, "fout").run(sql`select 1`)).rejects.toThrow();
    await endpoint.close();
    await remove();
  });

  test("an address may hold the token, and say that there is no TLS", async () => {
    const { path, remove } = await temporaryPath();
    const endpoint = await startHrana({ path, token: "geheim" });
    const nearby = `${endpoint.url.replace("http:", "libsql:")}/?tls=0&authToken=geheim`;
    expect(await openRemote(nearby, undefined).all(sql`select 1 as n`)).toEqual([{ n: 1 }]);
    await endpoint.close();
    await remove();
  });

  test("what is no answer of a database is an error that says what came", async () => {
    const { path, remove } = await temporaryPath();
    const endpoint = await startHrana({ path });
    await expect(openRemote(`${endpoint.url}/elsewhere`, undefined).run(sql`select 1`)).rejects.toThrow();
    await expect(
      openRemote(`${endpoint.url}/elsewhere`, undefined).$client.execute("select 1"),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await endpoint.close();
    await remove();
  });
});
