import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type { Role } from "../../db/vocabulary.ts";
import type { OpenWork } from "../../web/accounts/open-work-words.ts";
import { isMemberRole, NO_MEMBER, needsMember, roleContract } from "../../web/accounts/person-contract.ts";
import { RoleWithdrawalPage } from "../../web/accounts/role-withdrawal-page.tsx";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { show, write } from "../http/page.ts";
import { moveOpenWork } from "./open-work-moves.ts";
import * as queries from "./people-queries.ts";
import { type PersonReading, readPerson, showPerson } from "./person-reading.tsx";
import { mayManagePerson, mayWithdraw } from "./policy.ts";
import { settleSessions, withdrawRole } from "./role-queries.ts";

/** One person and the roles: look, give, take away. */
export const personRoutes = new Hono<Env>();

personRoutes.get(paths.person(":id"), async (c) => {
  const page = await readPerson(c);
  const decision = mayManagePerson(page.viewer, Boolean(page.person));
  return decision.may ? showPerson(c, page, {}) : refuse(c, page, decision);
});

personRoutes.post(paths.personRoles(":id"), async (c) => {
  const page = await readPerson(c);
  const read = parseForm(roleContract, await readForm(c));
  const decision = mayManagePerson(page.viewer, Boolean(page.person));
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!read.ok) return showPerson(c, page, read.typed, read.errors);
  const grant = grantOf(page, read.value);
  if (needsMember([grant.role]) && !page.members.some(({ id }) => id === grant.memberId))
    return showPerson(c, page, read.typed, { lid: NO_MEMBER });
  const { db, now } = c.var;
  await write(c, [
    queries.grantRole(db, grant, now, queries.isHere(page.id)),
    queries.logIfChanged(db, { ...entryOf(page, grant), action: "role_granted" }, now),
    settleSessions(db, page.id),
  ]);
  return c.redirect(`${paths.person(page.id)}?melding=rol-gegeven`, 303);
});

personRoutes.post(paths.personRoleWithdrawal(":id"), async (c) => {
  const page = await readPerson(c);
  const read = parseForm(roleContract, await readForm(c));
  const found = Boolean(page.person);
  const decision = read.ok
    ? mayWithdraw(page.viewer, found, read.value.rol, page.isLast)
    : mayManagePerson(page.viewer, found);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!read.ok) return showPerson(c, page, read.typed, read.errors);
  const grant = grantOf(page, read.value);
  const orphans = orphansOf(page, grant);
  if (orphans.length > 0 && read.typed.loslaten?.[0] !== "ja") return ask(c, page, grant, orphans);
  const [withdrawn] = await withdraw(c, page, grant, orphans.length > 0);
  // A second click finds nothing to take and is fine; a role that stayed was held back by the guard.
  if (withdrawn.length === 0 && hadRole(page, grant)) return fault(c, page, "stale");
  return c.redirect(`${paths.person(page.id)}?melding=rol-ingetrokken`, 303);
});

/** What would be nobody's: open work at an organisation where this is the last role. */
const orphansOf = (page: PersonReading, grant: Grant) =>
  page.memberRoles.filter(({ memberId }) => memberId === grant.memberId).length === 1 && hadRole(page, grant)
    ? page.work.filter(({ memberId }) => memberId === grant.memberId)
    : [];

function ask(c: Context<Env>, { frame, person }: PersonReading, { role, memberId }: Grant, work: OpenWork[]) {
  if (!person) throw new Error("A policy lets nobody take a role from a person who is not there.");
  const props = { frame, person, role, memberId: memberId ?? "", work };
  return show(c, <RoleWithdrawalPage {...props} />, 409);
}

/** Takes the role, and lets go of what was open where that was chosen. */
async function withdraw(c: Context<Env>, page: PersonReading, grant: Grant, letsGo: boolean) {
  const { db, now } = c.var;
  const { personId, memberId } = grant;
  const entry = entryOf(page, grant);
  const isGone = sql`not exists (select 1 from memberships where person_id = ${personId} and member_id = ${memberId})`;
  const move = { memberId: memberId ?? "", from: personId, to: null, by: entry.by, now };
  const withdrawn = withdrawRole(db, grant);
  return write(c, [
    withdrawn,
    queries.logIfChanged(db, { ...entry, action: "role_withdrawn" }, now),
    settleSessions(db, page.id),
    ...(letsGo ? moveOpenWork(db, move, isGone) : []),
  ] as unknown as [typeof withdrawn]);
}

interface Grant {
  personId: string;
  role: Role;
  memberId: string | null;
}

const grantOf = ({ id }: PersonReading, { rol, lid }: { rol: Role; lid: string }): Grant => ({
  personId: id,
  role: rol,
  memberId: isMemberRole(rol) ? lid : null,
});

const entryOf = ({ viewer, id, memberRoles, members }: PersonReading, { role, memberId }: Grant) => ({
  by: viewer?.personId ?? id,
  // A made-up id of a form must not reach the log.
  memberId: [...members.map((each) => each.id), ...memberRoles.map((each) => each.memberId)].includes(
    memberId ?? "",
  )
    ? memberId
    : null,
  subject: `${id} ${role}`,
});

const hadRole = ({ memberRoles, staffRoles }: PersonReading, { role, memberId }: Grant): boolean =>
  memberRoles.some((each) => each.role === role && each.memberId === memberId) ||
  staffRoles.some((each) => each.role === role);
