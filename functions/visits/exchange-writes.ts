import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitExchanges } from "../../db/schema/tables.ts";
import { newId } from "../http/identifiers.ts";
import type { Planned } from "./exchange-plan.ts";

/** The first exchange of a year stays; a second start of the same year writes nothing. */
export function insertExchange(db: Database, id: string, year: number, by: string | null, now: number) {
  return db
    .insert(visitExchanges)
    .values({ id, year, computedAt: now, computedBy: by })
    .onConflictDoNothing()
    .returning({ id: visitExchanges.id });
}

/** All proposals in one statement, only of an exchange that is there: nothing of a start that came second. */
export function insertProposals(db: Database, exchangeId: string, planned: readonly Planned[]) {
  const rows = JSON.stringify(planned.map((each) => ({ id: newId(), ...each })));
  return db.run(sql`insert into exchange_proposals
      (id, exchange_id, visit_id, guest_member_id, host_member_id, offer_id, wave, cause)
    select value ->> 'id', ${exchangeId}, value ->> 'visitId', value ->> 'guestMemberId',
      value ->> 'hostMemberId', value ->> 'offerId', value ->> 'wave', value ->> 'cause'
    from json_each(${rows}) where exists (select 1 from visit_exchanges where id = ${exchangeId})`);
}

/** In the log: who had an exchange computed. */
export const logExchange = (db: Database, exchangeId: string, year: number, by: string, now: number) =>
  db.run(sql`insert into audit_entries (at, person_id, action, subject)
    select ${now}, ${by}, 'exchange_computed', ${String(year)}
    where exists (select 1 from visit_exchanges where id = ${exchangeId})`);

/** "Nee, dank je" of one side; the first of a side stays, a second changes nothing. */
export function declineProposal(db: Database, id: string, memberId: string, now: number) {
  return db.run(sql`update exchange_proposals set
      declined_by_guest_at = case when guest_member_id = ${memberId} then coalesce(declined_by_guest_at, ${now})
        else declined_by_guest_at end,
      declined_by_host_at = case when host_member_id = ${memberId} then coalesce(declined_by_host_at, ${now})
        else declined_by_host_at end
    where id = ${id} and host_member_id is not null`);
}
