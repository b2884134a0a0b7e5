import { type Context, Hono } from "hono";
import { ContactCheckPage } from "../../web/members/contact-check-page.tsx";
import { ownContactContract } from "../../web/members/contact-contract.ts";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { mayConfirmOwn } from "./contact-person-policy.ts";
import * as queries from "./contact-person-queries.ts";

/** The page on which a contact says that all is right. */
export const contactCheckRoutes = new Hono<Env>();

async function readOwn(c: Context<Env>) {
  const page = await readPage(c, (db, scope) => [
    queries.ownContacts(db, scope),
    queries.ownDetails(db, scope),
  ]);
  const [contacts, [person]] = page.rows;
  return { ...page, contacts, person, decision: mayConfirmOwn(page.viewer) };
}

async function drawOwn(
  c: Context<Env>,
  own: Awaited<ReturnType<typeof readOwn>>,
  typed?: Typed,
  errors?: FieldErrors,
) {
  const { frame, contacts, person } = own;
  if (!person) return refuse(c, own, { because: "missing" });
  const notice =
    !errors && c.req.query("melding") === "bevestigd" ? "Bedankt. Je gegevens zijn bevestigd." : undefined;
  return show(
    c,
    <ContactCheckPage {...{ frame, person, contacts, notice }} {...(typed && { typed })} errors={errors} />,
    errors ? 422 : 200,
  );
}

contactCheckRoutes.get(paths.contactCheck(), async (c) => {
  const own = await readOwn(c);
  return own.decision.may ? drawOwn(c, own) : refuse(c, own, own.decision);
});

contactCheckRoutes.post(paths.contactCheck(), async (c) => {
  const typed = await readForm(c);
  const own = await readOwn(c);
  const { decision, viewer } = own;
  if (!decision.may || !viewer)
    return refuse(c, own, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(ownContactContract, typed);
  if (!read.ok) return drawOwn(c, own, typed, read.errors);
  await confirm(c, viewer, { name: read.value.naam, phone: read.value.telefoon });
  return c.redirect(`${paths.contactCheck()}?melding=bevestigd`, 303);
});

function confirm(
  c: Context<Env>,
  { personId, member }: Viewer,
  details: { name: string; phone: string | null },
) {
  const { db, now } = c.var;
  const entry = { by: personId, memberId: member?.memberId ?? null, action: "contact_confirmed" as const };
  const [contacts, person] = queries.confirmContacts(db, personId, details, now);
  return write(c, [contacts, queries.contactLogged(db, { ...entry, subject: personId }, now), person]);
}
