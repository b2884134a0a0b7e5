import { type Context, Hono } from "hono";
import { noticeFor } from "../../web/accounts/labels.ts";
import { NewPersonPage } from "../../web/accounts/new-person-page.tsx";
import { type PeopleFilter, PeoplePage } from "../../web/accounts/people-page.tsx";
import {
  EMAIL_TAKEN,
  NO_MEMBER,
  needsMember,
  personContract,
  ROLES,
} from "../../web/accounts/person-contract.ts";
import { labelOfRole } from "../../web/navigation.ts";
import { paths } from "../../web/paths.ts";
import { formatDateTime } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { type Page, readPage, show } from "../http/page.ts";
import { exportLogged } from "./bureau-queries.ts";
import { pageOf, pagesFor } from "./paging.ts";
import { findPeople, listedPeople } from "./people-list.ts";
import * as queries from "./people-queries.ts";
import { mayManage } from "./policy.ts";
import { welcomePerson } from "./welcome.ts";

const PAGE_SIZE = 50;

export const peopleRoutes = new Hono<Env>();

peopleRoutes.get(paths.people(), async (c) => {
  const read = await readPeople(c);
  if (read instanceof Response) return read;
  const { frame, filter, people } = read;
  const at = pageOf(c.req.query("pagina"));
  const place = { found: people.length, page: at, pages: pagesFor(people.length, PAGE_SIZE) };
  const shown = people.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  const notice = noticeFor(c.req.query("melding"));
  return show(c, <PeoplePage frame={frame} filter={filter} people={shown} {...place} notice={notice} />);
});

peopleRoutes.get(paths.peopleExport("csv"), async (c) => {
  const read = await readPeople(c, true);
  return read instanceof Response ? read : sendCsv(c, sheetOf(c, read));
});

peopleRoutes.get(paths.peopleExport("xlsx"), async (c) => {
  const read = await readPeople(c, true);
  return read instanceof Response ? read : sendExcel(c, sheetOf(c, read));
});

peopleRoutes.get(paths.newPerson(), async (c) => {
  const page = await readPage(c, (db) => [queries.memberNames(db)]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const asked: Typed = { id: [newId()], lid: [c.req.query("lid") ?? ""], rollen: c.req.queries("rol") ?? [] };
  return showNewPerson(c, page, page.rows[0], asked);
});

peopleRoutes.post(paths.people(), async (c) => {
  const page = await readPage(c, (db) => [queries.memberNames(db)]);
  const typed = await readForm(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  const [members] = page.rows;
  const read = parseForm(personContract, typed);
  if (!read.ok) return showNewPerson(c, page, members, typed, read.errors);
  const member = members.find(({ id }) => id === read.value.lid) ?? null;
  if (!member && needsMember(read.value.rollen))
    return showNewPerson(c, page, members, typed, { lid: NO_MEMBER });
  const id = isId(read.value.id) ? read.value.id : newId();
  const isHere = await welcomePerson(c, page, { ...read.value, id }, member);
  if (!isHere) return showNewPerson(c, page, members, typed, { email: EMAIL_TAKEN });
  return c.redirect(`${paths.person(id)}?melding=toegevoegd`, 303);
});

function showNewPerson(
  c: Context<Env>,
  { frame }: Page,
  members: { id: string; name: string }[],
  typed: Typed,
  errors?: FieldErrors,
) {
  const first = (name: string) => typed[name]?.[0] ?? "";
  const words = {
    id: first("id"),
    naam: first("naam"),
    email: first("email"),
    telefoon: first("telefoon"),
    lid: first("lid"),
    rollen: typed.rollen ?? [],
  };
  const notice = errors ? undefined : noticeFor(c.req.query("melding"));
  return show(
    c,
    <NewPersonPage frame={frame} words={words} members={members} errors={errors} notice={notice} />,
    errors ? 422 : 200,
  );
}

/** Everybody whom this address asks for, or the refusal. `toTake`: for a file, and that is logged. */
async function readPeople(c: Context<Env>, toTake = false) {
  const asked = c.req.query("rol");
  const filter: PeopleFilter = {
    words: (c.req.query("zoek") ?? "").trim().slice(0, 80),
    role: ROLES.find((role) => role === asked) ?? null,
  };
  const page = await readPage(c, (db, scope) => [
    queries.everybody(db),
    queries.memberRoles(db),
    queries.staffRoles(db),
    ...(toTake ? [exportLogged(db, scope, "mensen")] : []),
  ]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [people, memberRoles, staffRoles] = page.rows;
  const found = findPeople(listedPeople({ people, memberRoles, staffRoles }), filter);
  return { frame: page.frame, filter, people: found };
}

function sheetOf(
  c: Context<Env>,
  { filter, people }: Exclude<Awaited<ReturnType<typeof readPeople>>, Response>,
) {
  return {
    fileName: "mensen",
    columns: ["Naam", "Mailadres", "Telefoon", "Organisatie", "Rol"].map((label) => ({
      label,
      kind: "text" as const,
    })),
    rows: people.map((person) => [
      person.name,
      person.email,
      person.phone,
      person.memberNames.join(", "),
      person.roles.map(labelOfRole).join(", "),
    ]),
    notes: [
      ["Opgehaald", formatDateTime(c.var.now)],
      ["Zoekwoord", filter.words || "geen"],
      ["Rol", filter.role ? labelOfRole(filter.role) : "alle"],
      ["Aantal mensen", people.length],
      ["Betekenis", "Iedereen die kan inloggen. Alleen zakelijke contactgegevens."],
    ] as const,
  };
}
