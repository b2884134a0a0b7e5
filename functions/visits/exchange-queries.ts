import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { UnplacedCause } from "../../db/visit-vocabulary.ts";
import type { ExchangeFilter } from "../../web/visits/exchange-filter.ts";
import type { SessionScope } from "../http/session.ts";
import { offers, wishes } from "./match-queries.ts";

const YEAR_MS = 365 * 86_400_000;
/** Proposals of one organisation on its page; no exchange comes near. */
const MOST_OWN = 50;

/** Visits of every organisation as a guest in the past year, agreed or made. */
export const receivedVisits = (db: Database, now: number) =>
  db.all<{
    memberId: string;
    count: number;
  }>(sql`select guest_member_id as memberId, count(*) as count from visits
    where host_member_id is not null and starts_at > ${now - YEAR_MS}
      and state in ('accepted', 'moved', 'confirmed', 'took_place') group by guest_member_id`);

/** How many requests stand open, without reading them. */
export const countOpen = (db: Database) =>
  db.all<{ count: number }>(sql`select count(*) as count from visits where state = 'open'`);

export interface ExchangeRow {
  id: string;
  year: number;
  computedAt: number;
  requests: number;
  placed: number;
  hosts: number;
  takenUp: number;
}

/**
 * Whether a proposal led to a visit: the host invited this guest, or the guest asked this host since. One that
 * still waits for approval has no host yet, and is known by its offer.
 */
const isTakenUp = sql`(v.host_member_id = p.host_member_id or exists (select 1 from visits since
  where since.guest_member_id = p.guest_member_id and since.created_at >= e.computed_at
    and (since.host_member_id = p.host_member_id or since.offer_id = p.offer_id)))`;

/** How a proposal stands; the words are those of the filter of the bureau. */
const standing = sql`case when p.host_member_id is null then 'zonder'
  when ${isTakenUp} then 'opgepakt'
  when p.declined_by_guest_at is not null then 'afgezegd-gast'
  when p.declined_by_host_at is not null then 'afgezegd-gastheer'
  when v.state <> 'open' then 'vervallen' else 'wacht' end`;

/** All exchanges with their counts, the latest first. */
export const exchanges = (db: Database) =>
  db.all<ExchangeRow>(sql`select e.id, e.year, e.computed_at as computedAt, count(p.id) as requests,
      count(p.host_member_id) as placed, count(distinct p.host_member_id) as hosts,
      coalesce(sum(p.host_member_id is not null and ${isTakenUp}), 0) as takenUp
    from visit_exchanges e left join exchange_proposals p on p.exchange_id = e.id
    left join visits v on v.id = p.visit_id
    group by e.id order by e.year desc`);

export interface ProposalRow {
  id: string;
  visitId: string;
  offerId: string | null;
  guestMemberId: string;
  guestName: string;
  guestSlug: string;
  hostMemberId: string | null;
  hostName: string | null;
  hostSlug: string | null;
  offerTitle: string | null;
  themeName: string;
  wave: number | null;
  cause: UnplacedCause | null;
  standing: "zonder" | "opgepakt" | "afgezegd-gast" | "afgezegd-gastheer" | "vervallen" | "wacht";
}

const proposalColumns = sql`p.id, p.visit_id as visitId, p.offer_id as offerId, p.guest_member_id as guestMemberId,
  g.name as guestName, g.slug as guestSlug, p.host_member_id as hostMemberId, h.name as hostName,
  h.slug as hostSlug, o.title as offerTitle, t.name as themeName, p.wave, p.cause, ${standing} as standing`;

const proposals = sql`exchange_proposals p join visit_exchanges e on e.id = p.exchange_id
  join visits v on v.id = p.visit_id join members g on g.id = p.guest_member_id
  join themes t on t.id = v.theme_id left join members h on h.id = p.host_member_id
  left join visit_offers o on o.id = p.offer_id`;

/** Proposals of the latest exchange in which the viewer's organisation is guest or host. */
const ownOnes = ({ memberId }: SessionScope) => sql`e.year = (select max(year) from visit_exchanges)
  and (p.guest_member_id = ${memberId} or p.host_member_id = ${memberId})`;

export const ownProposals = (db: Database, scope: SessionScope) =>
  db.all<ProposalRow>(sql`select ${proposalColumns} from ${proposals} where ${ownOnes(scope)}
    order by p.wave is null, p.wave, p.id limit ${MOST_OWN}`);

/** The facts of those proposals, for their reasons. */
export const ownProposalWishes = (db: Database, scope: SessionScope) =>
  wishes(
    db,
    sql`select p.visit_id from exchange_proposals p join visit_exchanges e on e.id = p.exchange_id
      where ${ownOnes(scope)} limit ${MOST_OWN}`,
    scope.now,
  );

export const ownProposalOffers = (db: Database, scope: SessionScope) =>
  offers(
    db,
    sql`select p.offer_id from exchange_proposals p join visit_exchanges e on e.id = p.exchange_id
      where ${ownOnes(scope)} limit ${MOST_OWN}`,
    scope.now,
  );

/** One proposal, for who wants to say no to it. */
export const oneProposal = (db: Database, id: string) =>
  db.all<ProposalRow>(sql`select ${proposalColumns} from ${proposals} where p.id = ${id}`);

const inYear = (year: number, { stand }: ExchangeFilter) =>
  sql`e.year = ${year} and (${stand} = '' or ${standing} = ${stand})`;

/** The whole proposal of a year; without a limit for a file. No question and no person is in it. */
export const proposalsOf = (
  db: Database,
  year: number,
  filter: ExchangeFilter,
  page?: { size: number; at: number },
) =>
  db.all<ProposalRow>(sql`select ${proposalColumns} from ${proposals} where ${inYear(year, filter)}
    order by p.host_member_id is null, g.name, p.id
    limit ${page?.size ?? -1} offset ${(page?.at ?? 0) * (page?.size ?? 0)}`);

export const countProposals = (db: Database, year: number, filter: ExchangeFilter) =>
  db.all<{ count: number }>(sql`select count(*) as count from ${proposals} where ${inYear(year, filter)}`);
