import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { HostDayPage } from "../../web/visits/host-day-page.tsx";
import { clockOnDay } from "../http/amsterdam.ts";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { peopleOfDay } from "./day-people.ts";
import { mayReadHostDay } from "./day-policy.ts";
import { hostedMains, hostedPeople, hostedVisits, neighbouringDays } from "./day-queries.ts";

/** One day of a host, on one sheet of paper: who comes when, where, and what to know of them. */
export const dayRoutes = new Hono<Env>();

dayRoutes.get(paths.hostDay(":datum"), async (c) => {
  const day = c.req.param("datum") ?? "";
  if (!isDay(day)) return missingPage(c);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const [from, until] = [clockOnDay(noon, 0, "00:00"), clockOnDay(noon, 1, "00:00")];
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        hostedVisits(db, scope, from, until),
        hostedPeople(db, scope, from, until),
        hostedMains(db, scope, from, until),
        neighbouringDays(db, scope, from, until),
      ] as const,
  );
  const decision = mayReadHostDay(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [visits, invited, mains, [near]] = rows;
  const shown = visits.map((visit) => ({ ...visit, people: peopleOfDay(visit.id, mains, invited) }));
  return show(
    c,
    <HostDayPage
      frame={page.frame}
      day={day}
      visits={shown}
      before={near?.before ?? null}
      after={near?.after ?? null}
    />,
  );
});

/** A day as an address holds it: 2026-12-01, and a day that exists. */
const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
