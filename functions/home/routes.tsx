import { Hono } from "hono";
import { HomePage } from "../../web/home/home-page.tsx";
import { WelcomePage } from "../../web/home/welcome-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { readPage, show } from "../http/page.ts";
import { yearOpenToAll } from "../insights/opened-queries.ts";
import { ownContacts } from "../members/contact-person-queries.ts";
import { keeperOf } from "../questionnaires/keeper.ts";
import { requestsToApprove } from "../visits/approval-queries.ts";
import { ownDraftAnswers } from "../visits/draft-queries.ts";
import { ownDecisions } from "../visits/group-queries.ts";
import * as queries from "./queries.ts";
import { agreedVisits, waitingFor } from "./waiting.ts";
import { afterLines, waitingAfterVisits } from "./waiting-after.ts";
import { colleagueLines, waitingForColleagues } from "./waiting-colleagues.ts";
import { contactLines } from "./waiting-contacts.ts";
import { draftLines } from "./waiting-drafts.ts";
import { proposalLines, waitingProposals } from "./waiting-exchange.ts";
import { approvalLines, decisionLines } from "./waiting-groups.ts";
import { duplicateLines, signatureLines, waitingDuplicates, waitingSignatures } from "./waiting-signing.ts";

const A_YEAR_MS = 365 * 86_400_000;

const NOTICES: Record<string, string> = {
  overgedragen: "Je werk is overgedragen. Je collega kreeg een mail.",
  losgelaten: "Je hebt je werk losgelaten.",
};

export const homeRoutes = new Hono<Env>();

homeRoutes.get(paths.home(), async (c) => {
  const { now } = c.var;
  const today = dayInAmsterdam(now);
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    queries.openRounds(db, scope, today),
    queries.nearVisits(db, scope),
    queries.staleProfileFields(db, scope, dayInAmsterdam(now - A_YEAR_MS)),
    queries.responseProgress(db, today),
    queries.failedMail(db),
    queries.associationTotals(db, today),
    queries.upcomingOffers(db, scope),
    queries.figureOfTheHome(db),
    waitingAfterVisits(db, scope),
    requestsToApprove(db, scope),
    ownDecisions(db, scope),
    waitingProposals(db, scope),
    ownDraftAnswers(db, scope),
    ownContacts(db, scope),
    yearOpenToAll(db),
    waitingForColleagues(db, scope, today),
    waitingSignatures(db, scope),
    waitingDuplicates(db, scope),
  ]);
  const [rounds, visits, stale, progress, [failed], [totals], offers, figure, ...ofVisits] = rows;
  const [after, toApprove, toDecide, proposed, drafts, contacts, [opened], hands, toSign, twice] = ofVisits;
  // No association yet: the first thing to do here is to set it up.
  if (!frame.association.contactEmail) return c.redirect(paths.setUp(), 303);
  if (!viewer) return show(c, <WelcomePage frame={frame} totals={totals} openedYear={opened?.year} />);
  return show(
    c,
    <HomePage
      frame={frame}
      waiting={waitingFor(viewer, { rounds, visits, stale, progress, failedMail: failed?.count ?? 0 }, now, [
        ...colleagueLines(hands, now),
        ...signatureLines(viewer, toSign),
        ...duplicateLines(viewer, twice),
        ...afterLines(after),
        ...approvalLines(toApprove),
        ...decisionLines(viewer, toDecide),
        ...proposalLines(viewer, proposed),
        ...draftLines(viewer, drafts),
        ...contactLines(contacts),
      ])}
      agreed={agreedVisits(visits, now)}
      closing={progress.find(({ closesOn }) => closesOn >= today)}
      keeper={viewer.member && rounds[0] ? keeperOf(viewer, rounds[0].year) : undefined}
      offers={offers}
      figure={figure}
      now={now}
      notice={NOTICES[c.req.query("melding") ?? ""]}
    />,
  );
});
