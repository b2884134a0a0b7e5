import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { newRoundContract, YEAR_TAKEN } from "../../web/questionnaires/new-round-contract.ts";
import { NewRoundPage } from "../../web/questionnaires/new-round-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readBarePage, show, write } from "../http/page.ts";
import { addRound, roundById, roundOpened } from "./new-round-queries.ts";

/** The staff of the association adds a round. */
export const newRoundRoutes = new Hono<Env>();

newRoundRoutes.get(paths.newRound(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <NewRoundPage frame={page.frame} typed={{ id: [newId()] }} />);
});

newRoundRoutes.post(paths.newRound(), async (c) => {
  const page = await readBarePage(c);
  const read = parseForm(newRoundContract, await readForm(c));
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  const again = (errors: Record<string, string>) =>
    show(c, <NewRoundPage frame={page.frame} typed={read.typed} errors={errors} />, 422);
  if (!read.ok) return again(read.errors);
  const { db, now } = c.var;
  const id = isId(read.value.id) ? read.value.id : newId();
  const [added, , found] = await write(c, [
    addRound(db, { ...read.value, id }, dayInAmsterdam(now)),
    roundOpened(db, page.viewer?.personId ?? "", read.value.jaar, now),
    roundById(db, id),
  ]);
  // The second click of two finds its own round; another round of this year stands in the way.
  if (added.length === 0 && found[0]?.year !== read.value.jaar) return again({ jaar: YEAR_TAKEN });
  return c.redirect(`${paths.bureau()}?melding=ronde-geopend`, 303);
});
