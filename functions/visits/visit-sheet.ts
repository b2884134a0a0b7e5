import { dayInAmsterdam, formatDateTime, formatTime } from "../../web/ui/dutch.ts";
import { VISIT_STATE_LABELS } from "../../web/visits/labels.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { VisitRow } from "./visit-queries.ts";

const COLUMNS: Sheet["columns"] = [
  { label: "Wij zijn", kind: "text" },
  { label: "Gast", kind: "text" },
  { label: "Gastheer", kind: "text" },
  { label: "Stand", kind: "text" },
  { label: "Thema", kind: "text" },
  { label: "Aanbod", kind: "text" },
  { label: "Leervraag", kind: "text" },
  { label: "Aantal personen", kind: "number" },
  { label: "Datum", kind: "date" },
  { label: "Van", kind: "text" },
  { label: "Tot", kind: "text" },
  { label: "Waar", kind: "text" },
  { label: "Aangevraagd op", kind: "date" },
];

/** The visits of one organisation as a table, as on the page; names no people. */
export function visitSheet(visits: readonly VisitRow[], memberId: string): Sheet {
  return {
    fileName: "werkbezoeken",
    columns: COLUMNS,
    rows: visits.map((visit) => [
      visit.guestMemberId === memberId ? "gast" : "gastheer",
      visit.guestMemberName,
      visit.hostMemberName,
      VISIT_STATE_LABELS[visit.state].label,
      visit.themeName,
      visit.offerTitle,
      visit.learningQuestion,
      visit.seats,
      visit.startsAt === null ? null : dayInAmsterdam(visit.startsAt),
      visit.startsAt === null ? null : formatTime(visit.startsAt),
      visit.endsAt === null ? null : formatTime(visit.endsAt),
      visit.location || null,
      dayInAmsterdam(visit.createdAt),
    ]),
  };
}

/** @param filter the filters in words; none for all visits */
export const visitNotes = (
  memberName: string,
  count: number,
  now: number,
  filter: readonly string[],
): SheetNotes => [
  ["Werkbezoeken van", memberName],
  ["Peilmoment", formatDateTime(now)],
  ["Filter", filter.join("; ") || "geen: alle bezoeken als gast en als gastheer"],
  ["Aantal bezoeken (n)", count],
  ["Stand", "hoe ver het bezoek is; een bezoek telt als afgesproken vanaf de acceptatie"],
  ["Van en Tot", "Nederlandse tijd"],
];
