import { type Context, Hono } from "hono";
import type * as z from "zod";
import { NAME_TAKEN, newMemberContract } from "../../web/members/new-member-contract.ts";
import { NewMemberPage } from "../../web/members/new-member-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readBarePage, show, write } from "../http/page.ts";
import { addMember, memberAdded, memberById, slugOf } from "./new-member-queries.ts";

/** The staff of the association adds a member. */
export const newMemberRoutes = new Hono<Env>();

newMemberRoutes.get(paths.newMember(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const typed = { id: [newId()], lid_sinds: [dayInAmsterdam(c.var.now)] };
  return show(c, <NewMemberPage frame={page.frame} typed={typed} />);
});

newMemberRoutes.post(paths.newMember(), async (c) => {
  const page = await readBarePage(c);
  const read = parseForm(newMemberContract, await readForm(c));
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  const again = (errors: Record<string, string>) =>
    show(c, <NewMemberPage frame={page.frame} typed={read.typed} errors={errors} />, 422);
  if (!read.ok) return again(read.errors);
  const id = isId(read.value.id) ? read.value.id : newId();
  const isThere = await add(c, page.viewer?.personId ?? "", { ...read.value, id });
  if (!isThere) return again({ naam: NAME_TAKEN });
  const next = new URLSearchParams({ lid: id, melding: "lid-toegevoegd" });
  return c.redirect(`${paths.newPerson()}?${next}`, 303);
});

/** Adds the member; false when another one has this name. The second click of two finds its own member. */
async function add(
  c: Context<Env>,
  by: string,
  member: z.output<typeof newMemberContract>,
): Promise<boolean> {
  const { db, now } = c.var;
  const slug = slugOf(member.naam);
  const [added, , found] = await write(c, [
    addMember(db, member, now),
    memberAdded(db, by, member.id, slug, now),
    memberById(db, member.id),
  ]);
  return added.length > 0 || found[0]?.slug === slug;
}
