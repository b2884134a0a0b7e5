import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import {
  QueriesPage,
  QueryAnswerPage,
  type QueryAnswerPageProps,
} from "../../web/questionnaires/queries-page.tsx";
import { explainedMail } from "../../web/questionnaires/query-emails.ts";
import { answerContract, QUOTE_MISSING } from "../../web/questionnaires/talk-contract.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import { pageOf, pagesFor } from "../accounts/paging.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueNotice } from "../mail/notice.ts";
import { mayAnswerQuery, mayReadQueries, mayReadReasons } from "./talk-policy.ts";
import { TALK_YEAR } from "./talk-reading.ts";
import * as queries from "./unclear-queries.ts";

const A_PAGE = 30;
const MISSING = { because: "missing" } as const;
const CHANGED =
  "Iemand heeft deze uitleg intussen aangepast. Lees haar hierboven, en pas daarna die van jou aan.";
const ANSWERED = "De uitleg staat voor iedereen onder de vraag.";

/** What members find unclear, for the learning group that explains it and the staff that runs the round. */
export const unclearRoutes = new Hono<Env>();

unclearRoutes.get(paths.questionQueries(TALK_YEAR), async (c) => {
  const year = Number(c.req.param("year"));
  const at = pageOf(c.req.query("pagina"));
  const page = await readPage(c, (db) => [
    queries.bareRound(db, year),
    queries.countQueries(db, year),
    queries.queriesOfRound(db, year, A_PAGE, (at - 1) * A_PAGE),
  ]);
  const [[round], [count = { all: 0, open: 0 }], rows] = page.rows;
  const { viewer, frame } = page;
  const decision = mayReadQueries(viewer, round);
  if (!decision.may) return refuse(c, page, decision);
  if (!round) return refuse(c, page, MISSING);
  const place = { page: at, pages: pagesFor(count.all, A_PAGE) };
  const reasons = mayReadReasons(viewer, round).may;
  return show(
    c,
    <QueriesPage {...{ frame, round, queries: rows, count, ...place, mayReadReasons: reasons }} />,
  );
});

async function readQuery(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const id = c.req.param("id") ?? "";
  const page = await readPage(c, (db) => [queries.bareRound(db, year), queries.oneQuery(db, year, id)]);
  const [[round], [query]] = page.rows;
  return { ...page, round, query };
}
type Read = Awaited<ReturnType<typeof readQuery>>;

function showQuery(
  c: Context<Env>,
  read: Read,
  extra: Partial<Pick<QueryAnswerPageProps, "typed" | "errors" | "stale">> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { viewer, frame, round, query } = read;
  const decision = mayReadQueries(viewer, round);
  if (!decision.may) return refuse(c, read, decision);
  if (!round || !query) return refuse(c, read, MISSING);
  const mayAnswer = mayAnswerQuery(viewer, round, true).may;
  const notice = status === 200 && c.req.query("melding") === "uitleg" ? ANSWERED : undefined;
  return show(c, <QueryAnswerPage {...{ frame, round, query, mayAnswer, notice }} {...extra} />, status);
}

const ONE = paths.questionQueryAnswer(TALK_YEAR, ":id{[0-9a-z-]{1,40}}");

unclearRoutes.get(ONE, async (c) => showQuery(c, await readQuery(c)));

unclearRoutes.post(ONE, async (c) => {
  const typed = await readForm(c);
  const read = await readQuery(c);
  const { viewer, round, query } = read;
  const decision = mayAnswerQuery(viewer, round, query !== undefined);
  if (!decision.may) return refuse(c, read, decision, typed);
  const form = parseForm(answerContract, typed);
  if (!form.ok) return showQuery(c, read, { typed, errors: form.errors }, 422);
  const { gezien, antwoord, citeren, citaat } = form.value;
  if (citeren === "ja" && citaat === "")
    return showQuery(c, read, { typed, errors: { citaat: QUOTE_MISSING } }, 422);
  const quote = citeren === "ja" ? citaat : "";
  const isPlaced = await placeAnswer(c, read, { seen: Number(gezien), answer: antwoord, quote });
  if (!isPlaced) return showQuery(c, read, { typed, stale: CHANGED }, 409);
  return c.redirect(`${paths.questionQueryAnswer(round?.year ?? "", query?.id ?? "")}?melding=uitleg`, 303);
});

/** Stores the answer and tells who asked, the first time; false when somebody else was first. */
async function placeAnswer(
  c: Context<Env>,
  { viewer, frame, round, query }: Read,
  given: { seen: number; answer: string; quote: string },
): Promise<boolean> {
  if (!viewer || !round || !query) return false;
  const { db, now } = c.var;
  const by = viewer.personId;
  const url = `${siteAddress(c)}${paths.questionQuery(round.year, query.concept)}`;
  const words = { ...query, name: query.by, year: round.year, answer: given.answer };
  const notice = {
    // One notice a question, however often its answer is said better.
    id: `uitleg-${query.id}`,
    to: query.email,
    kind: "section_work" as const,
    mail: explainedMail(frame.association, words, url),
    url,
  };
  const [answered, , , found] = await write(c, [
    queries.answerQuery(db, { id: query.id, ...given, by }, now),
    queries.answerLogged(db, by, `${round.year}/${query.concept}`, now),
    queueNotice(db, notice, now, queries.isFirstAnswer(query.id, given.answer, by)),
    queries.answeredSo(db, query.id, given, by),
  ]);
  // A second click finds its own words there.
  return answered.length > 0 || found.length > 0;
}
