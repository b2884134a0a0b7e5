import { argv, stdout } from "node:process";
import { sql } from "drizzle-orm";
import { openEmbedded } from "../../db/embedded.ts";
import { accounts, entries } from "./embedded-tables.ts";

/**
 * A process that writes through the project's client: `embedded-writer.ts PATH NAME COUNT`. Prints a line
 * for each acknowledged write, after it. It writes in every way that exists, also with a read in front.
 */
const [path, writer, count] = argv.slice(2);
if (path === undefined || writer === undefined || count === undefined) throw new Error("PATH NAME COUNT");

const db = openEmbedded(path);
const addOne = db.update(accounts).set({ balance: sql`${accounts.balance} + 1` });

for (let number = 1; number <= Number(count); number++) {
  const entry = { id: `${writer}-${number}`, amount: number };
  if (number % 10 === 0) {
    await db.transaction(async (tx) => {
      const [account] = await tx.select().from(accounts);
      await tx.insert(entries).values(entry);
      await tx.update(accounts).set({ balance: (account?.balance ?? 0) + 1 });
    });
  } else {
    await db.batch([db.select().from(accounts), db.insert(entries).values(entry), addOne]);
  }
  stdout.write(`${entry.id}\n`);
}
db.$client.close();
