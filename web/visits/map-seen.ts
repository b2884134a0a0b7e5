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
