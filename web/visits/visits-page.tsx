import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { countOf } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Ways } from "../ui/ways.tsx";
import type { VisitFilters } from "./contract.ts";
import { OfferCard } from "./offer-card.tsx";
import { RequestCard } from "./request-card.tsx";
import type { OfferSeen, OpenRequestSeen, ThemeSeen } from "./seen.ts";
import { hrefWith, isFiltered, VisitFilterForm } from "./visit-filter-form.tsx";
import { VisitWays } from "./visit-ways.tsx";

export interface VisitsPageProps {
  frame: LayoutProps["frame"];
  filters: VisitFilters;
  themes: readonly ThemeSeen[];
  provinces: readonly string[];
  offers: readonly OfferSeen[];
  offerCount: number;
  requests: readonly OpenRequestSeen[];
  requestCount: number;
  pageSize: number;
  mayOffer: boolean;
  mayRequest: boolean;
  mayReadDrafts: boolean;
  maySetHost: boolean;
}

/** Offers as invitations, and the teams that still look for a host. */
export function VisitsPage(props: VisitsPageProps): JSX.Element {
  return (
    <Layout
      frame={props.frame}
      title="Werkbezoeken"
      lead="Kijk mee bij een ander team, of ontvang collega's die iets van jullie willen leren."
      wide
    >
      <div class="wt-invitations-start">
        <Actions>
          {props.mayRequest ? (
            <>
              <ButtonLink href={paths.newVisit()}>Plaats een open vraag</ButtonLink>
              <ButtonLink kind="secondary" href={paths.myVisits()}>
                Bekijk onze bezoeken
              </ButtonLink>
            </>
          ) : null}
          {props.mayOffer ? (
            <ButtonLink kind="secondary" href={paths.newOffer()}>
              Maak nieuw aanbod
            </ButtonLink>
          ) : null}
        </Actions>
      </div>
      <Ways
        label="Ook te bekijken als"
        links={[
          [paths.visitAgenda(), "Agenda"],
          [paths.visitMap(), "Kaart"],
          [paths.lessons(), "Lessen"],
          ["#meer", "Meer over werkbezoeken"],
        ]}
      />
      <VisitFilterForm filters={props.filters} themes={props.themes} provinces={props.provinces} />
      <Offers {...props} />
      <Requests {...props} />
      <VisitWays
        isMember={props.frame.viewer?.memberId != null}
        drafts={props.mayReadDrafts}
        host={props.maySetHost}
      />
    </Layout>
  );
}

function Offers({ filters, offers, offerCount, pageSize, mayRequest }: VisitsPageProps): JSX.Element {
  return (
    <section class="wt-invitations" aria-labelledby="aanbod">
      <h2 id="aanbod">Uitnodigingen</h2>
      {offers.length > 0 ? (
        <>
          <p>{`Je bent welkom: ${countOf(offerCount, "uitnodiging staat", "uitnodigingen staan")} open.`}</p>
          <div class="wt-invitations__grid">
            {offers.map((offer) => (
              <OfferCard key={offer.id} offer={offer} />
            ))}
          </div>
        </>
      ) : (
        <Empty
          why={
            isFiltered(filters)
              ? "Er is nu geen aanbod dat past bij wat je zoekt."
              : "Er staat nu geen aanbod open."
          }
        >
          {isFiltered(filters) ? <a href={paths.visits()}>Wis alle filters</a> : null}
          {mayRequest ? (
            <p>
              Plaats je een <a href={paths.newVisit()}>open vraag</a>, dan kan een team je uitnodigen.
            </p>
          ) : null}
        </Empty>
      )}
      <Pagination
        label="Bladeren door uitnodigingen"
        page={filters.pagina}
        pages={Math.ceil(offerCount / pageSize)}
        hrefOf={(pagina) => hrefWith({ ...filters, pagina })}
      />
    </section>
  );
}

function Requests({ filters, requests, requestCount, pageSize }: VisitsPageProps): JSX.Element {
  return (
    <section class="wt-invitations" aria-labelledby="vragen">
      <h2 id="vragen">Teams die een gastheer zoeken</h2>
      {requests.length > 0 ? (
        <>
          <p>Kun jij een van deze teams iets laten zien? Een gastheer kan ze uitnodigen.</p>
          <div class="wt-invitations__grid">
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} />
            ))}
          </div>
        </>
      ) : (
        <Empty why="Er is nu geen open vraag bij dit thema en deze provincie.">
          <a href={paths.visits()}>Bekijk alle thema's en provincies</a>
        </Empty>
      )}
      <Pagination
        label="Bladeren door open vragen"
        page={filters.vragen}
        pages={Math.ceil(requestCount / pageSize)}
        hrefOf={(vragen) => hrefWith({ ...filters, vragen })}
      />
    </section>
  );
}
