import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { beginningOf, Facts } from "./facts.tsx";
import { ReasonList, ScoreTable } from "./match-reasons.tsx";
import type { RequestMatch } from "./match-seen.ts";
import type { MatchNames } from "./match-words.ts";
import { MOVE_NOUNS } from "./moves.ts";

export interface OfferRequestsPageProps {
  frame: LayoutProps["frame"];
  offer: { id: string; title: string; startsAt: number | null };
  requests: readonly RequestMatch[];
  /** how many requests fit; the page shows the best of them */
  count: number;
  names: MatchNames;
  mayInvite: boolean;
  /** why nobody can come now; null when they can */
  closed: string | null;
}

/** Open requests that fit one's own offer, the best first, each with three reasons. */
export function OfferRequestsPage(props: OfferRequestsPageProps): JSX.Element {
  const { frame, offer, requests, count, names, mayInvite, closed } = props;
  return (
    <Layout
      frame={frame}
      title={`Vragen die passen bij: ${offer.title}${offer.startsAt === null ? "" : `, ${formatDay(offer.startsAt)}`}`}
      heading="Vragen die hierbij passen"
      lead={`Bij jullie aanbod: ${offer.title}.`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.offer(offer.id), label: "Aanbod" },
      ]}
      notice={closed ? { kind: "info", text: closed } : undefined}
      wide
    >
      {requests.length > 0 ? (
        <>
          <p>
            {count > requests.length
              ? `Dit zijn de eerste ${requests.length} van ${count} vragen die passen.`
              : countOf(count, "vraag past bij dit aanbod.", "vragen passen bij dit aanbod.")}
          </p>
          <ol class="wt-invitations__grid wt-ranking">
            {requests.map((request) => (
              <li key={request.id}>
                <RequestMatchCard request={request} names={names} mayInvite={mayInvite} />
              </li>
            ))}
          </ol>
          {mayInvite ? null : (
            <p>Wil je een team ontvangen? Vraag een gastheer van jouw organisatie om het uit te nodigen.</p>
          )}
        </>
      ) : (
        <Empty why="Er staat nu geen vraag open die bij dit aanbod past.">
          <a href={paths.visits()}>Bekijk alle open vragen</a>
        </Empty>
      )}
      <p>
        <a href={paths.matchExplanation()}>Lees hoe we teams bij elkaar zoeken</a>
      </p>
    </Layout>
  );
}

/** An open request with why it fits, and the way to invite that team. */
function RequestMatchCard({
  request,
  names,
  mayInvite,
}: {
  request: RequestMatch;
  names: MatchNames;
  mayInvite: boolean;
}): JSX.Element {
  return (
    <article class="wt-invitation wt-invitation--request">
      <div class="wt-invitation__words">
        <p class="wt-invitation__who">
          <a href={paths.member(request.memberSlug)}>{request.memberName}</a>
        </p>
        <h2 class="wt-invitation__title">
          <a href={paths.visit(request.id)}>{beginningOf(request.learningQuestion, 140)}</a>
        </h2>
        <p class="wt-invitation__badges">
          <Badge kind="blue">{request.themeName}</Badge>
        </p>
        <ReasonList score={request.score} names={names} reader="host" />
        <Facts
          facts={[
            { label: "Met", value: countOf(request.people, "persoon", "personen") },
            { label: "Wanneer", value: request.period || "in overleg" },
          ]}
        />
        <ScoreTable score={request.score} about={request.memberName} />
        {mayInvite ? (
          <Actions>
            <ButtonLink href={paths.visitMove(request.id, MOVE_NOUNS.invitation)}>
              Nodig dit team uit<span class="wt-only-read">: {request.memberName}</span>
            </ButtonLink>
          </Actions>
        ) : null}
      </div>
    </article>
  );
}
