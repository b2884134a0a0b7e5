import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, Button, ButtonLink } from "../ui/button.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Hidden } from "../ui/fields.tsx";
import { InlineForm } from "../ui/form.tsx";
import type { ExchangeSeen, OwnProposal } from "./exchange-seen.ts";
import type { MatchNames } from "./match-words.ts";
import { ProposalCard } from "./proposal-card.tsx";

export interface ExchangePageProps {
  frame: LayoutProps["frame"];
  exchanges: readonly ExchangeSeen[];
  own: readonly OwnProposal[];
  names: MatchNames;
  isMember: boolean;
  mayInvite: boolean;
  /** for who may start one: the year, and what stands in the way of it */
  start: { year: number; openWishes: number; obstacle: string | null } | null;
  notice: string | undefined;
}

/** The yearly exchange: one's own proposals, and for the bureau its start and its whole. */
export function ExchangePage(props: ExchangePageProps): JSX.Element {
  const { frame, exchanges, start } = props;
  const [latest] = exchanges;
  return (
    <Layout
      frame={frame}
      title="Ruilbeurs"
      lead="Eens per jaar leggen we alle open vragen naast al het aanbod. Daar komt een voorstel uit."
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      notice={props.notice ? { kind: "ok", text: props.notice } : undefined}
    >
      <p>
        Een voorstel regelt niets. Jullie vragen het bezoek zelf aan, of zeggen nee. Ieder krijgt eerst één
        bezoek, voordat iemand een tweede krijgt.
      </p>
      {props.isMember ? <Own {...props} latest={latest} /> : null}
      {start ? <Staff exchanges={exchanges} start={start} /> : null}
    </Layout>
  );
}

function Own({
  own,
  names,
  mayInvite,
  latest,
}: ExchangePageProps & { latest: ExchangeSeen | undefined }): JSX.Element {
  if (!latest)
    return (
      <Empty why="Er is nog geen ruilbeurs geweest.">
        <a href={paths.newVisit()}>Plaats een open vraag, dan doet jouw team mee</a>
      </Empty>
    );
  return (
    <section class="wt-visit-group" aria-labelledby="voorstellen">
      <h2 id="voorstellen">{`Voorstellen voor jullie in ${latest.year}`}</h2>
      {own.length > 0 ? (
        own.map((proposal) => <ProposalCard key={proposal.id} {...{ proposal, names, mayInvite }} />)
      ) : (
        <Empty why={`In de ruilbeurs van ${latest.year} was er geen voorstel voor jullie.`}>
          <a href={paths.newVisit()}>Plaats een open vraag voor de volgende keer</a>
        </Empty>
      )}
      <p>
        <a href={paths.matchExplanation()}>Lees hoe we teams bij elkaar zoeken</a>
      </p>
    </section>
  );
}

function Staff({
  exchanges,
  start,
}: {
  exchanges: readonly ExchangeSeen[];
  start: NonNullable<ExchangePageProps["start"]>;
}): JSX.Element {
  const isDone = exchanges.some(({ year }) => year === start.year);
  return (
    <section class="wt-visit-group" aria-labelledby="bureau">
      <h2 id="bureau">Voor het bureau</h2>
      {exchanges.length > 0 ? (
        <ul>
          {exchanges.map((each) => (
            <li key={each.year}>
              <a href={paths.exchangeYear(each.year)}>{`Ruilbeurs ${each.year}`}</a>
              {`, gemaakt op ${formatDay(each.computedAt)}. ${summaryOf(each)}`}
            </li>
          ))}
        </ul>
      ) : null}
      {isDone ? null : (
        <>
          <p>{`Er ${start.openWishes === 1 ? "staat" : "staan"} nu ${countOf(start.openWishes, "vraag", "vragen")} open.`}</p>
          {start.obstacle ? (
            <p>{start.obstacle}</p>
          ) : (
            <Actions>
              <InlineForm action={paths.exchange()}>
                <Hidden name="jaar" value={start.year} />
                <Button>{`Voorstel voor ${start.year} maken`}</Button>
              </InlineForm>
            </Actions>
          )}
          <p>Per jaar is er één ruilbeurs. Je kunt haar niet overdoen.</p>
        </>
      )}
      <p>
        <ButtonLink kind="secondary" href={paths.network()}>
          Bekijk wie bij wie kwam
        </ButtonLink>
      </p>
    </section>
  );
}

/** The sentence that says how an exchange went. */
export function summaryOf({ requests, placed, hosts, takenUp }: ExchangeSeen): string {
  const at = hosts > 0 ? ` bij ${countOf(hosts, "gastheer", "gastheren")}` : "";
  return `Voor ${placed} van ${countOf(requests, "vraag", "vragen")} is er een voorstel${at}. Daarvan zijn er ${takenUp} opgepakt.`;
}
