import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { NEWEST_EDITION } from "./api-queries.ts";

/** What the newest edition of every confidential question kept. For the job only: it holds answers. */
export const keptProofs = (db: Database, year: number) =>
  db.all<{ concept: string; edition: number; body: string }>(sql`
    select i.concept, l.edition, p.body from rounds r join releases l on l.round_id = r.id
    join items i on i.id = l.item_id join release_proofs p on p.release_id = l.id
    where r.year = ${year} and ${NEWEST_EDITION}`);
