import { type SQL, sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type * as z from "zod";
import type { Statement } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { duplicateContract, KEEP, MERGE } from "../../web/questionnaires/duplicate-contract.ts";
import { type Deed, duplicateMail } from "../../web/questionnaires/duplicate-emails.ts";
import { RoundDuplicatePage } from "../../web/questionnaires/duplicate-pages.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { mayArbitrate, pairOf } from "./duplicate-policy.ts";
import * as duplicate from "./duplicate-queries.ts";
import { solving } from "./duplicate-routes.tsx";
import { messageId } from "./mails.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import * as queries from "./queries.ts";
import { allChoices, itemsWithAnswers } from "./section-queries.ts";
import { shapeOf } from "./section-view.ts";

/** The bureau and two responses of one organisation: it sees that they are there, not what was meant in them. */
export const duplicateBureauRoutes = new Hono<Env>();

const CHANGED = "Er is intussen iets veranderd. Kijk hoe het er nu voor staat.";

async function readArbitration(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const slug = c.req.param("slug") ?? "";
  const page = await readPage(c, (db, scope) => {
    // Nobody's organisation but the one in the address, and nothing of it for who is not of the bureau.
    const memberId = sql<string | null>`(select m.id from members m where m.slug = ${slug} and exists (
      select 1 from association_roles b where b.person_id = ${scope.personId} and b.role = 'bureau'))`;
    return [
      queries.roundOfYear(db, { ...scope, memberId }, year),
      db.all<{ id: string; name: string; slug: string }>(
        sql`select id, name, slug from members where id = ${memberId}`,
      ),
      duplicate.liveResponses(db, memberId, year),
      duplicate.comparedForBureau(db, memberId, year),
      // The questions alone: of answers the statement above gives the bureau what it may read.
      itemsWithAnswers(db, { ...scope, memberId: sql<string | null>`null` }, year),
      allChoices(db),
      duplicate.peopleToTell(db, memberId),
    ];
  });
  const [[round], [member], live, compared, items, choices, people] = page.rows;
  const today = dayInAmsterdam(c.var.now);
  const pair = member ? pairOf(live) : null;
  return { ...page, year, slug, round, member, live, pair, compared, items, choices, people, today };
}
type Arbitration = Awaited<ReturnType<typeof readArbitration>>;

/** The facts of both sides in words, and how many opinions are the same. */
function comparedOf({ compared, items, choices, today }: Arbitration) {
  const words = (concept: string, state: string | null, value: string | null) => {
    const item = items.find((each) => each.concept === concept);
    if (!item || state !== "given") return state === "unknown" ? "Weet ik niet" : null;
    const answer = {
      state,
      value: value ? (JSON.parse(value) as AnswerValue) : null,
      explanation: "",
    } as const;
    return answerText(shapeOf(item, choices, today), answer);
  };
  const facts = compared
    .filter(({ isFact }) => isFact)
    .map((row) => ({
      shortName: row.shortName,
      left: words(row.concept, row.leftState, row.leftValue),
      right: words(row.concept, row.rightState, row.rightValue),
      isEqual: Boolean(row.isEqual),
    }));
  const opinions = compared.filter(({ isFact }) => !isFact);
  const same = opinions.filter(({ isEqual }) => isEqual).length;
  return { facts, opinions: { same, different: opinions.length - same } };
}

function showArbitration(c: Context<Env>, read: Arbitration, stale?: string) {
  const { viewer, frame, year, round, member, live, pair } = read;
  const decision = mayArbitrate(viewer, round, pair, null);
  if (!decision.may && decision.because !== "stale") return refuse(c, read, decision);
  if (!member) return refuse(c, read, { because: "missing" });
  const [left, right] = [pair?.left.id, pair?.right.id].map((id) => live.find((row) => row.id === id));
  if (!left || !right) return c.redirect(`${paths.round(year)}?melding=een-over`, 303);
  const props = {
    ...{ frame, year, member, left, right, newId: newId(), stale },
    ...comparedOf(read),
    isMerging: live.some(({ mergesId }) => mergesId !== null),
    may: {
      merge: false,
      keepLeft: mayArbitrate(viewer, round, pair, "left").may,
      keepRight: mayArbitrate(viewer, round, pair, "right").may,
    },
    notice: noticeOf(c.req.query("melding")),
  };
  return show(c, <RoundDuplicatePage {...props} />, stale ? 409 : 200);
}

duplicateBureauRoutes.get(paths.roundDuplicate(YEAR, ":slug"), async (c) =>
  showArbitration(c, await readArbitration(c)),
);

duplicateBureauRoutes.post(paths.roundDuplicate(YEAR, ":slug"), async (c) => {
  const typed = await readForm(c);
  const read = await readArbitration(c);
  const { viewer, year, slug, round, pair } = read;
  const form = parseForm(duplicateContract, typed);
  const kept = typed.actie?.[0] === KEEP.left ? "left" : typed.actie?.[0] === KEEP.right ? "right" : null;
  const done = `${paths.roundDuplicate(year, slug)}?melding=${kept ? "een-gekozen" : "organisatie-gevraagd"}`;
  const decision = mayArbitrate(viewer, round, pair, kept);
  if (read.live.some(({ id }) => id === typed.nieuw?.[0])) return c.redirect(done, 303);
  if (!decision.may && decision.because === "stale") return showArbitration(c, read, decision.what);
  if (!decision.may) return refuse(c, read, decision, typed);
  if (!form.ok || form.value.actie === MERGE) return refuse(c, read, { because: "missing" });
  return (await arbitrate(c, read, form.value, kept)) ?? c.redirect(done, 303);
});

/** Keeps one side whole, or asks the organisation; the page again when something changed since it was drawn. */
async function arbitrate(
  c: Context<Env>,
  read: Arbitration,
  { eerste, tweede, nieuw }: z.output<typeof duplicateContract>,
  kept: "left" | "right" | null,
) {
  const { viewer, member, pair, compared } = read;
  if (!member || !pair || !viewer) return refuse(c, read, { because: "missing" });
  if (eerste !== pair.left.id || tweede !== pair.right.id) return showArbitration(c, read, CHANGED);
  const by = { memberId: member.id, personId: viewer.personId, now: c.var.now };
  const fromLeft = compared.filter(({ isEqual }) => !isEqual).map(({ concept }) => concept);
  const merging = { newId: nieuw, fromLeft, isForSignature: true };
  const solved = kept && solving(c, { responseId: pair.right.id, ...by }, pair, kept, merging);
  const did = solved?.isMerged ? "merged" : (kept ?? "ask");
  const mails = await tell(c, read, member, { did, formId: nieuw, onlyIf: solved?.happened });
  const [first, ...rest] = [...(solved?.statements ?? []), ...mails];
  if (!first) return null;
  const [done] = (await write(c, [first, ...rest])) as unknown as [{ id: string }[]];
  return solved && done.length === 0 ? showArbitration(c, read, CHANGED) : null;
}

/** Where the mail leads to: to what there is to do, or else to what stands now. */
const PLACE: Record<Deed, (year: number) => string> = {
  ask: paths.questionnaireDuplicate,
  merged: paths.questionnaireCheck,
  left: paths.questionnaireVersions,
  right: paths.questionnaireVersions,
};

/** The statements that tell everybody who fills in or signs; one a person for one form. */
async function tell(
  c: Context<Env>,
  { viewer, frame, year, people }: Arbitration,
  member: { name: string },
  { did, formId, onlyIf }: { did: Deed; formId: string; onlyIf: SQL | undefined },
): Promise<Statement[]> {
  const { db, now } = c.var;
  const ids = await Promise.all(people.map(({ id }) => messageId("duplicate", formId, id)));
  const url = `${siteAddress(c)}${PLACE[did](year)}`;
  const words = { memberName: member.name, year, by: viewer?.name ?? "", did };
  return people.map(({ name, email }, at) => {
    const mail = duplicateMail(frame.association, { ...words, name }, url);
    return queueMail(db, { id: ids[at] ?? "", to: email, calendar: null, ...mail }, now, onlyIf);
  });
}
