import { sql } from "drizzle-orm";
import type { Database, Statements } from "../../db/client.ts";
import type { MunicipalityClass } from "../../db/vocabulary.ts";
import { storeInhabitants } from "../../functions/members/inhabitants-queries.ts";
import {
  applyMerger,
  removeMerger,
  storeMerger,
} from "../../functions/members/municipality-merger-queries.ts";
import { movePlaces } from "../../functions/members/place-moves.ts";

const PROVINCES = ["Drenthe", "Gelderland", "Groningen", "Limburg", "Utrecht", "Zeeland"];
const CLASSES: readonly MunicipalityClass[] = ["K80/P10", "M50", "K80/P10", "G40", "K80/P10", "G4"];
const CODES = Array.from({ length: 8 }, (_, at) => `GM${at}`);
export const MEMBERS = ["a", "b", "c", "d"];
const DAYS = ["2023-06-01", "2024-06-01", "2025-03-01", "2026-06-01", "2027-06-01"];
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A country of eight municipalities, four members, one count of inhabitants and one round. */
export async function prepare(db: Database): Promise<void> {
  for (const [at, code] of CODES.entries())
    await db.run(sql`insert into municipalities (code, name, official_name, search_key, province, municipality_class,
      latitude, longitude, valid_from) values (${code}, ${code}, ${code}, ${code}, ${of(PROVINCES, at)},
      ${of(CLASSES, at)}, 52, 5, '2023-01-01')`);
  await db.run(sql`insert into municipality_inhabitants (code, reference_on, inhabitants)
    select code, '2023-01-01', 12000 from municipalities`);
  for (const id of MEMBERS)
    await db.run(sql`insert into members (id, slug, name, search_key, joined_on, created_at)
      values (${id}, ${id}, ${id}, ${id}, '2020-01-01', 0)`);
  await db.run(sql`insert into questionnaires (id, title, created_at) values ('q', 'Q', 0)`);
  await db.run(sql`insert into people (id, name, email, created_at) values ('p', 'P', 'p@x.example', 0)`);
  await addRound(db, 0);
}

const addRound = (db: Database, at: number) =>
  db.run(sql`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on)
    values (${`r${at}`}, 'q', ${2020 + at}, 'open', ${of(DAYS, at)}, ${of(DAYS, at)}, '2027-12-31')
    on conflict do nothing`);

/** Everything that can change what a member is, in the ways of the app. */
export const CHANGES: Record<string, (db: Database, one: number, other: number) => Promise<unknown>> = {
  places: async (db, one, other) => {
    const member = of(MEMBERS, one);
    const valid = await db.all<{ code: string }>(
      sql`select code from municipalities where valid_to is null and valid_from < '2026-11-22'`,
    );
    if (valid.length === 0) return;
    const codes = [...new Set([of(valid, other).code, of(valid, one + other * 3).code])];
    const chosen = sql`(select ${member} as member_id, value as code from json_each(${JSON.stringify(codes)}))`;
    await db.batch(movePlaces(db, chosen) as unknown as Statements);
  },
  nowhere: (db, one) => db.run(sql`delete from member_municipalities where member_id = ${of(MEMBERS, one)}`),
  count: async (db, one, other) => {
    const day = of(["2024-01-01", "2026-01-01", "2025-03-01"], other);
    const rows = await db.all<{ code: string; seen: number | null }>(sql`select m.code, i.inhabitants as seen
      from municipalities m left join municipality_inhabitants i on i.code = m.code and i.reference_on = ${day}
      where m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})`);
    const figures = rows.map(({ code, seen }, at) => ({
      code,
      seen,
      inhabitants: 9_000 * (1 + ((one + at) % 5)),
    }));
    await db.batch(storeInhabitants(db, figures, day, { personId: "p", now: 1 }));
  },
  // A new date counts for everybody, also for who is not in its list.
  "count of one": (db, one, other) =>
    db.run(sql`insert into municipality_inhabitants (code, reference_on, inhabitants)
      values (${of(CODES, one)}, ${of(["2024-03-01", "2025-09-01"], other)}, 50000) on conflict do nothing`),
  correction: (db, one, other) =>
    db.run(sql`update municipality_inhabitants set inhabitants = ${(1 + (one % 9)) * 10_000}
      where code = ${of(CODES, other)} and reference_on = '2023-01-01'`),
  "count gone": (db) => db.run(sql`delete from municipality_inhabitants where reference_on = '2026-01-01'`),
  merger: (db, one, other) => merge(db, one, other, true),
  "merger ahead": (db, one, other) => merge(db, one, other, false),
  withdrawal: async (db) => {
    const [ahead] = await db.all<{ id: string; successorCode: string; fromOn: string }>(sql`
      select id, successor_code as successorCode, from_on as fromOn from municipality_mergers where applied_at is null`);
    if (ahead) await db.batch(removeMerger(db, ahead, { personId: "p", now: 3 }) as unknown as Statements);
  },
  "its day comes": async (db) => {
    const [ahead] = await db.all<{ id: string }>(
      sql`select id from municipality_mergers where applied_at is null`,
    );
    if (ahead) await db.batch(applyMerger(db, ahead.id, 4) as unknown as Statements);
  },
  class: (db, one, other) =>
    db.run(sql`update municipalities set municipality_class = ${of(CLASSES, one)}, province = ${of(PROVINCES, other)}
      where code = ${of(CODES, one + other)}`),
  publication: (db, one) => db.run(sql`update rounds set state = 'published' where id = ${`r${one % 5}`}`),
  round: (db, one) => addRound(db, one % 5),
  "reference date": (db, one, other) =>
    db.run(sql`update rounds set reference_on = ${of(DAYS, one)} where id = ${`r${other % 5}`}`),
  leaving: (db, one, other) =>
    db.run(
      sql`update members set left_on = ${of([null, "2025-01-01", "2027-01-01"], other)} where id = ${of(MEMBERS, one)}`,
    ),
  joining: (db, one, other) =>
    db.run(sql`update members set joined_on = ${of(DAYS, other)} where id = ${of(MEMBERS, one)}`),
};

async function merge(db: Database, one: number, other: number, isNow: boolean): Promise<void> {
  const valid = await db.all<{ code: string }>(
    sql`select code from municipalities where valid_to is null order by 1`,
  );
  const parts = [...new Set([of(valid, one).code, of(valid, one + 1).code])];
  const into = of(valid, one + 2 + (other % 3)).code;
  if (valid.length < 4 || parts.length < 2 || parts.includes(into)) return;
  const [{ n = 0 } = {}] = await db.all<{ n: number }>(sql`select count(*) as n from municipality_mergers`);
  const made = {
    name: `N${n}`,
    searchKey: "n",
    province: "Zeeland",
    municipalityClass: "M50",
    latitude: 52,
    longitude: 5,
  };
  const isNew = other % 2 === 0;
  const merger = {
    id: `m${n}`,
    parts,
    // Later mergers come later, as laws do.
    fromOn: isNow ? `2024-${String((n % 12) + 1).padStart(2, "0")}-15` : "2028-01-01",
    by: "p",
    now: 2,
    successor: isNew ? { code: `GM9${n}`, made } : { code: into, made: null },
  };
  const follow = isNow ? applyMerger(db, merger.id, 2) : [];
  await db.batch([...storeMerger(db, merger), ...follow] as unknown as Statements);
}
