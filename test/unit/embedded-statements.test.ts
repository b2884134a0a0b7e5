import { and, asc, count, desc, eq, exists, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/http";
import { alias, SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Statement } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { QuickDialect } from "../../db/statement-text.ts";
import { accounts, createTables, entries } from "../support/embedded-tables.ts";

const other = alias(accounts, "other");
const db = openEmbedded(":memory:");
/** The library itself, over the same database. */
const library = drizzle({ client: db.$client });

beforeAll(async () => {
  await createTables(db);
  await db.batch([
    db
      .insert(entries)
      .values({ id: "a", accountId: "kas", amount: 3, note: "één", file: Buffer.from([1, 2]) }),
    db.insert(entries).values([{ id: "b" }, { id: 'c"c', amount: 0, note: "" }]),
  ]);
});

afterAll(() => db.$client.close());

const open = sql`${entries.amount} > ${2} and ${entries.note} is not ${null}`;
const texts: [string, SQL][] = [
  ["text alone", sql`select 1`],
  ["nothing where a condition is left out", sql`select 1 ${undefined} from ${accounts}`],
  ["columns, tables and values", sql`select ${entries.id} from ${entries} where ${open}`],
  ["a list of values", sql`select 1 where ${"a"} in ${["a", "b"]}`],
  [
    "a list of pieces",
    sql`insert into x ${[sql.identifier("a"), sql.identifier('b"c')]} values ${[1, null]}`,
  ],
  ["an empty list", sql`select 1 where 1 in ${[]}`],
  ["pieces joined", sql.join([sql`a = ${1}`, sql.raw("b"), eq(entries.note, "x")], sql` or `)],
  ["a value as its column stores it", eq(entries.file, Buffer.from([7]))],
  ["a value that is a piece of SQL", eq(entries.note, sql`upper(${"x"})`)],
  ["another name for a table", sql`select ${other.balance} from ${accounts} ${other}`],
  ["values in the text", sql`select ${1}, ${sql`${"it's"} || ${2}`.inlineParams()}, ${"c"}`],
  ["all of it in the text", sql`select ${"it's"}, ${entries.note}`.inlineParams()],
  ["a name for a piece", sql`select ${sql`1`.as("one")}`],
  ["a true, a date and an object", sql`select ${true}, ${new Date(0)}, ${{ a: 1 }}`],
  ["a statement within another", sql`select ${db.select({ n: count() }).from(entries).where(open)} as n`],
  ["whether there is one", not(exists(db.select({ id: entries.id }).from(entries)))],
  ["and, or, in", and(or(isNull(entries.note), inArray(entries.id, ["a", "b"])), open) ?? sql``],
];

test.each(texts)("writes %s as the library does", (_case, statement) => {
  expect(new QuickDialect().sqlToQuery(statement)).toMatchObject(
    without(new SQLiteAsyncDialect().sqlToQuery(statement)),
  );
});

/** What kinds of values there are is of no use to SQLite. */
const without = ({ sql: text, params }: { sql: string; params: unknown[] }) => ({ sql: text, params });

const some = (over: Database) =>
  over.select({ id: entries.id, n: entries.amount, note: entries.note }).from(entries);
const statements: [string, (over: Database) => Statement][] = [
  ["named columns", (over) => some(over).orderBy(desc(entries.id)).limit(2)],
  ["whole tables, with bytes", (over) => over.select().from(entries).orderBy(asc(entries.id))],
  [
    "values worked out",
    (over) =>
      over
        .select({ n: count(), is: sql`${entries.amount} > 1`.mapWith(Boolean) })
        .from(entries)
        .groupBy(entries.id),
  ],
  [
    "objects of columns beside values, where all, some or none were joined",
    (over) =>
      over
        .select({
          id: entries.id,
          account: { id: other.id, balance: other.balance },
          mixed: { id: other.id, note: entries.note },
          worked: { one: sql`1`, balance: other.balance },
          own: { amount: entries.amount },
          after: entries.note,
        })
        .from(entries)
        .leftJoin(other, eq(other.id, entries.accountId))
        .orderBy(entries.id),
  ],
  [
    "tables joined from the other side",
    (over) => over.select({ note: entries.note, account: other }).from(entries).rightJoin(other, sql`false`),
  ],
  [
    "joined tables, and none beside a row",
    (over) => over.select().from(entries).leftJoin(other, eq(other.id, entries.accountId)),
  ],
  ["a named value", (over) => over.select({ one: sql<number>`1`.as("one") }).from(accounts)],
  [
    "a statement as a value",
    (over) => over.select({ n: sql`${over.select({ n: count() }).from(entries)}` }).from(accounts),
  ],
  [
    "a statement with a name",
    (over) => {
      const few = some(over).as("few");
      return over.select({ id: few.id, n: few.n }).from(few);
    },
  ],
  ["no rows", (over) => some(over).where(eq(entries.id, "z"))],
  ["rows of its own text", (over) => over.all(sql`select id, amount, id from entries order by id`)],
  ["one row", (over) => over.get(sql`select max(amount) as most from entries`)],
  [
    "what a change gives back",
    (over) =>
      over
        .update(entries)
        .set({ amount: 0 })
        .where(eq(entries.id, "b"))
        .returning({ id: entries.id, amount: entries.amount }),
  ],
];

describe("a batch", () => {
  test.each(statements)("gives %s as the library does", async (_case, build) => {
    const [expected] = await library.batch([build(library as Database)]);
    const [found] = await db.batch([build(db)]);
    expect(found).toEqual(expected);
    expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    expect(JSON.stringify(found)).not.toBe(undefined);
  });

  test("tells how many rows a change was of", async () => {
    const [done] = await db.batch([db.update(entries).set({ note: "x" })]);
    expect(done.rowsAffected).toBe(3);
  });
});
