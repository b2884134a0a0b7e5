import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { OBSTACLES } from "../../web/visits/host-words.ts";
import { RequestFormPage } from "../../web/visits/request-form-page.tsx";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { mayManageDrafts } from "./draft-policy.ts";
import { draftKeyOf, draftNamed, readDrafts } from "./draft-reading.ts";
import { publishedDraft } from "./draft-writes.ts";
import { hostOf, hostStatements, memberOfOffer, obstacleOf } from "./host-reading.ts";
import { closedOffer, readOffer, sharedThemes } from "./offer-queries.ts";
import { noticeOfRequest, placeRequest, readRequest } from "./place-request.ts";
import { mayRequest, OFFER_CLOSED } from "./policy.ts";
import { readOfferHosts, readOwnApprovers } from "./visit-people.ts";
import { closeWish, ownOpenWish, typedOf } from "./wish-reading.ts";

export const requestRoutes = new Hono<Env>();

/** All that a request needs: the offer (null for an open one), its hosts and the themes to choose from. */
async function readRequestPage(c: Context<Env>, offerId: string, wishId: string) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readOffer(db, scope, offerId),
        readOfferHosts(db, offerId),
        sharedThemes(db),
        closedOffer(db, offerId),
        readOwnApprovers(db, scope),
        ownOpenWish(db, scope, wishId),
        ...hostStatements(db, memberOfOffer(offerId), c.var.now),
        ...readDrafts(db, scope),
      ] as const,
  );
  const [[found], hosts, all, closed, approvers, [wish], limits, blackouts, hosted, answers, codings] = rows;
  const offer = offerId === "" ? null : found;
  // An offer without a theme would leave nothing to choose.
  const themes = offer && offer.themes.length > 0 ? offer.themes : all;
  const obstacle = offer && obstacleOf(hostOf(limits, blackouts, hosted), offer.startsAt, c.var.now);
  return {
    ...{
      ...page,
      offer,
      hosts,
      themes,
      all,
      approvers,
      wish,
      answers,
      codings,
      wasOffered: closed.length > 0,
    },
    /** why this host cannot be asked now, in a sentence */
    unable: obstacle && offer ? OBSTACLES[obstacle](offer.memberName) : undefined,
  };
}
type RequestPage = Awaited<ReturnType<typeof readRequestPage>>;

requestRoutes.get(paths.newVisit(), async (c) => {
  const page = await readRequestPage(c, c.req.query("aanbod") ?? "", c.req.query("vraag") ?? "");
  const decision = mayRequest(page.viewer, page.offer, c.var.now);
  if (!decision.may || page.offer === undefined)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const { frame, offer, themes, unable } = page;
  if (unable) return takesNoMore(c, page, newId(), {}, unable, 422);
  const named = mayManageDrafts(page.viewer).may ? c.req.query("concept") : undefined;
  const draft = offer ? null : draftNamed(named, "5A2", page.answers, page.codings, themes);
  const drafted = draft && { leervraag: [draft.text], thema: draft.themeId ? [draft.themeId] : [] };
  const typed: Typed = drafted ?? (page.wish ? typedOf(page.wish) : {});
  return show(c, <RequestFormPage {...{ frame, offer, themes, newId: newId(), typed, draft: draft?.key }} />);
});

requestRoutes.post(paths.newVisit(), async (c) => {
  const typed = await readForm(c);
  const page = await readRequestPage(c, typed.aanbod?.[0] ?? "", typed.vraag?.[0] ?? "");
  const { viewer, offer, themes, frame } = page;
  const given = typed.id?.[0] ?? "";
  const id = isId(given) ? given : newId();
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  const decision = mayRequest(viewer, offer, c.var.now, page.wasOffered);
  if (!decision.may && decision.because === "stale" && speaking.may)
    return takesNoMore(c, page, id, typed, decision.what);
  if (!decision.may || !viewer?.member || offer === undefined)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  if (!speaking.may) return refuse(c, page, speaking, typed);
  if (page.unable) return takesNoMore(c, page, id, typed, page.unable, 422);
  const read = readRequest(typed, themes, offer);
  if (!read.ok)
    return show(
      c,
      <RequestFormPage
        {...{ frame, offer, themes, newId: id, typed, errors: read.errors, draft: typed.concept?.[0] }}
      />,
      422,
    );
  const { member, personId } = viewer;
  const state = await placeRequest(
    ...([c, page, { ...viewer, member }, offer, id, read.value] as const),
    placedFrom(c, viewer, typed, { memberId: member.memberId, personId, visitId: id }),
  );
  if (!state) return takesNoMore(c, page, id, typed);
  return c.redirect(`${paths.visit(id)}?melding=${noticeOfRequest(state)}`, 303);
});

/** Remembers the draft and closes the open question that became this request; nothing when it came from neither. */
function placedFrom(
  c: Context<Env>,
  viewer: Viewer,
  { concept, vraag }: Typed,
  placed: { memberId: string; personId: string; visitId: string },
) {
  const { db, now } = c.var;
  const key = mayManageDrafts(viewer).may ? draftKeyOf(concept?.[0], "5A2") : null;
  return [
    ...(key ? [publishedDraft(db, { ...key, ...placed, offerId: null, now })] : []),
    ...(vraag?.[0] ? closeWish(db, vraag[0], { ...placed, now }) : []),
  ];
}

/**
 * The form again, with all that was typed, as an open question: 409 for an offer that filled up or closed, 422
 * for a host that cannot be asked now.
 */
function takesNoMore(
  c: Context<Env>,
  { frame, all }: RequestPage,
  id: string,
  typed: Typed,
  gone = OFFER_CLOSED,
  status: 409 | 422 = 409,
) {
  return show(
    c,
    <RequestFormPage {...{ frame, offer: null, themes: all, newId: id, typed, gone }} />,
    status,
  );
}
