import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { isHost, mayReadOffer, type OfferFacts } from "./policy.ts";

/** Who comes to a day is for the organisation that receives them; an offer without a day has no group. */
export function mayReadGroup(viewer: Viewer | null, offer: OfferFacts | undefined): Decision {
  const read = mayReadOffer(viewer, offer);
  if (!read.may) return read;
  return offer?.memberId === viewer?.member?.memberId && offer?.startsAt != null
    ? allowed
    : refused("missing");
}

/** Whether this person may let the day go on or call it off. */
export function mayDecideGroup(viewer: Viewer | null, offer: OfferFacts | undefined, now: number): Decision {
  const read = mayReadGroup(viewer, offer);
  if (!read.may || !viewer || !offer) return read;
  if (!isHost(viewer)) return refused("forbidden", "Alleen een gastheer beslist of deze dag doorgaat.");
  if (offer.state === "withdrawn") return refused("stale", "Deze dag is al afgezegd of ingetrokken.");
  if (offer.state === "draft") return refused("stale", "Dit aanbod is nog een concept.");
  return (offer.startsAt ?? 0) > now ? allowed : refused("stale", "Deze dag is al voorbij.");
}
