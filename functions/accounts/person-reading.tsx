import type { Context } from "hono";
import { noticeFor } from "../../web/accounts/labels.ts";
import { PersonPage } from "../../web/accounts/person-page.tsx";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { openWork } from "./open-work.ts";
import * as queries from "./people-queries.ts";
import { isLastManager } from "./policy.ts";

/** Reads the person of this address with roles; `person` is undefined for who is gone or never was. */
export async function readPerson(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { viewer, frame, rows } = await readPage(c, (db) => [
    queries.onePerson(db, id),
    queries.memberRoles(db, id),
    queries.staffRoles(db),
    queries.lastSession(db, id),
    queries.memberNames(db),
    openWork(db, id),
  ]);
  const [[person], memberRoles, allStaff, [session], members, work] = rows;
  return {
    id,
    viewer,
    frame,
    person,
    memberRoles,
    staffRoles: allStaff.filter(({ personId }) => personId === id),
    isLast: isLastManager(allStaff, id),
    lastSignedInAt: session?.createdAt ?? null,
    members,
    /** what would be nobody's without this person; roles are not */
    work: work.filter(({ kind }) => kind !== "role"),
  };
}

export type PersonReading = Awaited<ReturnType<typeof readPerson>>;

/** The page of a person, with what was typed when something was wrong. */
export function showPerson(c: Context<Env>, reading: PersonReading, typed: Typed, errors?: FieldErrors) {
  const { person, isLast, work: _, ...rest } = reading;
  if (!person) throw new Error("A policy lets nobody look at a person who is not there.");
  const words = { rol: typed.rol?.[0] ?? "", lid: typed.lid?.[0] ?? "" };
  const notice = errors ? undefined : noticeFor(c.req.query("melding"));
  return show(
    c,
    <PersonPage
      {...rest}
      person={person}
      mayLoseBureau={!isLast}
      words={words}
      errors={errors}
      notice={notice}
    />,
    errors ? 422 : 200,
  );
}
