import { type Context, Hono } from "hono";
import { readDirectoryFilter, withoutFacts } from "../../web/members/directory-filter.ts";
import { DirectoryPage } from "../../web/members/directory-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import {
  directoryNotes,
  directorySheet,
  entriesOf,
  factChoices,
  factsOnPage,
  readFacts,
} from "./directory.ts";
import * as queries from "./directory-queries.ts";
import { readsFacts } from "./policy.ts";
import { allChoices } from "./queries.ts";

/** Reads the directory of this address; `limit` null reads the whole list, for a file. */
async function readDirectory(c: Context<Env>, limit: number | null) {
  const asked = readDirectoryFilter(readQuery(c));
  const today = dayInAmsterdam(c.var.now);
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    queries.directory(db, scope, asked, today, limit),
    queries.totals(db, scope, asked, today),
    queries.totals(db, scope, readDirectoryFilter({}), today),
    queries.provincesInUse(db, today),
    allChoices(db),
    queries.facts(db, scope, today, limit === null),
    ...(limit === null ? [queries.exportLogged(db, scope, directoryAddress(c))] : []),
  ]);
  const [members, [found], [association], provinces, choices, allFacts] = rows;
  if (!found || !association) throw new Error("A count over no rows still is one row.");
  const mayReadFacts = readsFacts(viewer);
  return {
    frame,
    filter: mayReadFacts ? asked : withoutFacts(asked),
    members,
    found,
    association,
    provinces: provinces.map(({ province }) => province),
    choices,
    facts: mayReadFacts ? readFacts(limit === null ? allFacts : factsOnPage(members), choices) : null,
  };
}

const directoryAddress = (c: Context<Env>) => new URL(c.req.url).pathname;

/** The directory: /leden, /leden.csv and /leden.xlsx, for everybody. */
export const directoryRoutes = new Hono<Env>()
  .get(paths.members(), async (c) => {
    const { members, choices, facts, ...page } = await readDirectory(c, queries.PAGE_SIZE);
    return show(
      c,
      <DirectoryPage
        {...page}
        entries={entriesOf(members, facts)}
        pages={Math.ceil(page.found.members / queries.PAGE_SIZE)}
        factChoices={facts ? factChoices(choices) : null}
      />,
    );
  })
  .get(paths.membersExport("csv"), async (c) => {
    const { members, facts } = await readDirectory(c, null);
    return sendCsv(c, directorySheet(members, facts));
  })
  .get(paths.membersExport("xlsx"), async (c) => {
    const { members, facts, filter, choices, found, association } = await readDirectory(c, null);
    const notes = directoryNotes(filter, choices, found, association);
    return sendExcel(c, { ...directorySheet(members, facts), notes });
  });
