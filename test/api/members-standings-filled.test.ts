import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { seedDemo } from "../../db/demo/seed.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { TODAY } from "../support/cast.ts";
import { openTemporaryDatabase } from "../support/temporary-database.ts";

const MIGRATION = readFileSync("db/migrations/0004_kept_figures.sql", "utf8");
/** The statements with which the migration fills what is kept out of what stood there. */
const FILLING = ["INSERT INTO directory_counts", "INSERT INTO standing_days", "INSERT INTO board_due"];
const KEPT = [
  sql`select d.kind, d.day, d.counted_on, s.* from standing_days d left join member_standings s on s.day_id = d.id
    order by d.kind, d.day, s.member_id`,
  sql`select c.mark, d.day, c.code, c.members from directory_counts c left join standing_days d on d.id = c.day_id
    where c.members > 0 order by 1, 2, 3`,
  sql`select * from board_members order by round_id, member_id`,
  sql`select * from board_counts where members > 0 order by round_id, attribute, value`,
];

const kept = async (db: Database) => {
  const found: unknown[][] = [];
  for (const statement of KEPT) {
    const rows = await db.all<Record<string, unknown>>(statement);
    found.push(rows.map(({ day_id, ...row }) => row));
  }
  return found;
};

test("a database that stood there before is filled with what the triggers keep of the demo", async () => {
  const { db, close } = await openTemporaryDatabase();
  try {
    await seedRegistry(db);
    await seedDemo(db, new Date(TODAY));
    const before = await kept(db);
    for (const rows of before) expect(rows.length).toBeGreaterThan(20);
    for (const table of [
      "board_members",
      "board_counts",
      "member_standings",
      "directory_counts",
      "standing_days",
    ])
      await db.run(sql.raw(`delete from ${table}`));
    const statements = MIGRATION.split("--> statement-breakpoint").map((each) =>
      each.replace(/^\s*--.*$/gm, "").trim(),
    );
    for (const begin of FILLING) {
      const found = statements.filter((each) => each.startsWith(begin));
      expect(found).toHaveLength(1);
      await db.run(sql.raw(found[0] ?? ""));
    }
    expect(await kept(db)).toEqual(before);
  } finally {
    await close();
  }
});
