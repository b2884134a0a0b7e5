import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import {
  type NewRoundForm,
  newRoundContract,
  QUESTIONNAIRE_NEEDED,
  YEAR_TAKEN,
} from "../../web/questionnaires/new-round-contract.ts";
import { NewRoundPage } from "../../web/questionnaires/new-round-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { addRound, questionnairesToAsk, roundById, roundOpened } from "./new-round-queries.ts";

/** The staff of the association adds a round. */
export const newRoundRoutes = new Hono<Env>();

async function readNewRound(c: Context<Env>) {
  const { rows, ...page } = await readPage(c, (db) => [questionnairesToAsk(db)] as const);
  return { ...page, questionnaires: rows[0] };
}

newRoundRoutes.get(paths.newRound(), async (c) => {
  const page = await readNewRound(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const typed = { id: [newId()], vragenlijst: [page.questionnaires[0]?.id ?? ""] };
  return show(c, <NewRoundPage frame={page.frame} questionnaires={page.questionnaires} typed={typed} />);
});

newRoundRoutes.post(paths.newRound(), async (c) => {
  const page = await readNewRound(c);
  const { frame, questionnaires } = page;
  const read = parseForm(newRoundContract, await readForm(c));
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  const errors = read.ok ? await add(c, page, read.value) : read.errors;
  return errors
    ? show(c, <NewRoundPage {...{ frame, questionnaires, errors }} typed={read.typed} />, 422)
    : c.redirect(`${paths.bureau()}?melding=ronde-geopend`, 303);
});

/** Adds the round; what stands in the way, or null. */
async function add(
  c: Context<Env>,
  { questionnaires, viewer }: Awaited<ReturnType<typeof readNewRound>>,
  round: NewRoundForm,
): Promise<FieldErrors | null> {
  if (!questionnaires.some((each) => each.id === round.vragenlijst))
    return { vragenlijst: QUESTIONNAIRE_NEEDED };
  const { db, now } = c.var;
  const id = isId(round.id) ? round.id : newId();
  const [added, , found] = await write(c, [
    addRound(db, { ...round, id }, dayInAmsterdam(now)),
    roundOpened(db, viewer?.personId ?? "", round.jaar, now),
    roundById(db, id),
  ]);
  // The second click of two finds its own round; another round of this year stands in the way.
  return added.length === 0 && found[0]?.year !== round.jaar ? { jaar: YEAR_TAKEN } : null;
}
