import { Hono } from "hono";
import { MunicipalityListPage } from "../../web/members/municipality-list-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import * as queries from "./municipality-queries.ts";

/** The registry of municipalities, for the staff of the association. */
export const municipalityRoutes = new Hono<Env>();

municipalityRoutes.get(paths.municipalities(), async (c) => {
  const today = dayInAmsterdam(c.var.now);
  const page = Number(/^[1-9]\d{0,2}$/.exec(c.req.query("pagina") ?? "")?.[0] ?? 1);
  const filter = { query: c.req.query("zoek") ?? "", past: c.req.query("toon") === "opgegaan", page };
  const read = await readPage(c, (db) => [
    queries.municipalityPage(db, filter, today),
    queries.municipalityCount(db, filter),
    queries.referenceDates(db, today),
    queries.reachPerRound(db, today),
    queries.mergerList(db),
  ]);
  const decision = mayManage(read.viewer);
  if (!decision.may) return refuse(c, read, decision);
  const [municipalities, [found], referenceDates, reach, mergers] = read.rows;
  const count = found?.count ?? 0;
  const pages = Math.max(1, Math.ceil(count / queries.MUNICIPALITIES_A_PAGE));
  const list = { filter, municipalities, count, pages, referenceDates, reach, mergers };
  return show(c, <MunicipalityListPage frame={read.frame} {...list} message={c.req.query("melding")} />);
});
