import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { type RoundForm, roundContract } from "../../web/questionnaires/round-contract.ts";
import {
  moveOfRoundNoun,
  ROUND_LIFECYCLE,
  ROUND_MOVE_NOUNS,
  ROUND_MOVE_WORDS,
  type RoundMove,
} from "../../web/questionnaires/round-moves.ts";
import { RoundPage } from "../../web/questionnaires/round-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { duplicates } from "./duplicate-queries.ts";
import { mayMoveRound, mayRunRound } from "./round-policy.ts";
import {
  changeRound,
  moveRound,
  type RunRound,
  readRunRound,
  roundChanged,
  seenOf,
} from "./round-queries.ts";
import { openQueriesOf } from "./unclear-queries.ts";

/** The staff of the association runs a round: its last day, late answers, closing and publication. */
export const roundRoutes = new Hono<Env>();

async function readRoundPage(c: Context<Env>) {
  const typed = c.req.param("jaar") ?? "";
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  const { rows, ...page } = await readPage(
    c,
    (db) => [readRunRound(db, year), openQueriesOf(db, year), duplicates(db, sql`o.year = ${year}`)] as const,
  );
  return { ...page, round: rows[0][0], queries: rows[1], duplicates: rows[2] };
}
type RoundRead = Awaited<ReturnType<typeof readRoundPage>>;

interface Told {
  typed?: Typed;
  errors?: Record<string, string>;
  stale?: string | undefined;
}

function roundPage(c: Context<Env>, page: RoundRead, status: 200 | 409 | 422 = 200, told: Told = {}) {
  const { viewer, round, frame, queries, duplicates: twice } = page;
  const decision = mayRunRound(viewer, round);
  if (!decision.may || !round)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, told.typed);
  const moves = (Object.keys(ROUND_MOVE_NOUNS) as RoundMove[]).filter(
    (move) => mayMoveRound(viewer, round, move).may,
  );
  const word = status === 200 ? (c.req.query("melding") ?? "") : "";
  const move = moveOfRoundNoun(word);
  const notice = move ? ROUND_MOVE_WORDS[move].notice : NOTICES[word];
  return show(
    c,
    <RoundPage {...{ frame, round, queries, twice, moves, notice, ...told }} seen={seenOf(round)} />,
    status,
  );
}

const NOTICES: Record<string, string | undefined> = { bewaard: "De ronde is aangepast." };
const CHANGED = "Iemand heeft deze ronde intussen aangepast. Bekijk hoe zij nu staat.";

roundRoutes.get(paths.round(":jaar"), async (c) => roundPage(c, await readRoundPage(c)));

roundRoutes.post(paths.round(":jaar"), async (c) => {
  const typed = await readForm(c);
  const page = await readRoundPage(c);
  const { viewer, round } = page;
  if (!mayRunRound(viewer, round).may || !viewer || !round) return roundPage(c, page, 200, { typed });
  const read = parseForm(roundContract, typed);
  const errors = read.ok ? faultsInDays(read.value, round) : read.errors;
  if (!read.ok || errors) return roundPage(c, page, 422, { typed, errors: errors ?? {} });
  const { db, now } = c.var;
  const change = changeRound(db, round.id, read.value);
  const [changed] = await write(c, [change, roundChanged(db, viewer.personId, String(round.year), now)]);
  if (changed.length === 0) return roundPage(c, page, 409, { typed, stale: CHANGED });
  return c.redirect(`${paths.round(round.year)}?melding=bewaard`, 303);
});

/** Days that do not go together, or that stand by now. */
function faultsInDays({ peildatum, opent, sluit }: RoundForm, round: RunRound): FieldErrors | null {
  if (sluit < (opent || round.opensOn)) return { sluit: "Kies een dag op of na de eerste dag." };
  if (round.isAnswered && peildatum && peildatum !== round.referenceOn)
    return { peildatum: "Er zijn al antwoorden over deze peildatum. Zij blijft staan." };
  return round.state !== "concept" && opent && opent !== round.opensOn
    ? { opent: "De ronde is al open geweest. De eerste dag blijft staan." }
    : null;
}

/** What cannot be taken back, or leaves a member without an answer, asks for a tick. */
function missingTick(move: RoundMove, typed: Typed, openQueries: number): FieldErrors | null {
  if (move === "publication" && typed.zeker?.[0] !== "ja")
    return { zeker: "Zet een vinkje als je het zeker weet." };
  return move === "closing" && openQueries > 0 && typed.open_vragen?.[0] !== "ja"
    ? { open_vragen: "Zet een vinkje als je toch wilt sluiten." }
    : null;
}

roundRoutes.post(paths.roundMove(":jaar", ":zet"), async (c) => {
  const move = moveOfRoundNoun(c.req.param("zet") ?? "");
  if (!move) return missingPage(c);
  const typed = await readForm(c);
  const page = await readRoundPage(c);
  const { viewer, round } = page;
  const decision = mayMoveRound(viewer, round, move);
  if (!decision.may && decision.because === "stale") return roundPage(c, page, 409, { stale: decision.what });
  if (!decision.may || !viewer || !round)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const errors = missingTick(move, typed, page.queries.length);
  if (errors) return roundPage(c, page, 422, { typed, errors });
  return (await makeMove(c, round, move, viewer.personId))
    ? c.redirect(`${paths.round(round.year)}?melding=${ROUND_MOVE_NOUNS[move]}`, 303)
    : roundPage(c, page, 409, { stale: CHANGED });
});

/** Brings a round from the state that was seen to the next; false when somebody was first. */
async function makeMove(c: Context<Env>, round: RunRound, move: RoundMove, personId: string) {
  const to = ROUND_LIFECYCLE[round.state][move];
  if (!to) return false;
  const { db, now } = c.var;
  const [moved] = await write(c, [
    moveRound(db, round.id, round.state, to, dayInAmsterdam(now)),
    roundChanged(db, personId, `${round.year} ${to}`, now),
  ]);
  return moved.length > 0;
}
