import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openEmbedded } from "../../db/embedded.ts";

const DAY_MS = 86_400_000;
/** Of so many organisations one has an open request, and one an offer. */
const ONE_ASKS_OF = 2;
const ONE_OFFERS_OF = 2;

/**
 * A copy of the demo in a directory of its own, with as many organisations as asked. The new ones work in one to
 * three municipalities, with a system and a legal form; half of them ask, half of them offer on one or two themes,
 * and each went to three others in the past two years.
 */
export async function withOrganisations(
  demo: string,
  directory: string,
  wanted: number,
  now: number,
): Promise<string> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "wijkteamplein.db");
  copyFileSync(demo, path);
  const db = openEmbedded(path);
  const [present] = await db.all<{ n: number }>(sql`select count(*) as n from members`);
  const missing = Math.max(0, wanted - (present?.n ?? 0));
  const upTo = (count: number) =>
    sql`with recursive n(i) as (select 1 where ${count} > 0 union all select i + 1 from n where i < ${count})`;
  const ordered = (table: string, column: string, where: string) =>
    sql.raw(`(select ${column} as id, row_number() over (order by ${column}) - 1 as nth,
      count(*) over () as total from ${table} where ${where})`);
  const places = ordered("municipalities", "code", "valid_to is null");
  const themes = ordered("themes", "id", "codebook_id = (select id from codebooks where concept = 'themes')");
  const profile = (field: "process_systems" | "legal_form", step: number) => sql`${upTo(missing)}
    insert into profile_values (id, member_id, field, state, value, reference_on, source, said_at)
    select ${field} || '-' || i, 'lid-' || i, ${field}, 'given', json_object('choices', json_array(c.id)),
      '2026-01-01', 'typed', ${now}
    from n join ${ordered("choices", "code", `list = '${field}'`)} c on c.nth = (i * ${step}) % c.total`;
  for (const statement of [
    sql`${upTo(missing)} insert into members (id, slug, name, search_key, joined_on, created_at)
      select 'lid-' || i, 'lid-' || i, 'Wijkteam ' || i, 'wijkteam ' || i, '2020-01-01', ${now} from n`,
    sql`${upTo(missing)} insert into member_municipalities (member_id, code)
      select distinct 'lid-' || i, p.id from n join ${places} p on p.nth in ((i * 7) % p.total,
        case i % 3 when 0 then (i * 7 + 1) % p.total end, case i % 5 when 0 then (i * 11) % p.total end)`,
    profile("process_systems", 5),
    profile("legal_form", 3),
    sql`${upTo(missing)} insert into visit_offers (id, member_id, title, format, what_you_see, for_whom, seats,
        state, created_at, updated_at)
      select 'aanbod-' || i, 'lid-' || i, 'Kijk mee bij team ' || i, 'team_visit', 'Ons werk.', 'teams', 6,
        'published', ${now}, ${now} from n where i % ${ONE_OFFERS_OF} = 0`,
    sql`${upTo(missing)} insert into offer_themes (offer_id, theme_id)
      select distinct 'aanbod-' || i, t.id from n join ${themes} t on t.nth in ((i / 2) % t.total, (i * 3) % t.total)
      where i % ${ONE_OFFERS_OF} = 0`,
    sql`${upTo(missing)} insert into visits (id, guest_member_id, theme_id, learning_question, seats, state,
        created_at, updated_at)
      select 'vraag-' || i, 'lid-' || i, t.id, 'Hoe doen jullie dit?', 2, 'open', ${now} - i, ${now}
      from n join ${themes} t on t.nth = (i / 2 * 5) % t.total where i % ${ONE_ASKS_OF} = 0`,
    sql`${upTo(missing * 3)} insert into visits (id, guest_member_id, host_member_id, theme_id, learning_question,
        seats, state, starts_at, ends_at, created_at, updated_at)
      select 'ging-' || i, 'lid-' || (i % ${missing} + 1), 'lid-' || ((i * 17 + 5) % ${missing} + 1), t.id, 'Hoe?', 2,
        'took_place', ${now} - (i % 700 + 1) * ${DAY_MS}, ${now} - (i % 700 + 1) * ${DAY_MS}, ${now}, ${now}
      from n join ${themes} t on t.nth = i % t.total`,
  ])
    await db.run(statement);
  // As after some time in use: the planner knows how large the tables are.
  await db.$client.execute("analyze");
  db.$client.close();
  return path;
}
