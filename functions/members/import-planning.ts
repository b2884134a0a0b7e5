import type { Context } from "hono";
import type { ImportKind } from "../../db/vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { readBarePage, readPage } from "../http/page.ts";
import type { ReadSheet } from "../http/table-reading.ts";
import type { Page } from "../http/viewer.ts";
import { MEMBER_COLUMNS, PERSON_COLUMNS } from "./import-columns.ts";
import { planMembers } from "./import-members.ts";
import { planPeople } from "./import-people.ts";
import * as queries from "./import-queries.ts";
import { memberSurroundings, peopleSurroundings } from "./import-surroundings.ts";
import { type PlannedRow, sentRows } from "./import-table.ts";

type Planned = { ok: true; rows: PlannedRow<unknown>[] } | { ok: false; error: string };

/** The page of who hands in, and the plan: worked out only when asked, for not everybody may. */
interface Reading {
  page: Page;
  plan: () => Planned;
}

/** Reads, in one round trip, who hands in a table and all that it is laid beside. */
export async function readForImport(
  c: Context<Env>,
  kind: ImportKind | null,
  sheets: readonly ReadSheet[],
): Promise<Reading> {
  const today = dayInAmsterdam(c.var.now);
  if (kind === "members") {
    const { rows, ...page } = await readPage(c, (db) => [
      queries.membersToCompare(db),
      queries.municipalitiesToCompare(db),
      queries.formsToCompare(db),
    ]);
    const plan = (): Planned => {
      const sent = sentRows(sheets, MEMBER_COLUMNS);
      return sent.ok ? { ok: true, rows: planMembers(sent.rows, memberSurroundings(rows, today)) } : sent;
    };
    return { page, plan };
  }
  if (kind === "people") {
    const { rows, ...page } = await readPage(c, (db) => [
      queries.peopleToCompare(db),
      queries.memberNamesToCompare(db),
    ]);
    const plan = (): Planned => {
      const sent = sentRows(sheets, PERSON_COLUMNS);
      return sent.ok ? { ok: true, rows: planPeople(sent.rows, peopleSurroundings(rows, today)) } : sent;
    };
    return { page, plan };
  }
  return { page: await readBarePage(c), plan: () => ({ ok: true, rows: [] }) };
}
