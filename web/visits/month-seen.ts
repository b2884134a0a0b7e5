/** A month as a calendar shows it. Days as "2026-12-01", months as "2026-12". */
export interface MonthSeen {
  name: string;
  firstOn: string;
  previous: string;
  next: string;
  /** seven days each, from Monday */
  weeks: { on: string; isInMonth: boolean; isToday: boolean }[][];
}

/** Something that happens on a day. */
export interface CalendarItem {
  startsAt: number;
  endsAt: number | null;
  /** null for who may not open it */
  href: string | null;
  label: string;
  /** who, where, how full: what the list says more than the calendar */
  hint: string;
  kind: "visit" | "offer";
}
