import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { ExchangePage } from "../../web/visits/exchange-page.tsx";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { readForm } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { ownProposalsOf } from "./exchange-lists.ts";
import { exchangeNotices, exchangeReaders } from "./exchange-notices.ts";
import { planExchange } from "./exchange-plan.ts";
import {
  isTooLarge,
  MOST_IN_REQUEST,
  mayCompute,
  mayDecline,
  mayRunExchange,
  tooLarge,
} from "./exchange-policy.ts";
import {
  countOpen,
  exchanges,
  oneProposal,
  ownProposalOffers,
  ownProposals,
  ownProposalWishes,
  receivedVisits,
} from "./exchange-queries.ts";
import { declineProposal, insertExchange, insertProposals, logExchange } from "./exchange-writes.ts";
import { allOpenOffers, allOpenWishes, matchLabels, pairsOf, pairsOfAsking } from "./match-queries.ts";
import { namesOf } from "./match-reading.ts";
import { isHost, mayBrowse } from "./policy.ts";

export const exchangeRoutes = new Hono<Env>();

const NOTICES: Record<string, string> = {
  gemaakt: "Het voorstel is gemaakt. De teams zien het op deze pagina.",
  afgezegd: "Je nee is bewaard. Het andere team ziet dat hier ook.",
};

const yearOf = (now: number): number => Number(dayInAmsterdam(now).slice(0, 4));

exchangeRoutes.get(paths.exchange(), async (c) => {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        exchanges(db),
        countOpen(db),
        ownProposals(db, scope),
        ownProposalWishes(db, scope),
        ownProposalOffers(db, scope),
        pairsOf(db, scope.memberId),
        matchLabels(db),
      ] as const,
  );
  const [all, [open], proposals, wishes, offers, pairs, labels] = rows;
  const { viewer, frame } = page;
  const decision = mayBrowse(viewer);
  if (!decision.may || !viewer) return refuse(c, page, decision.may ? { because: "anonymous" } : decision);
  const size = { wishes: open?.count ?? 0, offers: 0 };
  const year = yearOf(c.var.now);
  const shown = {
    exchanges: all,
    own: ownProposalsOf({ proposals, wishes, offers, pairs }, viewer, c.var.now),
    names: namesOf(labels),
    isMember: viewer.member !== null,
    mayInvite: isHost(viewer),
    start: mayRunExchange(viewer).may
      ? { year, openWishes: size.wishes, obstacle: isTooLarge(size) ? tooLarge(year) : null }
      : null,
    notice: NOTICES[c.req.query("melding") ?? ""],
  };
  return show(c, <ExchangePage frame={frame} {...shown} />);
});

exchangeRoutes.post(paths.exchange(), async (c) => {
  const { db, now } = c.var;
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(
    c,
    () =>
      [
        allOpenWishes(db, now, MOST_IN_REQUEST.wishes),
        allOpenOffers(db, now, MOST_IN_REQUEST.offers),
        pairsOfAsking(db),
        receivedVisits(db, now),
        exchanges(db),
        exchangeReaders(db),
      ] as const,
  );
  const [wishes, offers, pairs, received, made, readers] = rows;
  const year = yearOf(now);
  const decision = mayCompute(page.viewer, Number(typed.jaar?.[0]), year, {
    wishes: wishes.length,
    offers: offers.length,
  });
  // A second press of the button finds what the first one made, also when nothing stands open any more.
  if (mayRunExchange(page.viewer).may && made.some((each) => each.year === year))
    return c.redirect(`${paths.exchangeYear(year)}?melding=gemaakt`, 303);
  if (!decision.may || !page.viewer)
    return refuse(c, page, decision.may ? { because: "anonymous" } : decision, typed);
  const id = newId();
  const by = page.viewer.personId;
  const planned = planExchange({ wishes, offers, pairs, received }, now);
  const site = { origin: siteAddress(c), association: page.frame.association };
  await write(c, [
    insertExchange(db, id, year, by, now),
    insertProposals(db, id, planned),
    logExchange(db, id, year, by, now),
    ...exchangeNotices(db, { id, year }, planned, readers, site, now),
  ]);
  return c.redirect(`${paths.exchangeYear(year)}?melding=gemaakt`, 303);
});

exchangeRoutes.post(paths.exchangeDecline(":id"), async (c) => {
  const { db, now } = c.var;
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(c, () => [oneProposal(db, id)] as const);
  const decision = mayDecline(page.viewer, rows[0][0]);
  const back = { href: paths.exchange(), label: "Terug naar de ruilbeurs" };
  if (!decision.may && decision.because === "stale") return fault(c, page, "stale", decision.what, back);
  if (!decision.may || !page.viewer?.member)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, {});
  await write(c, [declineProposal(db, id, page.viewer.member.memberId, now)]);
  return c.redirect(`${paths.exchange()}?melding=afgezegd`, 303);
});
