/** Degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A host with open offers. */
export interface MapMark extends Point {
  label: string;
}

/** A visit, from guest to host. */
export interface MapArc {
  from: Point;
  to: Point;
  label: string;
  isPast: boolean;
}

/** One line of the table beside the map. */
export interface MapLine {
  kind: "visit" | "offer";
  id: string;
  what: string;
  who: string;
  place: string;
  startsAt: number | null;
  endsAt: number | null;
}
