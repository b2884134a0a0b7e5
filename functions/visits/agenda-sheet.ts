import { dayInAmsterdam, formatDateTime, formatTime } from "../../web/ui/dutch.ts";
import { FORMATS, LANGUAGES } from "../../web/visits/labels.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { AgendaRow } from "./agenda-queries.ts";

const COLUMNS: Sheet["columns"] = [
  { label: "Datum", kind: "date" },
  { label: "Van", kind: "text" },
  { label: "Tot", kind: "text" },
  { label: "Aanbod", kind: "text" },
  { label: "Gastheer", kind: "text" },
  { label: "Vorm", kind: "text" },
  { label: "Voor wie", kind: "text" },
  { label: "Taal", kind: "text" },
  { label: "Waar", kind: "text" },
  { label: "Plekken", kind: "number" },
  { label: "Vrij", kind: "number" },
];

/** The agenda as on the page: days that every member sees. */
export function agendaSheet(days: readonly AgendaRow[]): Sheet {
  return {
    fileName: "agenda-werkbezoeken",
    columns: COLUMNS,
    rows: days.map((day) => [
      dayInAmsterdam(day.startsAt),
      formatTime(day.startsAt),
      day.endsAt === null ? null : formatTime(day.endsAt),
      day.title,
      day.memberName,
      FORMATS[day.format].label,
      day.forWhom,
      LANGUAGES[day.language].label,
      day.location,
      day.seats,
      Math.max(0, day.seats - day.taken),
    ]),
  };
}

/** @param filter the filters in words, "maand december 2026; thema Preventie" */
export const agendaNotes = (filter: string, count: number, now: number): SheetNotes => [
  ["Agenda van de werkbezoeken", "open aanbod met een vaste dag"],
  ["Peilmoment", formatDateTime(now)],
  ["Filter", filter],
  ["Aantal dagen (n)", count],
  ["Vrij", "plekken min de mensen van afgesproken bezoeken"],
  ["Van en Tot", "Nederlandse tijd"],
];
