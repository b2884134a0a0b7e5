import { formatDate, formatDateTime } from "../../../web/ui/dutch.ts";
import type { Learned, LearnedTheme } from "../../../web/visits/after/learned.ts";
import type { SheetNotes } from "../../http/excel.ts";
import type { Sheet, SheetCell } from "../../http/spreadsheet.ts";
import { LEAST_ORGANISATIONS } from "./learned.ts";
import type { LearnerRow } from "./learned-queries.ts";

const COLUMNS: Sheet["columns"] = [
  { label: "Soort", kind: "text" },
  { label: "Naam", kind: "text" },
  { label: "Bezoeken", kind: "number" },
  { label: "Als gast", kind: "number" },
  { label: "Als gastheer", kind: "number" },
  { label: "Lessen", kind: "number" },
  { label: "Acties", kind: "number" },
  { label: "Toegepast", kind: "number" },
  { label: "Deels toegepast", kind: "number" },
  { label: "Niet toegepast", kind: "number" },
  { label: "Nog niet bekend", kind: "number" },
];

const themeRow = (kind: string, name: string, row: Omit<LearnedTheme, "slug" | "name">): SheetCell[] => [
  kind,
  name,
  row.visits,
  null,
  null,
  row.lessons,
  row.actions,
  row.outcomes?.applied ?? null,
  row.outcomes?.partly ?? null,
  row.outcomes?.not ?? null,
  row.outcomes?.unknown ?? null,
];

/** The same as the page: a line a theme, the total, and a line an organisation. */
export function learnedSheet({ themes, total }: Learned, organisations: readonly LearnerRow[]): Sheet {
  return {
    fileName: "geleerd-bij-werkbezoeken",
    columns: COLUMNS,
    rows: [
      ...themes.map((theme) => themeRow("thema", theme.name, theme)),
      themeRow("totaal", "Alle thema's", total),
      ...organisations.map(({ name, asGuest, asHost, lessons }): SheetCell[] => [
        "organisatie",
        name,
        asGuest + asHost,
        asGuest,
        asHost,
        lessons,
        null,
        null,
        null,
        null,
        null,
      ]),
    ],
  };
}

/** What the explanation sheet says beside them. */
export function learnedNotes(
  year: number | null,
  rounds: readonly { year: number; referenceOn: string }[],
  { total }: Learned,
  now: number,
): SheetNotes {
  const round = rounds.find((each) => each.year === year);
  const next = rounds.findLast((each) => year !== null && each.year > year);
  const until = next ? ` tot ${formatDate(next.referenceOn)}` : "";
  return [
    ["Peilmoment", formatDateTime(now)],
    [
      "Filter",
      round
        ? `ronde ${round.year}: vanaf ${formatDate(round.referenceOn)}${until}`
        : "geen: alle werkbezoeken",
    ],
    ["Aantal bezoeken (n)", total.visits],
    ["Bezoek", "een werkbezoek waarvan een van beide teams zei dat het doorging"],
    ["Les", "een les die de gastheer goedkeurde"],
    ["Actie", "wat een organisatie na een bezoek afsprak te gaan doen"],
    ["Uitkomst", "wat de organisatie het laatst zei, na 90 of 270 dagen"],
    [
      "Lege uitkomst",
      `verborgen: minder dan ${LEAST_ORGANISATIONS} organisaties, of af te leiden uit de rest`,
    ],
  ];
}
