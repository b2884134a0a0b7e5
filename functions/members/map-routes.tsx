import { Hono } from "hono";
import { readDirectoryFilter, withoutFacts } from "../../web/members/directory-filter.ts";
import { MembersMapPage } from "../../web/members/map-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { facetsToShow, only } from "./directory.ts";
import { totals } from "./directory-queries.ts";
import { facetCounts } from "./facet-queries.ts";
import { foundPlaces, PLACES_PAGE_SIZE, type PlaceMark, placesPage } from "./map-queries.ts";
import { readsFacts } from "./policy.ts";
import { allChoices } from "./queries.ts";

/** The directory as a map, with the same filters; for everybody. Mounted before the profiles, whose address would catch it. */
export const mapRoutes = new Hono<Env>().get(paths.membersMap(), async (c) => {
  const asked = readDirectoryFilter(readQuery(c));
  const today = dayInAmsterdam(c.var.now);
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    foundPlaces(db, scope, asked, today),
    placesPage(db, scope, asked, today),
    totals(db, scope, asked, today),
    facetCounts(db, scope, asked, today),
    allChoices(db),
  ]);
  const [places, page, found, counts, choices] = rows;
  const filter = readsFacts(viewer) ? asked : withoutFacts(asked);
  return show(
    c,
    <MembersMapPage
      frame={frame}
      filter={filter}
      facets={facetsToShow(counts, choices, filter)}
      found={only(found)}
      marks={places.map(({ mark }) => JSON.parse(mark) as PlaceMark)}
      places={page.map((row) => ({ ...row, members: JSON.parse(row.members) }))}
      pages={Math.ceil(places.length / PLACES_PAGE_SIZE)}
    />,
  );
});
