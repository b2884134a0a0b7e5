import { Hono } from "hono";
import { SearchPage } from "../../web/members/search-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { readPage, show } from "../http/page.ts";
import { namesIn } from "./directory.ts";
import { readsFacts } from "./policy.ts";
import * as queries from "./search-queries.ts";

/** Search over members, municipalities and themes, for everybody. */
export const searchRoutes = new Hono<Env>().get(paths.search(), async (c) => {
  const typed = (c.req.query("zoek") ?? "").trim().slice(0, 100);
  const today = dayInAmsterdam(c.var.now);
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    queries.foundMembersByWords(db, scope, typed, today),
    queries.foundMunicipalities(db, scope, typed, today),
    queries.foundThemes(db, scope, typed),
    queries.latestPublishedRound(db),
  ]);
  const [members, municipalities, themes, [round]] = rows;
  return show(
    c,
    <SearchPage
      frame={frame}
      typed={typed}
      members={members.map((row) => ({ ...row, places: namesIn(row.places) }))}
      municipalities={municipalities.map((row) => ({ ...row, members: JSON.parse(row.members) }))}
      themes={themes.map((row) => ({ ...row, questions: JSON.parse(row.questions) }))}
      year={readsFacts(viewer) ? (round?.year ?? null) : null}
      seesOffers={readsFacts(viewer)}
    />,
  );
});
