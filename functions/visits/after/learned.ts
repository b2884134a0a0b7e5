import type { Learned, LearnedTheme, Outcomes } from "../../../web/visits/after/learned.ts";
import type { OutcomeRow } from "./learned-queries.ts";

/** Under this many organisations the outcome of an action would tell whose it is: visits are no secret. */
export const LEAST_ORGANISATIONS = 5;

interface Rows {
  themes: readonly { themeId: string; slug: string; name: string; visits: number }[];
  lessons: readonly { themeId: string; lessons: number }[];
  outcomes: readonly OutcomeRow[];
  /** organisations with an action, by theme; null: in all */
  actors: readonly { themeId: string | null; organisations: number }[];
}

/** What was learned by theme and in all, with outcomes only where enough organisations stand behind them. */
export function learnedFrom({ themes, lessons, outcomes, actors }: Rows): Learned {
  const actorsOf = (themeId: string | null) =>
    actors.find((row) => row.themeId === themeId)?.organisations ?? 0;
  const lessonsOf = (themeId: string) => lessons.find((row) => row.themeId === themeId)?.lessons ?? 0;
  const all = themes.map(({ themeId, slug, name, visits }): LearnedTheme => {
    const own = outcomes.filter((row) => row.themeId === themeId);
    return { slug, name, visits, lessons: lessonsOf(themeId), ...counted(own, actorsOf(themeId)) };
  });
  const sum = (of: (theme: LearnedTheme) => number) => all.reduce((total, theme) => total + of(theme), 0);
  return {
    themes: all,
    total: {
      visits: sum(({ visits }) => visits),
      lessons: sum((theme) => theme.lessons),
      ...counted(
        outcomes,
        actorsOf(null),
        all.filter((theme) => theme.outcomes === null && theme.actions > 0),
      ),
    },
  };
}

function counted(
  rows: readonly OutcomeRow[],
  organisations: number,
  hidden: readonly LearnedTheme[] = [],
): { actions: number; outcomes: Outcomes | null } {
  const of = (outcome: OutcomeRow["outcome"]) =>
    rows.filter((row) => row.outcome === outcome).reduce((total, row) => total + row.actions, 0);
  const outcomes = {
    applied: of("applied"),
    partly: of("partly_applied"),
    not: of("not_applied"),
    unknown: of(null),
  };
  const actions = Object.values(outcomes).reduce((total, count) => total + count, 0);
  // With one theme hidden, the total less the themes that are shown would be that theme.
  const givesAway = hidden.length === 1;
  return { actions, outcomes: organisations >= LEAST_ORGANISATIONS && !givesAway ? outcomes : null };
}
