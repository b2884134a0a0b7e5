import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { filterContract } from "../../web/visits/contract.ts";
import { VisitsPage } from "../../web/visits/visits-page.tsx";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { mayReadDrafts } from "./draft-policy.ts";
import { maySetHost } from "./host-policy.ts";
import { browseOffers, countOffers, PAGE_SIZE, provinces, sharedThemes } from "./offer-queries.ts";
import { mayBrowse, mayOffer, mayRequest } from "./policy.ts";
import { browseRequests, countRequests } from "./visit-queries.ts";

export const browseRoutes = new Hono<Env>();

browseRoutes.get(paths.visits(), async (c) => {
  const read = parseForm(filterContract, readQuery(c));
  const filters = read.ok ? read.value : filterContract.parse({});
  const { rows, ...page } = await readPage(
    c,
    (db, { now }) =>
      [
        sharedThemes(db),
        provinces(db),
        browseOffers(db, filters, now),
        countOffers(db, filters, now),
        browseRequests(db, filters),
        countRequests(db, filters),
      ] as const,
  );
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [themes, places, offers, [offerCount], requests, [requestCount]] = rows;
  return show(
    c,
    <VisitsPage
      frame={page.frame}
      filters={filters}
      themes={themes}
      provinces={places.map(({ province }) => province)}
      offers={offers}
      offerCount={offerCount?.count ?? 0}
      requests={requests}
      requestCount={requestCount?.count ?? 0}
      pageSize={PAGE_SIZE}
      mayOffer={mayOffer(page.viewer).may}
      mayRequest={mayRequest(page.viewer, null, c.var.now).may}
      mayReadDrafts={mayReadDrafts(page.viewer).may}
      maySetHost={maySetHost(page.viewer).may}
    />,
  );
});
