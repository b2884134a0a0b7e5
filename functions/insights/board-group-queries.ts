import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

export interface BoardGroupRow {
  attribute: "grootte" | "landsdeel" | "provincie";
  /** a size class, a part of the country or a province; null for members without municipalities */
  value: string | null;
  members: number;
  begun: number;
  signed: number;
}

/** How many members of a round began and signed, per size class, part of the country and province. */
export const boardGroups = (db: Database, year: number) =>
  db.all<BoardGroupRow>(sql`
    select c.attribute, nullif(c.value, '') as value, c.members, c.begun, c.signed
    from rounds round join board_counts c on c.round_id = round.id
      and c.attribute in ('grootte', 'landsdeel', 'provincie') and c.members > 0
    where round.year = ${year} and round.state <> 'concept'`);
