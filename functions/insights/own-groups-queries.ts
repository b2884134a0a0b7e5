import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";
import { inhabitantsOn, placesOn } from "../members/division-queries.ts";
import type { FactRow, PlaceRow } from "./release-job-queries.ts";

/*
 * The public facts of the viewer's own organisation, by which figures are filtered: the same as the release uses
 * (`placesOfCounted`, `factsOfCounted`), of one organisation.
 */

const referenceOf = (year: number | SQL): SQL => sql`(select reference_on from rounds where year = ${year})`;

/** Where the own organisation works, with the inhabitants known at the reference date of the round. */
export const ownPlaces = (db: Database, scope: SessionScope, year: number | SQL) =>
  db.all<PlaceRow>(sql`
    select w.member_id as memberId, m.province, m.municipality_class as municipalityClass,
      coalesce(n.inhabitants, 0) as inhabitants
    from ${placesOn(referenceOf(year))} w join municipalities m on m.code = w.code
    left join ${inhabitantsOn(referenceOf(year))} n on n.code = m.code
    where w.member_id = ${scope.memberId} order by m.code`);

/** What the own organisation signed in that round on the choices that members opened to each other. */
export const ownFacts = (db: Database, scope: SessionScope, year: number | SQL) =>
  db.all<FactRow>(sql`
    select r.member_id as memberId, i.choice_list as list, a.value
    from responses r join answers a on a.response_id = r.id and a.state = 'given'
    join items i on i.id = a.item_id
      and i.audience = 'members' and i.profile_field is not null and i.choice_list is not null
    where r.id = (
      select s.id from responses s join rounds d on d.id = s.round_id
      where d.year = ${year} and s.member_id = ${scope.memberId} and s.state = 'signed'
      order by s.sequence desc, s.version desc limit 1)`);
