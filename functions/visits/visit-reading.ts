import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { readPage } from "../http/page.ts";
import { readDates } from "./date-queries.ts";
import { readParticipants } from "./participant-queries.ts";
import { readMessages } from "./thread-queries.ts";
import { readApprovers, readGuestPerson, readHostPeople } from "./visit-people.ts";
import { readEvents, readVisit } from "./visit-queries.ts";

/** A visit with its history, its conversation and the people on both sides, in one round trip. */
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
        readDates(db, scope, id),
        readMessages(db, scope, id),
        readApprovers(db, id),
        readParticipants(db, id),
      ] as const,
  );
  const [[visit], events, guests, hosts, dates, messages, approvers, participants] = rows;
  return { ...page, visit, events, guests, hosts, dates, messages, approvers, participants };
}
export type VisitPageRows = Awaited<ReturnType<typeof readVisitPage>>;
