import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { boardGroups } from "../../functions/insights/board-group-queries.ts";
import { boardLines } from "../../functions/insights/board-lines.ts";
import { boardCounts, firstSignings, responseBoard } from "../../functions/insights/board-queries.ts";
import { countsOf } from "../../web/insights/board.ts";
import { openTemporaryDatabase } from "../support/temporary-database.ts";

const MEMBERS = ["a", "b", "c", "d", "e"];
const HOUR_MS = 3_600_000;
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Five members, two of them without municipalities, and a round. */
async function prepare(db: Database): Promise<void> {
  await seedRegistry(db);
  for (const [at, id] of MEMBERS.entries()) {
    await db.run(sql`insert into members (id, slug, name, search_key, joined_on, created_at)
      values (${id}, ${id}, ${id}, ${id}, '2020-01-01', 0)`);
    if (at < 3)
      await db.run(sql`insert into member_municipalities (member_id, code)
        select ${id}, code from municipalities order by code limit ${at + 1} offset ${at * 90}`);
  }
  const [{ id = "" } = {}] = await db.all<{ id: string }>(sql`select id from questionnaires limit 1`);
  await db.run(sql`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on)
    values ('r', ${id}, 2024, 'open', '2024-06-01', '2024-06-01', '2024-12-31')`);
}

/** Everything that can change where a response stands. */
const CHANGES: Record<string, (db: Database, one: number, other: number) => Promise<unknown>> = {
  begin: (db, one, other) =>
    db.run(sql`insert into responses (id, round_id, member_id, sequence, version, state, started_at)
      values (${`${of(MEMBERS, one)}${other % 2}`}, 'r', ${of(MEMBERS, one)}, ${1 + (other % 2)}, 1, 'in_progress', 1)
      on conflict do nothing`),
  ready: (db, one) =>
    db.run(
      sql`update responses set state = 'ready' where state = 'in_progress' and member_id = ${of(MEMBERS, one)}`,
    ),
  sign: async (db, one, other) => {
    const open = sql`from responses o where o.state in ('in_progress', 'ready') and o.member_id = ${of(MEMBERS, one)}`;
    await db.batch([
      db.run(sql`update responses set state = 'superseded' where state = 'signed'
        and (member_id, sequence) in (select o.member_id, o.sequence ${open})`),
      db.run(sql`update responses set state = 'signed', signed_at = ${other * HOUR_MS + 5}
        where id in (select o.id ${open})`),
    ]);
  },
  reopen: async (db, one) => {
    const member = of(MEMBERS, one);
    const [signed] = await db.all<{ id: string; sequence: number; version: number }>(sql`
      select id, sequence, version from responses where state = 'signed' and member_id = ${member} limit 1`);
    if (signed)
      await db.run(sql`insert into responses (id, round_id, member_id, sequence, version, state, started_at)
        values (${`${signed.id}+`}, 'r', ${member}, ${signed.sequence}, ${signed.version + 1}, 'in_progress', 2)
        on conflict do nothing`);
  },
  supersede: (db, one) =>
    db.run(
      sql`update responses set state = 'superseded' where state = 'signed' and member_id = ${of(MEMBERS, one)}`,
    ),
  drop: (db, one) =>
    db.run(sql`delete from responses where state = 'in_progress' and member_id = ${of(MEMBERS, one)}`),
  leave: (db, one, other) =>
    db.run(
      sql`update members set left_on = ${of([null, "2024-01-01", "2025-01-01"], other)} where id = ${of(MEMBERS, one)}`,
    ),
  join: (db, one, other) =>
    db.run(sql`update members set joined_on = ${of(["2020-01-01", "2024-09-01", "2025-02-01"], other)}
      where id = ${of(MEMBERS, one)}`),
  close: (db, one) =>
    db.run(sql`update rounds set closes_on = ${of(["2024-12-31", "2024-08-01", "2025-06-01"], one)}`),
  reference: (db, one) =>
    db.run(sql`update rounds set reference_on = ${of(["2024-06-01", "2025-01-01"], one)}`),
  move: (db, one, other) =>
    db.run(sql`insert into member_municipalities (member_id, code)
      select ${of(MEMBERS, one)}, code from municipalities order by code limit 1 offset ${other * 3}
      on conflict do nothing`),
};

test("the counts of the board are those of its lines, whatever happened to members and responses", async () => {
  const change = fc.tuple(
    fc.constantFrom(...Object.keys(CHANGES), "begin", "begin", "sign", "sign"),
    fc.nat(9),
    fc.nat(99),
  );
  let signed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 8, maxLength: 30, size: "max" }), async (changes) => {
      const { db, close } = await openTemporaryDatabase(prepare);
      try {
        for (const [name, one, other] of changes) await CHANGES[name]?.(db, one, other);
        signed += await expectCounts(db);
        await expectLines(db);
      } finally {
        await close();
      }
    }),
    { numRuns: 25, seed: 20261122 },
  );
  expect(signed).toBeGreaterThan(5);
});

/** The kept counts against the lines one by one; answers how many have signed. */
async function expectCounts(db: Database): Promise<number> {
  const lines = boardLines(await responseBoard(db, 2024), "2024-12-31");
  const wanted = countsOf(lines);
  const counts = { ...countsOf([]) };
  for (const { stand, members } of await boardCounts(db, 2024)) counts[stand] = members;
  expect(counts).toEqual(wanted);
  const hours = new Map<number, number>();
  for (const { firstSignedAt } of lines)
    if (firstSignedAt !== null) {
      const hour = Math.floor(firstSignedAt / HOUR_MS) * HOUR_MS;
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
  const found = await firstSignings(db, 2024);
  expect(found.map(({ firstSignedAt, members }) => [firstSignedAt, members])).toEqual(
    [...hours].toSorted(([a], [b]) => a - b),
  );
  for (const attribute of ["grootte", "landsdeel", "provincie"] as const) {
    const groups = (await boardGroups(db, 2024)).filter((group) => group.attribute === attribute);
    const sum = (of: (group: (typeof groups)[number]) => number) =>
      groups.reduce((total, group) => total + of(group), 0);
    expect(sum(({ members }) => members)).toBe(lines.length);
    expect(sum((group) => group.signed)).toBe(wanted.signed);
    expect(sum(({ begun }) => begun)).toBe(lines.filter(({ responses }) => responses > 0).length);
  }
  return wanted.signed;
}

/** Each line by definition: of all responses of a member of the round. */
async function expectLines(db: Database): Promise<void> {
  const wanted = await db.all(sql`
    select m.id as member_id, (select s.size_class from member_standings s join standing_days d on d.id = s.day_id
        and d.kind = 'reference' and d.day = r.reference_on where s.member_id = m.id) as size_class,
      count(distinct a.sequence) as responses, min(a.signed_at) as first_signed_at, max(a.signed_at) as last_signed_at,
      (select state from responses b where b.member_id = m.id
        order by state = 'superseded', sequence desc, version desc limit 1) as state
    from rounds r join members m on m.joined_on <= r.closes_on and (m.left_on is null or m.left_on > r.reference_on)
    left join responses a on a.member_id = m.id group by m.id order by m.id`);
  const kept = await db.all(sql`
    select member_id, size_class, responses, first_signed_at, last_signed_at, state from board_members order by 1`);
  expect(kept).toEqual(wanted);
}
