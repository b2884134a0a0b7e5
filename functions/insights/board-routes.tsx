import { type Context, Hono } from "hono";
import {
  BOARD_PAGE_SIZE,
  BOARD_STATE_WORDS,
  BOARD_STATES,
  type BoardCounts,
  countsOf,
} from "../../web/insights/board.ts";
import { BoardPage } from "../../web/insights/board-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatDay } from "../../web/ui/dutch.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { type Page, readPage, show } from "../http/page.ts";
import { boardGroups } from "./board-group-queries.ts";
import { boardCountsSheet, boardLines, boardSheet } from "./board-lines.ts";
import {
  type BoardPart,
  type BoardRow,
  boardCounts,
  firstSignings,
  followsResponse,
  responseBoard,
} from "./board-queries.ts";
import { mayReadResponseBoard } from "./policy.ts";
import { exportNoted, type RoundRow, roundOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";

export const boardRoutes = new Hono<Env>();

boardRoutes.get(paths.responseBoard(":year"), async (c) => {
  const year = yearIn(c);
  const part = partIn(c);
  const { rows, ...page } = await readPage(c, (db) => [
    roundOf(db, year),
    responseBoard(db, year, part),
    boardCounts(db, year),
    boardGroups(db, year),
    firstSignings(db, year),
  ]);
  const [rounds, members, states, groups, signings] = rows;
  const board = boardOf(page, rounds, members);
  if (board.no) return refuse(c, page, board.no);
  const counted = { counts: countsIn(states), groups, signings };
  const today = dayInAmsterdam(c.var.now);
  return show(c, <BoardPage frame={page.frame} {...board} {...part} {...counted} today={today} />);
});

/** The part of the board that the address asks for: `?stand=bezig&pagina=2`. */
function partIn(c: Context<Env>): BoardPart {
  const only = BOARD_STATES.find((state) => BOARD_STATE_WORDS[state] === c.req.query("stand")) ?? null;
  const page = c.req.query("pagina") ?? "";
  return { only, page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, limit: BOARD_PAGE_SIZE };
}

function countsIn(rows: Awaited<ReturnType<typeof boardCounts>>): BoardCounts {
  const counts = countsOf([]);
  for (const { stand, members } of rows) counts[stand] = members;
  return counts;
}

for (const format of ["csv", "xlsx"] as const)
  boardRoutes.get(paths.responseBoardExport(":year", format), async (c) => {
    const { page, board } = await boardToTakeAway(c);
    if (board.no) return refuse(c, page, board.no);
    const sheet = boardSheet(board.lines, board.round, formatDay(c.var.now));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

for (const format of ["csv", "xlsx"] as const)
  boardRoutes.get(paths.responseGroupsExport(":year", format), async (c) => {
    const { page, board, groups } = await boardToTakeAway(c);
    if (board.no) return refuse(c, page, board.no);
    const sheet = boardCountsSheet(board.lines, groups, board.round, formatDay(c.var.now));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

async function boardToTakeAway(c: Context<Env>) {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/respons`, followsResponse(scope.personId)),
    roundOf(db, year),
    responseBoard(db, year),
    boardGroups(db, year),
  ]);
  return { page, board: boardOf(page, rows[1], rows[2]), groups: rows[3] };
}

function boardOf(page: Page, rounds: readonly RoundRow[], members: readonly BoardRow[]) {
  const decision = mayReadResponseBoard(page.viewer);
  if (!decision.may) return { no: decision };
  const row = rounds[0];
  if (!row) return { no: { because: "missing" as const } };
  return { no: null, round: shownRound(row), lines: boardLines(members, row.closesOn) };
}
