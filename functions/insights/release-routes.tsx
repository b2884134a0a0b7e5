import { Hono } from "hono";
import { ReleasePage } from "../../web/insights/release-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { type Page, readPage, show } from "../http/page.ts";
import { followsResponse } from "./board-queries.ts";
import { exportNoted } from "./queries.ts";
import { yearIn } from "./reading.ts";
import {
  type AccountRoundRow,
  type AccountRow,
  accountRound,
  type MatchAccountRow,
  matchAccounts,
  releaseAccounts,
} from "./release-account-queries.ts";
import { accountLines, accountSheet, matchLines } from "./release-lines.ts";
import { mayReadReleaseAccount } from "./release-policy.ts";

export const releaseRoutes = new Hono<Env>();

releaseRoutes.get(paths.releaseAccount(":year"), async (c) => {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db) => [
    accountRound(db, year),
    releaseAccounts(db, year),
    matchAccounts(db, year),
  ]);
  const account = accountOf(page, ...rows);
  if (account.no) return refuse(c, page, account.no);
  return show(
    c,
    <ReleasePage
      frame={page.frame}
      round={account.round}
      lines={account.lines}
      sums={account.sums}
      matches={account.matches}
    />,
  );
});

for (const format of ["csv", "xlsx"] as const)
  releaseRoutes.get(paths.releaseAccountExport(":year", format), async (c) => {
    const year = yearIn(c);
    const { rows, ...page } = await readPage(c, (db, scope) => [
      exportNoted(db, scope, `${year}/vrijgave`, followsResponse(scope.personId)),
      accountRound(db, year),
      releaseAccounts(db, year),
      matchAccounts(db, year),
    ]);
    const [, ...read] = rows;
    const account = accountOf(page, ...read);
    if (account.no) return refuse(c, page, account.no);
    const sheet = accountSheet(account.round, account.lines, account.sums, account.matches);
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

function accountOf(
  page: Page,
  rounds: readonly AccountRoundRow[],
  rows: readonly AccountRow[],
  matches: readonly MatchAccountRow[],
) {
  const decision = mayReadReleaseAccount(page.viewer);
  if (!decision.may) return { no: decision };
  const [round] = rounds;
  return round
    ? { no: null, round, ...accountLines(rows, round), matches: matchLines(matches) }
    : { no: { because: "missing" as const } };
}
