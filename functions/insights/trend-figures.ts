import type { StoredChange } from "../../db/schema/insights-trends.ts";
import type { Cell } from "../../web/insights/cell.ts";
import { editionWords, roundWords } from "../../web/insights/round-words.ts";
import {
  questionOf,
  type ShownFigure,
  type ShownRound,
  type ShownRow,
} from "../../web/insights/shown-figure.ts";
import {
  type ChangeLine,
  drawsMiddle,
  type ShownChange,
  type ShownTrend,
  type TrendJoin,
  type TrendLine,
  type TrendPoint,
} from "../../web/insights/trend.ts";
import { type AskedItem, gradeOf, joinOf } from "./trend-grades.ts";
import { shownMatch } from "./trend-match-figures.ts";
import type { MatchRow } from "./trend-queries.ts";

/** More lines make a page of charts that nobody compares. */
const MOST_DRAWN = 6;

/** The outcome of one published round, as its own page shows it. */
export interface TrendMoment {
  round: ShownRound;
  figure: ShownFigure;
  asked: AskedItem;
}

/**
 * One concept over rounds, made of the very figures that the pages of those rounds show: a trend can say no
 * more than they do.
 *
 * @param moments oldest first
 */
export function trendOf(
  moments: readonly TrendMoment[],
  newest: Pick<ShownTrend, "concept" | "shortName" | "kind" | "audience" | "unit" | "running">,
  change: { from: number; to: number; body: StoredChange } | null,
  match: MatchRow | null,
): ShownTrend {
  const joins = moments.slice(1).map(({ asked }, at): TrendJoin => {
    const before = (moments[at] as TrendMoment).asked;
    const grade = gradeOf(before, asked);
    return { from: before.year, to: asked.year, grade, join: joinOf(grade) };
  });
  const isMiddle = drawsMiddle(newest);
  const lines = isMiddle ? [middleLine(moments, newest.unit)] : answerLines(moments);
  const isJoined = joins.length > 0 && joins.at(-1)?.join !== "broken";
  const shown = isJoined && newest.audience === "confidential" ? shownMatch(match, moments) : null;
  return {
    ...newest,
    rounds: moments.map(({ round, figure }) => ({
      year: round.year,
      n: (isMiddle ? figure.view.whole : figure.view.n) ?? round.counted,
      coverage: roundWords(round).coverage,
      referenceDay: roundWords(round).referenceDay,
      edition: editionWords(figure, round),
      question: questionOf(figure),
    })),
    joins,
    lines,
    drawn: Math.min(MOST_DRAWN, lines.length),
    change: change && isJoined ? shownChange(change, moments) : null,
    match: shown,
    lacksMatch: isJoined && newest.audience === "confidential" && !shown,
  };
}

function middleLine(moments: readonly TrendMoment[], unit: string | null): TrendLine {
  return {
    key: "mediaan",
    label: `Midden (mediaan) in ${unit ?? "het getal"}`,
    points: moments.map(({ round, figure }): TrendPoint => {
      const value = figure.median?.value ?? null;
      const given = figure.view.whole ?? 0;
      return {
        year: round.year,
        cell: { kind: "exact", count: given },
        whole: null,
        low: value,
        high: value,
      };
    }),
  };
}

/** The answers in the order of the newest round; what only earlier rounds had comes last. */
function answerLines(moments: readonly TrendMoment[]): TrendLine[] {
  const rowsOf = ({ figure: { view } }: TrendMoment): ShownRow[] =>
    view.merged ? [view.merged, ...view.rows] : view.rows;
  // On another scale the same code is another answer: a line is one code with one label.
  const idOf = ({ key, label }: ShownRow) => `${key} ${label}`;
  const labels = new Map<string, string>();
  for (const row of moments.toReversed().flatMap(rowsOf)) labels.set(idOf(row), row.label);
  return [...labels].map(([id, label]) => ({
    key: id,
    label,
    points: moments.map((moment): TrendPoint | null => {
      const row = rowsOf(moment).find((each) => idOf(each) === id);
      return row ? pointOf(moment, row.organisations) : null;
    }),
  }));
}

function pointOf({ round, figure: { view } }: TrendMoment, cell: Cell): TrendPoint {
  const whole = view.whole ?? view.n;
  const bounds =
    cell.kind === "withheld"
      ? null
      : cell.kind === "exact"
        ? [cell.count, cell.count]
        : [cell.low, cell.high];
  const [low, high] = (bounds ?? []).map((count) => (whole ? count / whole : null));
  return { year: round.year, cell, whole, low: low ?? null, high: high ?? null };
}

function shownChange(
  { from, to, body }: { from: number; to: number; body: StoredChange },
  moments: readonly TrendMoment[],
): ShownChange | null {
  const [before, after] = [moments.at(-2), moments.at(-1)];
  if (before?.round.year !== from || after?.round.year !== to) return null;
  const countIn = ({ figure }: TrendMoment, key: string) => {
    const cell = figure.view.rows.find((row) => row.key === key)?.organisations;
    return { count: cell?.kind === "exact" ? cell.count : 0, given: figure.view.whole ?? 0 };
  };
  const { both, joined, left, test } = body;
  return {
    from,
    to,
    both,
    joined,
    left,
    lines: after.figure.view.rows.map(
      ({ key, label }): ChangeLine => ({
        label,
        before: countIn(before, key),
        after: countIn(after, key),
        matchedBefore: { count: body.before.values[key] ?? 0, given: body.before.given },
        matchedAfter: { count: body.after.values[key] ?? 0, given: body.after.given },
      }),
    ),
    numbers: test && {
      before: body.before.median,
      after: body.after.median,
      pairs: test.pairs,
      differing: test.n,
      p: test.p,
      method: test.method,
    },
  };
}
