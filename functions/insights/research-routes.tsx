import { type Context, Hono } from "hono";
import { useStatement } from "../../web/insights/research-contract.ts";
import { ResearchPage } from "../../web/insights/research-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId, newToken } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { cellCount } from "./api-queries.ts";
import { roundOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { researchDownloads } from "./research-downloads.tsx";
import { mayResearch, maySign } from "./research-policy.ts";
import { statementEnded, statementSigned, useStatementsOf } from "./research-statement-queries.ts";

export const researchRoutes = new Hono<Env>();
researchRoutes.route("/", researchDownloads);

researchRoutes.get(paths.research(":year"), async (c) => {
  const page = await readResearch(c);
  if (page.no) return refuse(c, page, page.no);
  const typed = { verklaring: [newId()] };
  const notice = c.req.query("melding");
  return show(c, <ResearchPage {...page.shown} typed={typed} notice={notice} />);
});

researchRoutes.post(paths.useStatements(":year"), async (c) => {
  const page = await readResearch(c);
  const read = parseForm(useStatement(dayInAmsterdam(c.var.now)), await readForm(c));
  if (page.no) return refuse(c, page, page.no, read.typed);
  const decision = maySign(page.shown.round);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!read.ok) return show(c, <ResearchPage {...page.shown} typed={read.typed} errors={read.errors} />, 422);
  const { doel: purpose, voor: recipients, tot: validUntil, verklaring } = read.value;
  const id = isId(verklaring) ? verklaring : newId();
  const signedBy = page.viewer?.personId ?? "";
  const said = { id, year: yearIn(c), signedBy, purpose, recipients, validUntil };
  await write(c, statementSigned(c.var.db, { ...said, signedAt: c.var.now, secret: newToken() }));
  return c.redirect(`${paths.research(yearIn(c))}?melding=ondertekend`, 303);
});

researchRoutes.post(paths.useStatementEnd(":year", ":id"), async (c) => {
  const page = await readResearch(c);
  if (page.no) return refuse(c, page, page.no);
  const found = page.shown.statements.find(({ id }) => id === c.req.param("id"));
  if (!found?.isMine) return refuse(c, page, { because: "missing" });
  const signedBy = page.viewer?.personId ?? "";
  const { db, now } = c.var;
  await write(c, statementEnded(db, { id: found.id, year: yearIn(c), signedBy, now }));
  return c.redirect(`${paths.research(yearIn(c))}?melding=beeindigd`, 303);
});

/** The page of a round for this viewer, in one round trip. */
async function readResearch(c: Context<Env>) {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    roundOf(db, year),
    useStatementsOf(db, scope, year),
    cellCount(db, year),
  ]);
  const [rounds, statements, [counted]] = rows;
  const decision = mayResearch(page.viewer);
  if (!decision.may) return { ...page, no: decision };
  const row = rounds[0];
  if (!row) return { ...page, no: { because: "missing" as const } };
  const today = dayInAmsterdam(c.var.now);
  const cells = Number(counted?.count ?? 0);
  return {
    ...page,
    no: null,
    shown: { frame: page.frame, round: shownRound(row), statements, cells, today },
  };
}
