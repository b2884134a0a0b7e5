import { WITHHELD_SENTENCE } from "../../web/insights/cell.ts";
import type { Bounds, ShownTrend } from "../../web/insights/trend.ts";
import { boundsWords, matchSentence, matchWords } from "../../web/insights/trend-matched.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";

/** The same organisations as lines of their own: a count where it may be shown, else its range in words. */
export function matchRows({ match }: ShownTrend): Sheet["rows"] {
  if (!match) return [];
  const { from, to, both } = match;
  return match.lines.flatMap(({ label, before, after }) =>
    [
      { year: from, bounds: before },
      { year: to, bounds: after },
    ].map(({ year, bounds }) => [
      year,
      `${label} (deden beide keren mee)`,
      isExact(bounds) ? bounds.low : null,
      isExact(bounds) && both > 0 ? Math.round((bounds.low / both) * 1000) / 1000 : null,
      isExact(bounds) ? "" : boundsWords(bounds, both),
      both,
      "",
    ]),
  );
}

export function matchNotes({ match }: ShownTrend): SheetNotes {
  if (!match) return [];
  const { from, to, both, joined, left, lines } = match;
  return [
    ["Deden beide keren mee", both],
    [`Nieuw in ${to}`, joined],
    [`Niet meer in ${to}`, left],
    ["Verandering bij dezelfde organisaties", matchSentence(match) ?? WITHHELD_SENTENCE],
    ...lines.map((line): [string, string] => {
      const { matched, all, composition } = matchWords(line, both);
      return [
        `Verandering: ${line.label}`,
        `Alle organisaties: ${all}; deden beide keren mee: ${matched}; door samenstelling: ${composition}.`,
      ];
    }),
    [
      "Bereik",
      `"12 tot en met 15" betekent: het juiste aantal ligt daartussen. Het gaat om wie in ${from} en ${to} meededen.`,
    ],
  ];
}

const isExact = ({ low, high }: Bounds): boolean => low === high;
