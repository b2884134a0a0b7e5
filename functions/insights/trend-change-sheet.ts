import { pairsSentence } from "../../web/insights/statistic-words.ts";
import {
  changeParts,
  comparableLines,
  drawsMiddle,
  givenSentence,
  pointsWords,
  type ShownTrend,
} from "../../web/insights/trend.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";

const BOTH = "(deden beide keren mee)";

/** A fact at the same organisations as lines of their own: their counts, or their middle and the test of pairs. */
export function changeRows(trend: ShownTrend): Sheet["rows"] {
  const { change, unit } = trend;
  if (!change) return [];
  const { from, to, numbers } = change;
  if (!drawsMiddle(trend))
    return comparableLines(change).flatMap(({ label, matchedBefore, matchedAfter }) =>
      [
        { year: from, ...matchedBefore },
        { year: to, ...matchedAfter },
      ].map(({ year, count, given }) => [
        year,
        `${label} ${BOTH}`,
        count,
        Math.round((count / given) * 1000) / 1000,
        "",
        given,
        "",
      ]),
    );
  if (!numbers || numbers.before === null || numbers.after === null) return [];
  const { before, after, pairs, p } = numbers;
  const middle = `Midden (mediaan) in ${unit ?? "het getal"} ${BOTH}`;
  return [
    [from, middle, before, null, "", pairs, ""],
    [to, middle, after, null, "", pairs, ""],
    [to, TEST, p === null ? null : Number(p.toPrecision(3)), null, pairsSentence(numbers), pairs, ""],
  ];
}

const TEST = "p van de toets van Wilcoxon voor paren";

/** What the test is, for who wants to do it again. */
const TEST_MEANS =
  "Tekenrangtoets van Wilcoxon, tweezijdig. Een paar is een organisatie die beide keren een getal gaf. " +
  "Paren zonder verschil tellen niet mee in de toets. Gelijke verschillen delen hun rang. " +
  "Bij hooguit 60 verschillen is p exact, daarboven met de normale kromme, met correctie voor gelijke rangen en continuïteit. " +
  "p is de kans op zo'n verschuiving, of een grotere, als omhoog en omlaag even waarschijnlijk zijn. " +
  "De toets rekent met oneindig veel organisaties. Voor een eindige groep is p aan de voorzichtige kant.";

export function changeNotes(trend: ShownTrend): SheetNotes {
  const { change } = trend;
  if (!change) return [];
  const { both, joined, left, to, numbers } = change;
  const taken: SheetNotes = [
    ["Deden beide keren mee", both],
    [`Nieuw in ${to}`, joined],
    [`Niet meer in ${to}`, left],
  ];
  if (drawsMiddle(trend))
    return numbers && numbers.before !== null && numbers.after !== null
      ? [...taken, ["Toets van Wilcoxon", pairsSentence(numbers)], ["Wat die toets is", TEST_MEANS]]
      : taken;
  const lines = comparableLines(change).map((line): [string, string] => {
    const { all, matched, composition } = changeParts(line);
    return [
      `Verandering: ${line.label}`,
      `${pointsWords(all)}; deden beide keren mee: ${pointsWords(matched)}; door samenstelling: ${pointsWords(composition)}.`,
    ];
  });
  return lines.length === 0 ? taken : [...taken, ["Delen", givenSentence(change)], ...lines];
}
