import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { BundlesPage } from "../../web/visits/bundles-page.tsx";
import { MatchExplanationPage } from "../../web/visits/match-explanation-page.tsx";
import { OfferRequestsPage } from "../../web/visits/offer-requests-page.tsx";
import { TeamsPage } from "../../web/visits/teams-page.tsx";
import { stillMember } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readBarePage, readPage, show } from "../http/page.ts";
import { bundlesOf, requestsFor, teamsFor } from "./match-lists.ts";
import { maySeeRequests, maySeeTeams } from "./match-policy.ts";
import {
  matchLabels,
  offersForWish,
  ownOffer,
  ownOrganisation,
  pairsOf,
  wishesAround,
  wishesForOffer,
  wishOf,
} from "./match-queries.ts";
import { namesOf } from "./match-reading.ts";
import { isHost, mayBrowse, mayOffer, mayReadOwn } from "./policy.ts";

export const matchRoutes = new Hono<Env>();

matchRoutes.get(paths.matchExplanation(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <MatchExplanationPage frame={page.frame} />);
});

matchRoutes.get(paths.teamsForRequest(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        wishOf(db, scope, id),
        offersForWish(db, scope, id),
        pairsOf(db, scope.memberId),
        matchLabels(db),
      ] as const,
  );
  const [[wish], offers, pairs, labels] = rows;
  const decision = maySeeTeams(page.viewer, wish);
  if (!decision.may || !wish || !page.viewer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const asked = { id, themeName: wish.theme_name, learningQuestion: wish.learning_question };
  const found = teamsFor(wish, offers, pairs, c.var.now);
  const mayAsk = stillMember(page.viewer).may;
  return show(
    c,
    <TeamsPage {...{ frame: page.frame, wish: asked, names: namesOf(labels), mayAsk, ...found }} />,
  );
});

matchRoutes.get(paths.requestsForOffer(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        ownOffer(db, scope, id),
        wishesForOffer(db, scope, id),
        pairsOf(db, scope.memberId),
        matchLabels(db),
      ] as const,
  );
  const [[offer], wishes, pairs, labels] = rows;
  const decision = maySeeRequests(page.viewer, offer);
  if (!decision.may || !offer || !page.viewer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const found = requestsFor(offer, wishes, pairs, c.var.now);
  const seen = { id, title: offer.title, startsAt: offer.starts_at };
  const mayInvite = isHost(page.viewer) && found.closed === null && stillMember(page.viewer).may;
  return show(
    c,
    <OfferRequestsPage
      {...{ frame: page.frame, offer: seen, names: namesOf(labels), mayInvite, ...found }}
    />,
  );
});

matchRoutes.get(paths.bundles(), async (c) => {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [ownOrganisation(db, scope), wishesAround(db, scope), matchLabels(db)] as const,
  );
  const [[own], wishes, labels] = rows;
  const decision = mayReadOwn(page.viewer);
  if (!decision.may || !own) return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
  const bundles = bundlesOf(own, wishes);
  const mayOfferNow = mayOffer(page.viewer).may;
  return show(
    c,
    <BundlesPage {...{ frame: page.frame, bundles, names: namesOf(labels), mayOffer: mayOfferNow }} />,
  );
});
