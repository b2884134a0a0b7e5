import type { OwnProposal } from "../../web/visits/exchange-seen.ts";
import type { Viewer } from "../http/session.ts";
import { mayDecline } from "./exchange-policy.ts";
import type { ProposalRow } from "./exchange-queries.ts";
import { historiesOf, type OfferRow, offerFactsOf, type WishRow, wishFactsOf } from "./match-reading.ts";
import { STRANGERS } from "./matching/facts.ts";
import { pairKey } from "./matching/ranking.ts";
import { scoreOf } from "./matching/score.ts";

interface OwnRows {
  proposals: readonly ProposalRow[];
  wishes: readonly WishRow[];
  offers: readonly OfferRow[];
  pairs: readonly { guest: string; host: string; count: number }[];
}

/** The proposals of the viewer's organisation with reasons of this moment; none where they do not fit any more. */
export function ownProposalsOf(rows: OwnRows, viewer: Viewer, now: number): OwnProposal[] {
  const memberId = viewer.member?.memberId;
  const wishes = new Map(rows.wishes.map((row) => [row.id, row]));
  const offers = new Map(offerFactsOf(rows.offers, now).map((offer) => [offer.id, offer]));
  const histories = historiesOf(rows.pairs);
  return rows.proposals.flatMap((proposal): OwnProposal[] => {
    const wish = wishes.get(proposal.visitId);
    const offer = offers.get(proposal.offerId ?? "");
    const side = proposal.guestMemberId === memberId ? "guest" : "host";
    if (!wish) return [];
    const history = offer && histories.get(pairKey(wish.member_id, offer.host.id));
    const isOpen = proposal.standing === "wacht" && offer;
    return [
      {
        ...proposal,
        side,
        // Of a question that closed since, a host learns nothing that the list of open questions would not say.
        learningQuestion: side === "guest" || wish.state === "open" ? wish.learning_question : null,
        people: wish.people,
        score: isOpen ? scoreOf(wishFactsOf(wish), offer, history ?? STRANGERS) : null,
        mayDecline: proposal.standing === "wacht" && mayDecline(viewer, proposal).may,
      },
    ];
  });
}
