import type { UnplacedCause } from "../../db/visit-vocabulary.ts";
import type { Standing } from "./exchange-filter.ts";
import type { MatchScore } from "./match-weights.ts";
import type { Side } from "./moves.ts";

/** One line of the whole proposal: organisations and a theme, no question and no person. */
export interface ProposalSeen {
  id: string;
  visitId: string;
  offerId: string | null;
  guestName: string;
  guestSlug: string;
  hostName: string | null;
  hostSlug: string | null;
  offerTitle: string | null;
  themeName: string;
  wave: number | null;
  cause: UnplacedCause | null;
  standing: Standing;
}

/** A proposal to one's own organisation. */
export interface OwnProposal extends ProposalSeen {
  side: Side;
  learningQuestion: string | null;
  people: number;
  /** null when it does not wait any more, or does not fit any more */
  score: MatchScore | null;
  mayDecline: boolean;
}

/** An exchange in numbers. */
export interface ExchangeSeen {
  year: number;
  computedAt: number;
  requests: number;
  placed: number;
  hosts: number;
  takenUp: number;
}

/** Why a request found no host, to who asked, and what helps. */
export const CAUSE_SENTENCES: Record<UnplacedCause, string> = {
  no_offer:
    "Niemand heeft nu aanbod over dit thema. Laat je vraag openstaan, of kies een thema dat erop lijkt.",
  no_fit: "Het aanbod over dit thema past niet bij jullie groep of reisgrens. Een ruimere grens helpt.",
  hosts_full: "De teams die passen, ontvangen al zoveel als ze aankunnen. Jullie vraag blijft openstaan.",
};

/** The same in a few words, for a table. */
export const CAUSE_LABELS: Record<UnplacedCause, string> = {
  no_offer: "geen aanbod over dit thema",
  no_fit: "aanbod past niet bij groep of reisgrens",
  hosts_full: "gastheren zijn vol",
};
