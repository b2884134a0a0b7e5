import { type Context, Hono } from "hono";
import { ContactPage } from "../../web/members/contact-page.tsx";
import { contactContract } from "../../web/members/contract.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { editProfile } from "./policy.ts";
import { type Contact, changeContact } from "./profile-changes.ts";
import { memberBySlug } from "./queries.ts";

async function readContact(c: Context<Env>) {
  const today = dayInAmsterdam(c.var.now);
  const page = await readPage(c, (db) => [memberBySlug(db, c.req.param("slug") ?? "", today)]);
  const [member] = page.rows[0];
  return { page, member, decision: editProfile(page.viewer, member, today) };
}

type Reading = Awaited<ReturnType<typeof readContact>>;

function draw(
  { page, member }: Reading,
  { typed, errors = {}, current }: { typed?: Typed; errors?: FieldErrors; current?: Contact } = {},
) {
  if (!member) throw new Error("The policy lets nobody edit a member that does not exist.");
  return (
    <ContactPage
      frame={page.frame}
      slug={member.slug}
      memberName={member.name}
      current={current ?? member}
      typed={typed}
      errors={errors}
      isStale={current !== undefined}
    />
  );
}

const isSame = (one: Contact, other: Contact): boolean =>
  one.website === other.website &&
  one.contactEmail === other.contactEmail &&
  one.contactPhone === other.contactPhone;

/** The organisation's contact details. Mounted before the profile fields, whose address would catch it. */
export const contactRoutes = new Hono<Env>()
  .get(paths.memberProfileField(":slug", "contact"), async (c) => {
    const reading = await readContact(c);
    if (!reading.decision.may) return refuse(c, reading.page, reading.decision);
    return show(c, draw(reading));
  })
  .post(paths.memberProfileField(":slug", "contact"), async (c) => {
    const typed = await readForm(c);
    const reading = await readContact(c);
    const { page, member, decision } = reading;
    if (!decision.may) return refuse(c, page, decision, typed);
    const read = parseForm(contactContract, typed);
    if (!read.ok) return show(c, draw(reading, { typed, errors: read.errors }), 422);
    const current = await save(c, reading, read.value);
    if (current) return show(c, draw(reading, { typed, current }), 409);
    return c.redirect(`${paths.memberProfile(member?.slug ?? "")}?melding=opgeslagen`, 303);
  });

/** Writes the details; null when they stand, else those that somebody else saved meanwhile. */
async function save(
  c: Context<Env>,
  { page, member }: Reading,
  value: ReturnType<typeof contactContract.parse>,
): Promise<Contact | null> {
  if (!member || !page.viewer) throw new Error("The policy lets nobody edit without both.");
  const contact = {
    website: value.website,
    contactEmail: value.email,
    contactPhone: value.telefoon,
  };
  const seen = {
    website: value["vorige-website"],
    contactEmail: value["vorige-email"],
    contactPhone: value["vorige-telefoon"],
  };
  const [, , [current]] = await write(
    c,
    changeContact(c.var.db, {
      memberId: member.id,
      seen,
      contact,
      personId: page.viewer.personId,
      now: c.var.now,
      subject: `${member.slug}/contact`,
    }),
  );
  return !current || isSame(current, contact) ? null : current;
}
