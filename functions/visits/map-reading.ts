import type { VisitState } from "../../db/visit-vocabulary.ts";
import type { MapArc, MapMark } from "../../web/ui/country-map.tsx";
import type { MapLine } from "../../web/visits/map-seen.ts";
import { isAgreed } from "./lifecycle.ts";
import type { MapOfferRow, PlaceRow } from "./map-queries.ts";

interface MapVisit {
  id: string;
  guestMemberId: string;
  guestMemberName: string;
  hostMemberId: string | null;
  hostMemberName: string | null;
  themeName: string;
  state: VisitState;
  startsAt: number | null;
  endsAt: number | null;
}

interface VisitMap {
  marks: MapMark[];
  arcs: MapArc[];
  /** the same as a table; also what has no place on the map */
  lines: MapLine[];
}

/**
 * What the map draws and its table says: a dot for each host with open offers, an arc for each visit of the own
 * organisation that is agreed or took place.
 */
export function mapOf(
  offers: readonly MapOfferRow[],
  visits: readonly MapVisit[],
  places: readonly PlaceRow[],
): VisitMap {
  const placeOf = new Map(places.map((place) => [place.memberId, place]));
  const hosts = Map.groupBy(offers, ({ memberId }) => memberId);
  const marks = [...hosts].flatMap(([memberId, own]): MapMark[] => {
    const at = placeOf.get(memberId);
    const name = own[0]?.memberName ?? "";
    return at ? [{ ...pointOf(at), label: `${name}, ${at.place}: ${own.length} keer aanbod` }] : [];
  });
  const held = visits.filter(({ state }) => isAgreed(state) || state === "took_place");
  const arcs = held.flatMap((visit): MapArc[] => {
    const from = placeOf.get(visit.guestMemberId);
    const to = placeOf.get(visit.hostMemberId ?? "");
    const label = `${visit.guestMemberName} bij ${visit.hostMemberName ?? ""}`;
    return from && to
      ? [{ from: pointOf(from), to: pointOf(to), label, isPast: visit.state === "took_place" }]
      : [];
  });
  return {
    marks,
    arcs,
    lines: [
      ...held.map(
        (visit): MapLine => ({
          kind: "visit",
          id: visit.id,
          what: visit.themeName,
          who: `${visit.guestMemberName} bij ${visit.hostMemberName ?? ""}`,
          place: placeOf.get(visit.hostMemberId ?? "")?.place ?? "",
          ...momentOf(visit),
        }),
      ),
      ...offers.map(
        (offer): MapLine => ({
          kind: "offer",
          id: offer.id,
          what: offer.title,
          who: offer.memberName,
          place: placeOf.get(offer.memberId)?.place ?? "",
          ...momentOf(offer),
        }),
      ),
    ],
  };
}

const pointOf = ({ latitude, longitude }: PlaceRow) => ({ latitude, longitude });
const momentOf = ({ startsAt, endsAt }: { startsAt: number | null; endsAt: number | null }) => ({
  startsAt,
  endsAt,
});
