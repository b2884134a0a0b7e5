import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Badge } from "../ui/badge.tsx";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { DayStub } from "./day-stub.tsx";
import { beginningOf, Facts, seatsLeft } from "./facts.tsx";
import { FORMATS } from "./labels.ts";
import { ReasonList, ScoreTable } from "./match-reasons.tsx";
import type { TeamMatch } from "./match-seen.ts";
import type { MatchNames } from "./match-words.ts";
import { formatMoment } from "./moment.ts";

export interface TeamsPageProps {
  frame: LayoutProps["frame"];
  wish: { id: string; themeName: string; learningQuestion: string };
  teams: readonly TeamMatch[];
  /** how many teams fit; the page shows the best of them */
  count: number;
  names: MatchNames;
  mayAsk: boolean;
}

/** Where somebody asks this team: the ordinary request, filled in with what the open request says. */
export const askHref = (offerId: string, wishId: string): string =>
  `${paths.newVisit()}?${new URLSearchParams({ aanbod: offerId, vraag: wishId })}`;

/** Teams that fit one's own open request, the best first, each with three reasons. */
export function TeamsPage({ frame, wish, teams, count, names, mayAsk }: TeamsPageProps): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={`Teams die passen bij: ${beginningOf(wish.learningQuestion, 80)}`}
      heading="Teams die passen"
      lead={`Jullie leervraag: ${beginningOf(wish.learningQuestion, 160)}`}
      trail={[
        { href: paths.visits(), label: "Werkbezoeken" },
        { href: paths.visit(wish.id), label: "Open vraag" },
      ]}
      wide
    >
      {teams.length > 0 ? (
        <>
          <p>
            {count > teams.length
              ? `Dit zijn de eerste ${teams.length} van ${count} teams die passen. Bij elk team staat waarom.`
              : `${count === 1 ? "Er past 1 team." : `Er passen ${count} teams.`} Erbij staat waarom.`}
          </p>
          <ol class="wt-invitations__grid wt-ranking">
            {teams.map((team) => (
              <li key={team.offerId}>
                <TeamCard team={team} wishId={wish.id} names={names} mayAsk={mayAsk} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Empty why={`Er is nu geen team dat jullie kan ontvangen over “${wish.themeName}”.`}>
          <p>Jullie vraag blijft open staan. Een gastheer kan jullie altijd uitnodigen.</p>
          <p>
            Een ander thema of een ruimere reisgrens helpt. <a href={paths.visits()}>Bekijk al het aanbod</a>
          </p>
        </Empty>
      )}
      <p>
        <a href={paths.matchExplanation()}>Lees hoe we teams bij elkaar zoeken</a> of bekijk{" "}
        <a href={paths.ownAlike()}>teams zoals wij</a>.
      </p>
    </Layout>
  );
}

function TeamCard({
  team,
  wishId,
  names,
  mayAsk,
}: {
  team: TeamMatch;
  wishId: string;
  names: MatchNames;
  mayAsk: boolean;
}): JSX.Element {
  return (
    <article class="wt-invitation">
      <DayStub startsAt={team.startsAt} />
      <div class="wt-invitation__words">
        <p class="wt-invitation__who">
          <a href={paths.member(team.memberSlug)}>{team.memberName}</a>
        </p>
        <h2 class="wt-invitation__title">
          <a href={paths.offer(team.offerId)}>{team.offerTitle}</a>
        </h2>
        <p class="wt-invitation__badges">
          <Badge kind="green">{FORMATS[team.format].label}</Badge>
        </p>
        <ReasonList score={team.score} names={names} reader="guest" />
        <Facts
          facts={[
            { label: "Wanneer", value: formatMoment(team) },
            { label: "Plekken", value: seatsLeft(team.seats, team.taken) },
          ]}
        />
        <ScoreTable score={team.score} about={team.memberName} />
        {mayAsk ? (
          <Actions>
            <ButtonLink href={askHref(team.offerId, wishId)}>
              Vraag dit team<span class="wt-only-read">: {team.memberName}</span>
            </ButtonLink>
          </Actions>
        ) : null}
      </div>
    </article>
  );
}
