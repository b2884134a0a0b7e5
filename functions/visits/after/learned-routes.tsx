import { type Context, Hono } from "hono";
import { paths } from "../../../web/paths.ts";
import { LearnedPage } from "../../../web/visits/after/learned-page.tsx";
import { OwnActionsPage } from "../../../web/visits/after/own-actions-page.tsx";
import { sendCsv } from "../../http/csv.ts";
import type { Env } from "../../http/env.ts";
import { sendExcel } from "../../http/excel.ts";
import { refuse } from "../../http/faults.tsx";
import { readPage, show } from "../../http/page.ts";
import { mayBrowse, mayReadOwn } from "../policy.ts";
import { learnedFrom } from "./learned.ts";
import {
  actorsByTheme,
  learnersInFile,
  learnersShown,
  lessonsByTheme,
  ORGANISATIONS_SHOWN,
  outcomesByTheme,
  roundYears,
  visitsByTheme,
} from "./learned-queries.ts";
import { learnedNotes, learnedSheet } from "./learned-sheet.ts";
import { ownActions } from "./queries.ts";

export const learnedRoutes = new Hono<Env>();

/** The period in the address: a round's year, or null for everything. What is no year is no filter. */
function yearIn(c: Context<Env>): number | null {
  const typed = c.req.query("ronde") ?? "";
  return /^\d{4}$/.test(typed) ? Number(typed) : null;
}

async function readLearned(c: Context<Env>, learners: typeof learnersShown) {
  const asked = yearIn(c);
  const { rows, ...page } = await readPage(
    c,
    (db) =>
      [
        roundYears(db),
        visitsByTheme(db, asked),
        lessonsByTheme(db, asked),
        outcomesByTheme(db, asked),
        actorsByTheme(db, asked),
        learners(db, asked),
      ] as const,
  );
  const [years, themes, lessons, outcomes, actors, organisations] = rows;
  const learned = learnedFrom({ themes, lessons, outcomes, actors });
  const year = years.some((round) => round.year === asked) ? asked : null;
  return { ...page, years, year, learned, organisations, isUnknownYear: asked !== year };
}

learnedRoutes.get(paths.learned(), async (c) => {
  const page = await readLearned(c, learnersShown);
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (page.isUnknownYear) return refuse(c, page, { because: "missing" });
  const { frame, years, year, learned, organisations } = page;
  return show(
    c,
    <LearnedPage {...{ frame, years, year, learned, organisations }} mostShown={ORGANISATIONS_SHOWN} />,
  );
});

for (const format of ["csv", "xlsx"] as const)
  learnedRoutes.get(paths.learnedExport(format), async (c) => {
    const page = await readLearned(c, learnersInFile);
    const decision = mayBrowse(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    if (page.isUnknownYear) return refuse(c, page, { because: "missing" });
    const sheet = learnedSheet(page.learned, page.organisations);
    return format === "csv"
      ? sendCsv(c, sheet)
      : sendExcel(c, { ...sheet, notes: learnedNotes(page.year, page.years, page.learned, c.var.now) });
  });

learnedRoutes.get(paths.ownActions(), async (c) => {
  const { rows, ...page } = await readPage(c, (db, scope) => [ownActions(db, scope)] as const);
  const { viewer, frame } = page;
  const decision = mayReadOwn(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
  const { memberId, memberName } = viewer.member;
  return show(c, <OwnActionsPage {...{ frame, memberId, memberName, rows: rows[0], now: c.var.now }} />);
});
