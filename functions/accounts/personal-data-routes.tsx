import { type Context, Hono } from "hono";
import { detailsContract, EMAIL_TAKEN } from "../../web/accounts/person-contract.ts";
import { PersonDetailsPage } from "../../web/accounts/person-details-page.tsx";
import { PersonRemovalPage } from "../../web/accounts/person-removal-page.tsx";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { exportLogged } from "./bureau-queries.ts";
import { moveOpenWork } from "./open-work-moves.ts";
import {
  changeDetails,
  type Details,
  differs,
  logIf,
  logIfChanged,
  movesAddress,
  onePerson,
  seenDetails,
} from "./people-queries.ts";
import { type PersonReading, readPerson } from "./person-reading.tsx";
import { personalData } from "./personal-data-queries.ts";
import { mayManagePerson, mayRemove } from "./policy.ts";
import { readableData } from "./readable-data.ts";
import { clearAfterRemoval, makeNameless, removedNow } from "./removal-queries.ts";
import { endAccess } from "./session-queries.ts";

/** A person's rights: to see, to correct, to take along and to be removed. */
export const personalDataRoutes = new Hono<Env>();

personalDataRoutes.get(paths.personData(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const statements = personalData(c.var.db, id);
  const page = await readPage(c, (db, scope) => [
    exportLogged(db, scope, id),
    onePerson(db, id),
    ...Object.values(statements),
  ]);
  const [, found, ...rows] = page.rows;
  const decision = mayManagePerson(page.viewer, found.length > 0);
  if (!decision.may) return refuse(c, page, decision);
  const data = readableData(Object.keys(statements), rows, c.var.now);
  return c.body(JSON.stringify(data, null, 2), 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": 'attachment; filename="gegevens.json"',
  });
});

personalDataRoutes.get(paths.personDetails(":id"), async (c) => {
  const page = await readPerson(c);
  const decision = mayManagePerson(page.viewer, Boolean(page.person));
  if (!decision.may) return refuse(c, page, decision);
  return showDetails(c, page, page.person ? detailsOf(page.person) : { naam: "", email: "", telefoon: "" });
});

const detailsOf = ({
  name,
  email,
  phone,
}: {
  name: string;
  email: string;
  phone: string | null;
}): Details => ({
  naam: name,
  email,
  telefoon: phone ?? "",
});

personalDataRoutes.post(paths.personDetails(":id"), async (c) => {
  const page = await readPerson(c);
  const read = parseForm(detailsContract, await readForm(c));
  const decision = mayManagePerson(page.viewer, Boolean(page.person));
  if (!decision.may) return refuse(c, page, decision, read.typed);
  const [naam = "", email = "", telefoon = ""] = ["naam", "email", "telefoon"].map((n) => read.typed[n]?.[0]);
  const words = { naam, email, telefoon };
  const seen = read.typed.gezien?.[0] ?? null;
  if (!read.ok) return showDetails(c, page, words, { errors: read.errors, seen });
  const [changed, person] = await correct(c, page, read.value, seen);
  if (changed.length > 0) return c.redirect(`${paths.person(page.id)}?melding=gewijzigd`, 303);
  const isOvertaken = person && seen !== null && seenDetails(detailsOf(person)) !== seen;
  return isOvertaken
    ? showDetails(c, { ...page, person }, words, { overtaken: true })
    : showDetails(c, page, words, { errors: { email: EMAIL_TAKEN }, seen });
});

personalDataRoutes.get(paths.personRemoval(":id"), async (c) => {
  const page = await readPerson(c);
  const decision = mayRemove(page.viewer, Boolean(page.person), page.isLast);
  if (!decision.may || !page.person) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <PersonRemovalPage frame={page.frame} person={page.person} work={page.work} />);
});

personalDataRoutes.post(paths.personRemoval(":id"), async (c) => {
  const typed = await readForm(c);
  const page = await readPerson(c);
  const decision = mayRemove(page.viewer, Boolean(page.person), page.isLast);
  if (!decision.may || !page.person)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const { frame, person, work } = page;
  if (work.length > 0 && typed.loslaten?.[0] !== "ja")
    return show(c, <PersonRemovalPage {...{ frame, person, work }} errors={LET_GO} />, 422);
  const [removed] = await remove(c, page, person);
  if (removed.length === 0) return fault(c, page, "stale");
  return c.redirect(`${paths.people()}?melding=verwijderd`, 303);
});

function remove(c: Context<Env>, page: PersonReading, person: NonNullable<PersonReading["person"]>) {
  const { db, now } = c.var;
  const entry = { by: page.viewer?.personId ?? "", memberId: null, subject: page.id };
  const nameless = makeNameless(db, person, now);
  return write(c, [
    nameless,
    logIfChanged(db, { ...entry, action: "person_removed" }, now),
    ...lettingGo(c, page),
    ...clearAfterRemoval(db, person, now),
  ] as unknown as [typeof nameless]);
}

const LET_GO = { loslaten: "Draag het open werk over, of zet een vinkje om het los te laten." };

/** Lets go of all open work of who is removed, at every organisation that has some. */
function lettingGo(c: Context<Env>, { id, viewer, work }: PersonReading) {
  const { db, now } = c.var;
  const by = viewer?.personId ?? "";
  return [...new Set(work.map(({ memberId }) => memberId))].flatMap((memberId) =>
    moveOpenWork(db, { memberId, from: id, to: null, by, now }, removedNow(id, now)),
  );
}

/**
 * Corrects contact data and logs it. Who may read the mail of the old address must not stay or come in with it,
 * so another address ends sessions and codes. All of it comes before the change: it compares with what was.
 */
async function correct(
  c: Context<Env>,
  { id, viewer }: PersonReading,
  details: Details,
  seen: string | null,
) {
  const { db, now, sessionId } = c.var;
  const entry = {
    by: viewer?.personId ?? "",
    memberId: null,
    subject: id,
    action: "person_changed",
  } as const;
  const [, , , changed, [person]] = await write(c, [
    logIf(db, entry, now, differs(id, details, seen)),
    ...endAccess(db, id, sessionId, now, movesAddress(id, details, seen)),
    changeDetails(db, id, details, seen),
    onePerson(db, id),
  ]);
  return [changed, person] as const;
}

function showDetails(
  c: Context<Env>,
  { frame, person }: PersonReading,
  words: Details,
  told: { errors?: FieldErrors; seen?: string | null; overtaken?: boolean } = {},
) {
  if (!person) throw new Error("A policy lets nobody change a person who is not there.");
  const { errors, overtaken } = told;
  const standing = detailsOf(person);
  const props = { frame, person, words, errors, seen: told.seen ?? seenDetails(standing) };
  const page = <PersonDetailsPage {...props} standing={overtaken ? standing : undefined} />;
  return show(c, page, errors ? 422 : overtaken ? 409 : 200);
}
