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
import { entriesOf, facetsToShow, only } from "./directory.ts";
import { directoryLines, directoryNotes, directorySheet } from "./directory-file.ts";
import * as queries from "./directory-queries.ts";
import { facetCounts } from "./facet-queries.ts";
import { readsFacts } from "./policy.ts";
import { allChoices } from "./queries.ts";

const EVERYBODY = readDirectoryFilter({});
const addressOf = (c: Context<Env>) => new URL(c.req.url).pathname;

/** The directory: /leden, /leden.csv and /leden.xlsx, for everybody. */
export const directoryRoutes = new Hono<Env>()
  .get(paths.members(), async (c) => {
    const asked = readDirectoryFilter(readQuery(c));
    const today = dayInAmsterdam(c.var.now);
    const { viewer, frame, rows } = await readPage(c, (db, scope) => [
      queries.directory(db, scope, asked, today),
      queries.totals(db, scope, asked, today),
      queries.totals(db, scope, EVERYBODY, today),
      facetCounts(db, scope, asked, today),
      allChoices(db),
    ]);
    const [members, found, association, counts, choices] = rows;
    const filter = readsFacts(viewer) ? asked : withoutFacts(asked);
    const view = { frame, filter, entries: entriesOf(members), mayReadFacts: readsFacts(viewer) };
    const facets = facetsToShow(counts, choices, filter);
    return show(
      c,
      <DirectoryPage
        {...view}
        facets={facets}
        found={only(found)}
        association={only(association)}
        pages={Math.ceil(only(found).members / queries.PAGE_SIZE)}
      />,
    );
  })
  .get(paths.membersExport("csv"), async (c) => {
    const asked = readDirectoryFilter(readQuery(c));
    const { viewer, rows } = await readPage(c, (db, scope) => [
      directoryLines(db, scope, asked, dayInAmsterdam(c.var.now)),
      queries.exportLogged(db, scope, addressOf(c)),
    ]);
    return sendCsv(c, directorySheet(rows[0], readsFacts(viewer)));
  })
  .get(paths.membersExport("xlsx"), async (c) => {
    const asked = readDirectoryFilter(readQuery(c));
    const today = dayInAmsterdam(c.var.now);
    const { viewer, rows } = await readPage(c, (db, scope) => [
      directoryLines(db, scope, asked, today),
      queries.totals(db, scope, asked, today),
      queries.totals(db, scope, EVERYBODY, today),
      allChoices(db),
      queries.exportLogged(db, scope, addressOf(c)),
    ]);
    const [lines, found, association, choices] = rows;
    const filter = readsFacts(viewer) ? asked : withoutFacts(asked);
    const notes = directoryNotes(filter, facetsToShow([], choices, filter), only(found), only(association));
    return sendExcel(c, { ...directorySheet(lines, readsFacts(viewer)), notes });
  });
