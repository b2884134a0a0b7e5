import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Badge, type BadgeKind } from "../ui/badge.tsx";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import { InlineForm } from "../ui/form.tsx";
import { STANDINGS, type Standing } from "./exchange-filter.ts";
import { CAUSE_SENTENCES, type OwnProposal } from "./exchange-seen.ts";
import { beginningOf } from "./facts.tsx";
import { ReasonList, ScoreTable } from "./match-reasons.tsx";
import type { MatchNames } from "./match-words.ts";
import { MOVE_NOUNS } from "./moves.ts";
import { askHref } from "./teams-page.tsx";

const BADGES: Record<Standing, BadgeKind> = {
  wacht: "ochre",
  opgepakt: "green",
  "afgezegd-gast": "neutral",
  "afgezegd-gastheer": "neutral",
  vervallen: "neutral",
  zonder: "neutral",
};

/** One proposal to one's own organisation: who, why, and what can be done with it. */
export function ProposalCard({
  proposal,
  names,
  mayInvite,
}: {
  proposal: OwnProposal;
  names: MatchNames;
  mayInvite: boolean;
}): JSX.Element {
  const { side, standing, learningQuestion, score } = proposal;
  return (
    <article class="wt-invitation wt-invitation--request wt-proposal">
      <div class="wt-invitation__words">
        <p class="wt-invitation__who">{proposal.themeName}</p>
        <h3 class="wt-invitation__title">{titleOf(proposal)}</h3>
        <p class="wt-invitation__badges">
          <Badge kind={BADGES[standing]}>{STANDINGS[standing]}</Badge>
        </p>
        {learningQuestion ? (
          <p>
            {side === "guest" ? "Jullie leervraag: " : "Hun leervraag: "}
            <a href={paths.visit(proposal.visitId)}>{beginningOf(learningQuestion, 160)}</a>
          </p>
        ) : null}
        {proposal.cause ? <p>{CAUSE_SENTENCES[proposal.cause]}</p> : null}
        {standing === "wacht" && !score ? (
          <p>
            Dit voorstel past nu niet meer. De gastheer is intussen vol of dicht, of er zijn te weinig
            plekken.
          </p>
        ) : null}
        {score ? (
          <>
            {side === "host" ? (
              <p>{`Ze komen met ${countOf(proposal.people, "persoon", "personen")}.`}</p>
            ) : null}
            <ReasonList score={score} names={names} reader={side} />
            <ScoreTable
              score={score}
              about={(side === "guest" ? proposal.hostName : proposal.guestName) ?? ""}
            />
          </>
        ) : null}
        <Buttons proposal={proposal} mayInvite={mayInvite} />
        {side === "guest" && (standing === "wacht" || standing === "zonder") ? (
          <p>
            <a href={paths.teamsForRequest(proposal.visitId)}>
              Bekijk alle teams die passen<span class="wt-only-read"> bij {proposal.themeName}</span>
            </a>
          </p>
        ) : null}
      </div>
    </article>
  );
}

function titleOf({ side, guestName, hostName, offerTitle, offerId }: OwnProposal): JSX.Element | string {
  if (hostName === null) return "Nog geen gastheer gevonden";
  if (side === "host") return `${guestName} kan bij jullie op bezoek`;
  return (
    <>
      {`Op bezoek bij ${hostName}: `}
      {offerId ? <a href={paths.offer(offerId)}>{offerTitle}</a> : offerTitle}
    </>
  );
}

function Buttons({ proposal, mayInvite }: { proposal: OwnProposal; mayInvite: boolean }): JSX.Element | null {
  const { side, score, offerId, visitId } = proposal;
  const other = side === "guest" ? proposal.hostName : proposal.guestName;
  const ask = score && side === "guest" && offerId ? askHref(offerId, visitId) : null;
  const invite =
    score && side === "host" && mayInvite ? paths.visitMove(visitId, MOVE_NOUNS.invitation) : null;
  if (!ask && !invite && !proposal.mayDecline) return null;
  return (
    <Actions>
      {ask ? (
        <ButtonLink href={ask}>
          Vraag dit team<span class="wt-only-read">: {other}</span>
        </ButtonLink>
      ) : null}
      {invite ? (
        <ButtonLink href={invite}>
          Nodig dit team uit<span class="wt-only-read">: {other}</span>
        </ButtonLink>
      ) : null}
      {proposal.mayDecline ? (
        <InlineForm action={paths.exchangeDecline(proposal.id)}>
          <Button kind="secondary">
            Nee, dank je<span class="wt-only-read"> tegen {other}</span>
          </Button>
        </InlineForm>
      ) : null}
    </Actions>
  );
}
