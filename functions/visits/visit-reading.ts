import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { readPage } from "../http/page.ts";
import { readEvents, readGuestPerson, readHostPeople, readVisit } from "./visit-queries.ts";

/** A visit with its history and the people on both sides, in one round trip. */
export async function readVisitPage(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readVisit(db, scope, id),
        readEvents(db, scope, id),
        readGuestPerson(db, id),
        readHostPeople(db, id),
      ] as const,
  );
  const [[visit], events, guests, hosts] = rows;
  return { ...page, visit, events, guests, hosts };
}
export type VisitPageRows = Awaited<ReturnType<typeof readVisitPage>>;
