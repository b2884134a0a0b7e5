import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import type { ImportKind } from "../../db/vocabulary.ts";
import { welcomeMail } from "../../web/accounts/emails.ts";
import { labelOfRole } from "../../web/navigation.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatList } from "../../web/ui/dutch.ts";
import * as accounts from "../accounts/import-queries.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { newId } from "../http/identifiers.ts";
import type { Page } from "../http/viewer.ts";
import type { PersonPlan } from "./import-people.ts";
import { memberStillTrue, writeMembers } from "./import-queries.ts";

/**
 * The batch that takes a checked table over. First the table is marked, so that of two attempts one writes; then
 * each row is found still true or outdated; all that follows writes the rows found true, wholly.
 */
export function runStatements(
  c: Context<Env>,
  { viewer, frame }: Page,
  table: { id: string; kind: ImportKind },
  newcomers: readonly { position: number; plan: string | null }[],
): [Statement, ...Statement[]] {
  const { db, now } = c.var;
  const today = dayInAmsterdam(now);
  const attempt = { importId: table.id, run: newId(), by: viewer?.personId ?? "", now };
  const take = accounts.takeImport(db, attempt);
  if (table.kind === "members")
    return [
      take,
      accounts.settleRows(db, attempt, memberStillTrue(today)),
      ...writeMembers(db, attempt, today),
    ];
  const mails = newcomers.map(({ position, plan }) => {
    const { id, name, email, roles, memberName } = JSON.parse(plan ?? "{}") as PersonPlan;
    const person = { name, email, memberName, roles: formatList(roles.map(labelOfRole)) };
    const mail = welcomeMail(frame.association, person, `${siteAddress(c)}${paths.signIn()}`);
    return { ...mail, id: `welcome-${id}`, to: email, position };
  });
  return [
    take,
    accounts.settleRows(db, attempt, accounts.personStillTrue(today)),
    ...accounts.writePeople(db, attempt),
    ...(mails.length > 0 ? [accounts.queueWelcomes(db, attempt, mails)] : []),
  ];
}
