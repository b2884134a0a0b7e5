import { type SQL, sql } from "drizzle-orm";
import { members } from "../../db/schema/tables.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import { OTHER_WORD, STATE_WORDS } from "../../web/members/value-words.ts";
import type { SessionScope } from "../http/session.ts";
import { readsFactsSql } from "./queries.ts";

/** The current value of a field of the row's member, for who may read facts; null for a visitor. */
const current = (scope: SessionScope, field: ProfileField, shown: SQL): SQL =>
  sql`(select ${shown} from profile_values pv where pv.member_id = ${members.id} and pv.field = ${field}
    and pv.superseded_at is null and ${readsFactsSql(scope)})`;

/**
 * A fact in Dutch: `valueWords` with commas, in SQL, so that a file of many members is made of few cells. For
 * fields with choices; a field and its list have one name. Null when nothing was said.
 */
export const factWords = (scope: SessionScope, field: ProfileField): SQL<string | null> =>
  sql<string | null>`${current(
    scope,
    field,
    sql`case pv.state when 'unknown' then ${STATE_WORDS.unknown}
      when 'not_applicable' then ${STATE_WORDS.not_applicable}
      when 'given' then concat_ws(', ', (select group_concat(coalesce(c.label, chosen.value), ', ')
        from json_each(pv.value, '$.choices') chosen
        left join choices c on c.list = pv.field and c.code = chosen.value),
        ${OTHER_WORD} || nullif(pv.value ->> '$.other', '')) end`,
  )}`;

/** A number that was given; null otherwise, also for "weet ik niet". */
export const factNumber = (scope: SessionScope, field: ProfileField): SQL<number | null> =>
  sql<number | null>`${current(scope, field, sql`pv.value ->> '$.number'`)}`;
