import type { Context } from "hono";
import type { Role } from "../../db/vocabulary.ts";
import { welcomeMail } from "../../web/accounts/emails.ts";
import { isMemberRole } from "../../web/accounts/person-contract.ts";
import { labelOfRole } from "../../web/navigation.ts";
import { paths } from "../../web/paths.ts";
import { formatList } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { type Page, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { siteAddress } from "./mail-address.ts";
import * as queries from "./people-queries.ts";

interface Newcomer {
  id: string;
  naam: string;
  email: string;
  telefoon: string;
  rollen: readonly Role[];
}

/**
 * Adds somebody with roles, and mails a welcome. The same form twice adds one person. Answers false when the
 * address is somebody else's.
 */
export async function welcomePerson(
  c: Context<Env>,
  { viewer, frame }: Page,
  { id, naam, email, telefoon, rollen }: Newcomer,
  member: { id: string; name: string } | null,
): Promise<boolean> {
  const { db, now } = c.var;
  const addedNow = queries.addedNow(id, now);
  const by = viewer?.personId ?? id;
  const roles = formatList(rollen.map(labelOfRole));
  const memberName = rollen.some(isMemberRole) ? (member?.name ?? null) : null;
  const mail = welcomeMail(
    frame.association,
    { name: naam, email, memberName, roles },
    `${siteAddress(c)}${paths.signIn()}`,
  );
  const [added, found] = await write(c, [
    queries.addPerson(db, { id, name: naam, email, phone: telefoon || null }, now),
    queries.onePerson(db, id),
    ...rollen.flatMap((role) => {
      const memberId = isMemberRole(role) ? (member?.id ?? null) : null;
      return [
        queries.grantRole(db, { personId: id, role, memberId }, now, addedNow),
        queries.logIfChanged(db, { by, memberId, action: "role_granted", subject: `${id} ${role}` }, now),
      ];
    }),
    // One welcome a person: the id makes a second click put nothing in the outbox.
    queueMail(db, { id: `welcome-${id}`, to: email, ...mail, calendar: null }, now, addedNow),
  ]);
  return added.length > 0 || found.some((person) => person.email === email);
}
