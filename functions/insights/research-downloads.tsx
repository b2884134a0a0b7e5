import { type SQL, sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { CELLS_IN_A_FILE, MOST_IN_A_FILE, type ResearchFile } from "../../web/insights/research.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { readBarePage, readPage } from "../http/page.ts";
import { apiFigures } from "./api-answer.ts";
import { cellsOfRound, NEWEST_EDITION } from "./api-queries.ts";
import { keptBack } from "./policy.ts";
import { choiceLabels, itemsOf, roundOf, themesOf } from "./queries.ts";
import { yearIn } from "./reading.ts";
import { releasedSheet } from "./research-figures.ts";
import { dataOf, researchFileNamed, sendResearchFile } from "./research-files.ts";
import { SMALLEST_FILE } from "./research-groups.ts";
import { mayResearch, mayUseStatement } from "./research-policy.ts";
import {
  closedOfLeftOut,
  enoughFor,
  researchAnswers,
  researchMembers,
  researchPlaces,
} from "./research-queries.ts";
import {
  isResearcher,
  maySeeFile,
  researchNoted,
  statementWithSecret,
} from "./research-statement-queries.ts";

/** Files to take away: each is noted in the log, in the batch that reads it. */
export const researchDownloads = new Hono<Env>();

/** The released cells of one part of a round, in one round trip, with what their words are. */
async function readFigures(c: Context<Env>, part: number) {
  const year = yearIn(c);
  const after = (part - 1) * CELLS_IN_A_FILE;
  const name = part === 1 ? "cijfers.csv" : `cijfers.csv?deel=${part}`;
  const { rows, ...page } = await readPage(c, (db, scope) => [
    researchNoted(db, scope, `${year}/${name}`, sql`${isResearcher(scope)} and ${hasCells(year, after)}`),
    roundOf(db, year),
    cellsOfRound(db, year, { after, most: CELLS_IN_A_FILE }),
    itemsOf(db, year, null),
    choiceLabels(db),
    themesOf(db, year, null),
  ]);
  const [, [round], cells, items, choices, themes] = rows;
  return { ...page, year, round, cells, words: { items, choices, themes } };
}

researchDownloads.get(paths.researchFigures(":year"), async (c) => {
  const part = partIn(c.req.query("deel"));
  if (part === null) return refuse(c, await readBarePage(c), { because: "missing" });
  const { year, round, cells, words, ...page } = await readFigures(c, part);
  const decision = mayResearch(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const isKept = !round || keptBack("confidential", { ...round, isReleased: cells.length > 0 });
  if (isKept) return refuse(c, page, { because: "missing" });
  return sendCsv(c, releasedSheet(year, apiFigures(cells, words), part));
});

/** Which part of the cells is asked for, from 1; null when it is no such number. */
function partIn(typed = "1"): number | null {
  return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : null;
}

const hasCells = (year: number, after: number): SQL => sql`${after} < (
  select count(*) from rounds r join releases l on l.round_id = r.id join release_cells k on k.release_id = l.id
  where r.year = ${year} and r.state = 'published' and ${NEWEST_EDITION})`;

researchDownloads.get(paths.researchFile(":year", ":id", ":file"), async (c) => {
  const file = researchFileNamed(c.req.param("file") ?? "");
  const { statement, viewer, frame, rows } = await readFile(c, file);
  const decision = mayUseStatement(viewer, statement, dayInAmsterdam(c.var.now));
  if (!decision.may) return refuse(c, { viewer, frame }, decision);
  if (rows && rows.members.length > MOST_IN_A_FILE)
    return fault(c, { viewer, frame }, "too_large", TOO_LARGE);
  const data = file && rows && statement && dataOf(file, rows, statement.secret);
  if (!data) return refuse(c, { viewer, frame }, { because: "missing", what: TOO_FEW });
  return sendResearchFile(c, file, data, yearIn(c));
});

const TOO_LARGE = `Bij meer dan ${MOST_IN_A_FILE} organisaties staat dit bestand alleen in het jaarpakket.`;
const TOO_FEW = `Dit bestand is er niet. Losse antwoorden zijn er vanaf ${SMALLEST_FILE} organisaties. Opent een organisatie een antwoord na de eerste verklaring, dan maken we ze niet meer.`;

/** The rows of a file, in one round trip; none for who may not have it, nor of an unknown file. */
async function readFile(c: Context<Env>, file: ResearchFile | undefined) {
  const year = yearIn(c);
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(c, (db, scope) => {
    const may = sql`${file ? 1 : 0} and ${maySeeFile(scope, year, id, dayInAmsterdam(c.var.now))}`;
    const data = file?.data ?? "facts";
    const enough = enoughFor(year, data, data === "answers" ? SMALLEST_FILE : 1, MOST_IN_A_FILE);
    return [
      researchNoted(db, scope, `${year}/${id}/${file?.file ?? ""}`, sql`${may} and ${enough}`),
      statementWithSecret(db, year, id),
      roundOf(db, year),
      itemsOf(db, year, null),
      choiceLabels(db),
      themesOf(db, year, null),
      researchMembers(db, year, data, may),
      researchPlaces(db, year, data, may),
      researchAnswers(db, year, data, may),
      closedOfLeftOut(db, year, may),
    ];
  });
  const [, [statement], [round], items, choices, themes, members, places, answers, leftOut] = rows;
  const found = round && { round, items, choices, themes, members, places, answers, leftOut };
  return { ...page, statement, rows: found };
}
