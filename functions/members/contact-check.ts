import { sql } from "drizzle-orm";
import type { Database, Statements } from "../../db/client.ts";
import type { ContactRole } from "../../db/vocabulary.ts";
import { contactCheckMail } from "../../web/members/contact-emails.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type DueTask, eachInTurn } from "../http/due-work.ts";
import { queueNotice } from "../mail/notice.ts";

const DAY_MS = 86_400_000;
/** Half a year after it was last confirmed, or asked. */
const EVERY_MS = 182 * DAY_MS;
/** So many people a run; the rest a minute later. */
const MOST_A_RUN = 20;

const isDue = (now: number) =>
  sql`c.confirmed_at <= ${now - EVERY_MS} and coalesce(c.asked_at, 0) <= ${now - EVERY_MS}`;

interface DueContact {
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  memberName: string;
  role: ContactRole;
  association: string;
  contactEmail: string;
  contactPhone: string;
}

/** All contact roles of the next people of whom one is due: one mail asks about all of them. */
function dueContacts(db: Database, now: number) {
  return db.all<DueContact>(sql`
    select p.id as personId, p.name, p.email, p.phone, m.name as memberName, c.role, a.name as association,
      a.contact_email as contactEmail, a.contact_phone as contactPhone
    from member_contacts c join people p on p.id = c.person_id and p.removed_at is null
    join members m on m.id = c.member_id join association a on a.id = 1
    where c.person_id in (select c.person_id from member_contacts c join members m on m.id = c.member_id
      where ${isDue(now)} and (m.left_on is null or m.left_on > ${dayInAmsterdam(now)})
      group by 1 order by min(c.confirmed_at) limit ${MOST_A_RUN})
    order by p.id, m.name, c.role`);
}

/** Writes down that a person was asked; changes nothing when another run was first. */
const noteAsked = (db: Database, personId: string, now: number) =>
  db.run(sql`update member_contacts set asked_at = ${now}
    where person_id = ${personId} and exists (
      select 1 from member_contacts c where c.person_id = ${personId} and ${isDue(now)})`);

/** "Klopt dit nog?", one mail a person every half year. The note and the mail are one batch. */
export const checkContacts: DueTask = async ({ db, now, origin }) => {
  const people = Map.groupBy(await dueContacts(db, now), ({ personId }) => personId);
  const url = `${origin}${paths.contactCheck()}`;
  await eachInTurn(people, async ([personId, rows]) => {
    const [first] = rows;
    if (!first) return;
    const byMember = Map.groupBy(rows, ({ memberName }) => memberName);
    const contacts = [...byMember].map(([memberName, own]) => ({
      memberName,
      roles: own.map(({ role }) => role),
    }));
    const { contactEmail, contactPhone } = first;
    const mail = contactCheckMail(
      { name: first.association, contactEmail, contactPhone },
      { ...first, contacts },
      url,
    );
    const id = `contact-${personId}-${dayInAmsterdam(now)}`;
    const notice = { id, to: first.email, kind: "contact_check" as const, mail, url };
    const statements: Statements = [
      noteAsked(db, personId, now),
      queueNotice(db, notice, now, sql`changes() > 0`),
    ];
    await db.batch([...statements] as [(typeof statements)[0]]);
  });
};
