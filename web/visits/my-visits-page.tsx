import type { JSX } from "preact";
import { Layout, type LayoutProps } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Actions, ButtonLink } from "../ui/button.tsx";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { countOf, formatDay } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Table } from "../ui/table.tsx";
import { type Waiting, WaitList } from "../ui/wait-list.tsx";
import { addressWith, type OwnVisitsFilters } from "./agenda-contract.ts";
import { beginningOf, seatsLeft } from "./facts.tsx";
import { OFFER_STATE_WORDS, VISIT_STATE_LABELS } from "./labels.ts";
import { formatMoment } from "./moment.ts";
import { OwnVisitsFilterForm } from "./own-visits-filter-form.tsx";
import type { OfferSeen, ThemeSeen, VisitSeen } from "./seen.ts";
import { VisitWays } from "./visit-ways.tsx";
import { waitingWords } from "./waiting-words.ts";

export interface MyVisitsPageProps {
  frame: LayoutProps["frame"];
  memberId: string;
  memberName: string;
  groups: Record<"waiting" | "pending" | "upcoming" | "past", readonly VisitSeen[]>;
  offers: readonly OfferSeen[];
  /** visits before filtering */
  total: number;
  filters: OwnVisitsFilters;
  themes: readonly ThemeSeen[];
  years: readonly string[];
  may: { offer: boolean; drafts: boolean; host: boolean };
}

/** All visits of one organisation by what is to be done, and its own offers. */
export function MyVisitsPage(props: MyVisitsPageProps): JSX.Element {
  const { frame, memberId, memberName, groups, total, filters, may } = props;
  const shown = Object.values(groups).flat().length;
  return (
    <Layout
      frame={frame}
      title="Onze werkbezoeken"
      lead={`Alle bezoeken van ${memberName}: als gast en als gastheer.`}
      trail={[{ href: paths.visits(), label: "Werkbezoeken" }]}
      wide
    >
      {total === 0 ? (
        <Empty why="Jullie hebben nog geen werkbezoeken.">
          <ButtonLink href={paths.visits()}>Bekijk het aanbod</ButtonLink>
        </Empty>
      ) : (
        <>
          <OwnVisitsFilterForm {...props} />
          {shown === 0 ? (
            <Empty why="Geen van jullie bezoeken past bij wat je zoekt.">
              <a href={paths.myVisits()}>Toon al onze bezoeken</a>
            </Empty>
          ) : (
            <DataDownloads
              csv={addressWith(paths.myVisitsExport("csv"), filters)}
              excel={addressWith(paths.myVisitsExport("xlsx"), filters)}
              subject="onze werkbezoeken"
            />
          )}
          <Group id="aan-zet" title="Wacht op ons" visits={groups.waiting} memberId={memberId} />
          <Group id="wachten" title="Wacht op een ander" visits={groups.pending} memberId={memberId} />
          <Group id="komend" title="Afgesproken" visits={groups.upcoming} memberId={memberId} />
          <Past visits={groups.past} memberId={memberId} />
        </>
      )}
      <OwnOffers offers={props.offers} mayOffer={may.offer} />
      <p>
        Wie geeft akkoord voordat een aanvraag weggaat?{" "}
        <a href={paths.visitApproval()}>Bekijk wat bij ons geldt</a>.
      </p>
      <p>
        Is een bezoek geweest? Bekijk <a href={paths.ownActions()}>wat wij doen met onze bezoeken</a>.
      </p>
      <VisitWays isMember drafts={may.drafts} host={may.host} />
    </Layout>
  );
}

const isGuest = (visit: VisitSeen, memberId: string) => visit.guestMemberId === memberId;

function withWhom(visit: VisitSeen, memberId: string): string {
  if (!isGuest(visit, memberId)) return `${visit.guestMemberName} komt bij ons`;
  return visit.hostMemberName ? `Wij gaan naar ${visit.hostMemberName}` : "Wij zoeken een gastheer";
}

function lineOf(visit: VisitSeen, memberId: string): Waiting {
  const { kind, label } = VISIT_STATE_LABELS[visit.state];
  const side = isGuest(visit, memberId) ? "guest" : "host";
  const other = side === "guest" ? visit.hostMemberName : visit.guestMemberName;
  const parts = [
    formatMoment(visit),
    countOf(visit.seats, "persoon", "personen"),
    beginningOf(visit.learningQuestion, 90),
  ];
  return {
    badge: { kind, label },
    href: paths.visit(visit.id),
    label: withWhom(visit, memberId),
    hint: (
      <>
        {parts.join(" · ")}
        {visit.state === "accepted" ? null : ` ${waitingWords(visit.state, side, other)}`}
      </>
    ),
  };
}

function Group({
  id,
  title,
  visits,
  memberId,
}: {
  id: string;
  title: string;
  visits: readonly VisitSeen[];
  memberId: string;
}): JSX.Element | null {
  if (visits.length === 0) return null;
  return (
    <section class="wt-visit-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <WaitList items={visits.map((visit) => lineOf(visit, memberId))} />
    </section>
  );
}

function Past({ visits, memberId }: { visits: readonly VisitSeen[]; memberId: string }): JSX.Element | null {
  if (visits.length === 0) return null;
  return (
    <section class="wt-visit-group" aria-labelledby="eerder">
      <h2 id="eerder">Eerder</h2>
      <Table
        caption="Eerdere werkbezoeken"
        captionHidden
        columns={[
          { key: "visit", label: "Bezoek" },
          { key: "theme", label: "Thema" },
          { key: "day", label: "Dag" },
          { key: "state", label: "Stand" },
        ]}
        rows={visits.map((visit) => ({
          visit: <a href={paths.visit(visit.id)}>{withWhom(visit, memberId)}</a>,
          theme: visit.themeName,
          day: visit.startsAt === null ? "geen dag" : formatDay(visit.startsAt),
          state: VISIT_STATE_LABELS[visit.state].label,
        }))}
      />
    </section>
  );
}

function OwnOffers({ offers, mayOffer }: { offers: readonly OfferSeen[]; mayOffer: boolean }): JSX.Element {
  return (
    <section class="wt-visit-group" aria-labelledby="ons-aanbod">
      <h2 id="ons-aanbod">Ons aanbod</h2>
      {offers.length > 0 ? (
        <WaitList
          items={offers.map((offer) => ({
            badge: OFFER_STATE_WORDS[offer.state],
            href: paths.offer(offer.id),
            label: offer.title,
            hint: `${formatMoment(offer)} · ${seatsLeft(offer.seats, offer.taken)}`,
          }))}
        />
      ) : (
        <p>
          Jullie hebben nog geen aanbod.{" "}
          {mayOffer ? null : "Een gastheer van jouw organisatie kan dat maken."}
        </p>
      )}
      {mayOffer ? (
        <Actions>
          <ButtonLink kind="secondary" href={paths.newOffer()}>
            Maak nieuw aanbod
          </ButtonLink>
        </Actions>
      ) : null}
    </section>
  );
}
