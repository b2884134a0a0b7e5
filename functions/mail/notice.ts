import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { NoticeKind } from "../../db/vocabulary.ts";
import { paths } from "../../web/paths.ts";
import { type ComposedMail, withSettingsLine } from "../../web/ui/mail.ts";

/** Mail that its reader may want once a day, or not at all. */
export interface Notice {
  id: string;
  /** address of the reader, a person of the platform or not */
  to: string;
  kind: NoticeKind;
  mail: ComposedMail;
  /** the page it is about, in full: the digest leads there */
  url: string;
}

/**
 * The statement that tells somebody something, the way that person chose for this kind: at once, with the
 * digest of the day, or not. It reads the choice itself and belongs in the batch of the write that causes it;
 * `onlyIf` says in SQL whether that write happened. Who has no account gets it at once.
 *
 * Whatever the choice, it adds exactly one row (unless the id is there already), so that a statement after it
 * may still ask `changes() > 0`. A notice that nobody wants leaves a row without words.
 */
export function queueNotice(db: Database, notice: Notice, now: number, onlyIf: SQL = sql`true`) {
  const { id, to, kind, mail, url } = notice;
  const chosen = withSettingsLine(mail, new URL(paths.notices(), url).href);
  const body = (plain: string, withLine: string) =>
    sql`case when delivery = 'off' then '' when person_id is null then ${plain} else ${withLine} end`;
  return db.run(sql`
    insert into outbox (id, to_email, subject, text, html, created_at, due_at, attempts, notice_kind, url,
      delivery, sent_at)
    select ${id}, ${to}, ${mail.subject}, ${body(mail.text, chosen.text)}, ${body(mail.html, chosen.html)},
      ${now}, ${now}, 0, ${kind}, ${url}, delivery, case when delivery = 'off' then ${now} end
    from (select person_id, coalesce((select s.delivery from notice_settings s
          where s.person_id = reader.person_id and s.kind = ${kind}), 'direct') as delivery
        from (select (select p.id from people p where p.email = ${to} and p.removed_at is null) as person_id)
          as reader)
    where ${onlyIf}
    on conflict (id) do nothing`);
}
