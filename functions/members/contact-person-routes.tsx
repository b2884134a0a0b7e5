import { type Context, Hono } from "hono";
import type * as z from "zod";
import { CONTACT_ROLES } from "../../db/vocabulary.ts";
import { contactPersonContract } from "../../web/members/contact-contract.ts";
import { ContactPersonsPage, type ContactPersonsPageProps } from "../../web/members/contact-persons-page.tsx";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { manageContacts, readContacts } from "./contact-person-policy.ts";
import * as queries from "./contact-person-queries.ts";
import { colleaguesAt, memberAt } from "./handover-queries.ts";

/** Whom to turn to at a member. Mounted before what takes any word under a member's address. */
export const contactPersonRoutes = new Hono<Env>();

const NOTICES: Record<string, string> = {
  bewaard: "De contactpersoon is bewaard.",
  weggehaald: "De contactpersoon is weggehaald.",
  overgedragen: "Het werk is overgedragen. Wie het overneemt, kreeg een mail.",
  losgelaten: "Het werk is losgelaten.",
};
const CHANGED = "Iemand anders heeft deze contactpersoon net gewijzigd. Bekijk wie het nu is.";

async function readPersons(c: Context<Env>) {
  const slug = c.req.param("slug") ?? "";
  const { rows, ...page } = await readPage(c, (db, scope) => [
    memberAt(db, slug),
    queries.contactsOf(db, scope, slug),
    colleaguesAt(db, slug),
  ]);
  const [[member], contacts, colleagues] = rows;
  return { ...page, member, contacts, colleagues, manage: manageContacts(page.viewer, member) };
}
type Reading = Awaited<ReturnType<typeof readPersons>>;

function draw(
  c: Context<Env>,
  reading: Reading,
  told: Pick<ContactPersonsPageProps, "typed" | "errors" | "stale"> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { frame, viewer, member, contacts, colleagues, manage } = reading;
  if (!member) return refuse(c, reading, { because: "missing" });
  const isOwn = viewer?.member?.memberId === member.id;
  const asked = told.typed?.rol?.[0] ?? c.req.query("rol");
  const own = `${paths.handover(member.slug)}?van=${viewer?.personId}`;
  return show(
    c,
    <ContactPersonsPage
      {...{ frame, member, contacts }}
      {...told}
      colleagues={manage.may ? colleagues : null}
      open={CONTACT_ROLES.find((role) => role === asked) ?? null}
      mayHandOver={manage.may ? paths.handover(member.slug) : isOwn ? own : null}
      notice={status === 200 ? NOTICES[c.req.query("melding") ?? ""] : undefined}
    />,
    status,
  );
}

contactPersonRoutes.get(paths.memberContacts(":slug"), async (c) => {
  const reading = await readPersons(c);
  const decision = readContacts(reading.viewer, reading.member);
  return decision.may ? draw(c, reading) : refuse(c, reading, decision);
});

contactPersonRoutes.post(paths.memberContacts(":slug"), async (c) => {
  const typed = await readForm(c);
  const reading = await readPersons(c);
  const { manage, member, viewer, colleagues } = reading;
  if (!manage.may || !member || !viewer)
    return refuse(c, reading, manage.may ? { because: "missing" } : manage, typed);
  const read = parseForm(contactPersonContract, typed);
  if (!read.ok) return draw(c, reading, { typed, errors: read.errors }, 422);
  if (!colleagues.some(({ id }) => id === read.value.persoon))
    return draw(c, reading, { typed, errors: { persoon: "Kies een collega uit de lijst." } }, 422);
  const stands = await name(c, member, viewer.personId, read.value);
  if (!stands) return draw(c, reading, { typed, stale: CHANGED }, 409);
  return c.redirect(`${paths.memberContacts(member.slug)}?melding=bewaard`, 303);
});

/** Names the contact; false when a colleague named somebody else meanwhile. */
async function name(
  c: Context<Env>,
  member: { id: string; slug: string },
  by: string,
  { rol: role, persoon: personId, gezien: seen }: z.output<typeof contactPersonContract>,
): Promise<boolean> {
  const [named, , [standing]] = await write(c, [
    queries.nameContact(c.var.db, { memberId: member.id, role, personId, seen, now: c.var.now }),
    logged(c, by, member.id, `${member.slug}/${role} ${personId}`),
    queries.standingContact(c.var.db, member.id, role),
  ]);
  return named.length > 0 || standing?.personId === personId;
}

const logged = (c: Context<Env>, by: string, memberId: string, subject: string) =>
  queries.contactLogged(c.var.db, { by, memberId, action: "contact_changed", subject }, c.var.now);

contactPersonRoutes.post(paths.memberContactRemoval(":slug", ":rol"), async (c) => {
  const typed = await readForm(c);
  const reading = await readPersons(c);
  const { manage, member, viewer } = reading;
  if (!manage.may || !member || !viewer)
    return refuse(c, reading, manage.may ? { because: "missing" } : manage, typed);
  const role = c.req.param("rol") ?? "";
  const [ended, , [standing]] = await write(c, [
    queries.endContact(c.var.db, member.id, role, Number(typed.gezien?.[0] ?? 0)),
    logged(c, viewer.personId, member.id, `${member.slug}/${role}`),
    queries.standingContact(c.var.db, member.id, role),
  ]);
  if (ended.length === 0 && standing) return draw(c, reading, { stale: CHANGED }, 409);
  return c.redirect(`${paths.memberContacts(member.slug)}?melding=weggehaald`, 303);
});
