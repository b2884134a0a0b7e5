import { count, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { databaseKinds } from "../support/embedded-kinds.ts";
import { besideWriter } from "../support/embedded-processes.ts";
import { accounts, createTables, entries } from "../support/embedded-tables.ts";
import { temporaryPath } from "../support/temporary-database.ts";

let place: Awaited<ReturnType<typeof temporaryPath>>;

beforeEach(async () => {
  place = await temporaryPath();
});

afterEach(() => place.remove());

/** Gives the other process the time to write between two statements of a batch. */
const slowly = (db: Database) =>
  db.all(sql`with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < 30000)
    select count(*) as n from numbers`);

describe.each(databaseKinds)("a database %s, beside another process that writes", (_kind, open) => {
  let db: Database;
  let end: () => Promise<void>;

  beforeEach(async () => {
    const opened = await open(place.path);
    db = opened.db;
    end = opened.close;
    await createTables(db);
  });

  afterEach(() => end());

  test("shows one moment in a batch of reads", async () => {
    await besideWriter(place.path, async () => {
      const balances = new Set<number | undefined>();
      for (let times = 0; times < 40; times++) {
        const [[account], , [rows]] = await db.batch([
          db.select().from(accounts),
          slowly(db),
          db.select({ n: count() }).from(entries),
        ]);
        // Each write adds an entry and one to the balance, so at any moment the two are equal.
        expect(rows?.n).toBe(account?.balance);
        balances.add(account?.balance);
      }
      expect(balances.size).toBeGreaterThan(1);
    });
  });

  test("takes every batch that reads for a while before it writes", async () => {
    await besideWriter(place.path, async () => {
      for (let number = 0; number < 20; number++) {
        await db.batch([
          db.select().from(accounts),
          slowly(db),
          db.insert(entries).values({ id: String(number), note: "hier" }),
          db.update(accounts).set({ balance: sql`${accounts.balance} + 1` }),
        ]);
      }
    });
    const [[own], [all], [account]] = await db.batch([
      db.select({ n: count() }).from(entries).where(eq(entries.note, "hier")),
      db.select({ n: count() }).from(entries),
      db.select().from(accounts),
    ]);
    expect(own?.n).toBe(20);
    expect(account?.balance).toBe(all?.n);
  });
});

test("writers of one process get in in the order in which they came", async () => {
  const db = openEmbedded(place.path);
  await createTables(db);
  const numbers = Array.from({ length: 30 }, (_, number) => number);
  const open = await db.$client.transaction("write");
  const writes = numbers.map((amount) => db.insert(entries).values({ id: `e${amount}`, amount }));
  const done = Promise.all(writes);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await open.commit();
  await done;
  const stored = await db.select({ amount: entries.amount }).from(entries).orderBy(sql`rowid`);
  expect(stored.map(({ amount }) => amount)).toEqual(numbers);
  db.$client.close();
});
