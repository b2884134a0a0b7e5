import { Hono } from "hono";
import { NamesPage } from "../../web/insights/names-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { show } from "../http/page.ts";
import { readNames, readNamesToTakeAway } from "./fact-names.ts";

export const factNamesRoutes = new Hono<Env>();

factNamesRoutes.get(paths.insightNames(":year", ":concept"), async (c) => {
  const { no, list, ...page } = await readNames(c);
  if (no) return refuse(c, page, no);
  return show(c, <NamesPage frame={page.frame} {...list} />);
});

factNamesRoutes.get(paths.insightNamesExport(":year", ":concept"), async (c) => {
  const { no, list, ...page } = await readNamesToTakeAway(c);
  if (no) return refuse(c, page, no);
  const { round, item, answer, names } = list;
  return sendCsv(c, {
    fileName: ["wie", round.year, item.concept, answer.key].join("-"),
    columns: [
      { label: "Organisatie", kind: "text" },
      { label: "Antwoord", kind: "text" },
    ],
    rows: names.map(({ name, other }) => [name, other ?? answer.label]),
  });
});
