import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { type RequestForm, requestContract } from "../../web/visits/contract.ts";
import { RequestFormPage } from "../../web/visits/request-form-page.tsx";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { closedOffer, readOffer, sharedThemes } from "./offer-queries.ts";
import { mayRequest, OFFER_CLOSED } from "./policy.ts";
import { mailFacts, visitMessages } from "./visit-mail.ts";
import { readOfferHosts } from "./visit-queries.ts";
import { appendEvent, insertVisit, queueAfter, readStanding } from "./visit-writes.ts";

export const requestRoutes = new Hono<Env>();

/** All that a request needs: the offer (null for an open one), its hosts and the themes to choose from. */
async function readRequestPage(c: Context<Env>, offerId: string) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readOffer(db, scope, offerId),
        readOfferHosts(db, offerId),
        sharedThemes(db),
        closedOffer(db, offerId),
      ] as const,
  );
  const [[found], hosts, all, closed] = rows;
  const offer = offerId === "" ? null : found;
  // An offer without a theme would leave nothing to choose.
  const themes = offer && offer.themes.length > 0 ? offer.themes : all;
  return { ...page, offer, hosts, themes, all, wasOffered: closed.length > 0 };
}
type RequestPage = Awaited<ReturnType<typeof readRequestPage>>;

requestRoutes.get(paths.newVisit(), async (c) => {
  const page = await readRequestPage(c, c.req.query("aanbod") ?? "");
  const decision = mayRequest(page.viewer, page.offer, c.var.now);
  if (!decision.may || page.offer === undefined)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const { frame, offer, themes } = page;
  return show(c, <RequestFormPage {...{ frame, offer, themes, newId: newId(), typed: {} }} />);
});

requestRoutes.post(paths.newVisit(), async (c) => {
  const typed = await readForm(c);
  const page = await readRequestPage(c, typed.aanbod?.[0] ?? "");
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
  const read = readRequest(typed, themes, offer);
  if (!read.ok)
    return show(
      c,
      <RequestFormPage {...{ frame, offer, themes, newId: id, typed, errors: read.errors }} />,
      422,
    );
  const isPlaced = await placeRequest(c, page, { ...viewer, member: viewer.member }, offer, id, read.value);
  if (!isPlaced) return takesNoMore(c, page, id, typed);
  return c.redirect(`${paths.visit(id)}?melding=${offer ? "aangevraagd" : "vraag-geplaatst"}`, 303);
});

/** 409 for an offer that filled up or closed: the form again, with all that was typed, as an open question. */
function takesNoMore(
  c: Context<Env>,
  { frame, all }: RequestPage,
  id: string,
  typed: Typed,
  gone = OFFER_CLOSED,
) {
  return show(c, <RequestFormPage {...{ frame, offer: null, themes: all, newId: id, typed, gone }} />, 409);
}

/** Writes the request with its history and mail; false when the offer closed meanwhile. */
async function placeRequest(
  c: Context<Env>,
  page: RequestPage,
  { personId, member: { memberId, memberName } }: Viewer & { member: NonNullable<Viewer["member"]> },
  offer: NonNullable<typeof page.offer> | null,
  id: string,
  form: RequestForm,
): Promise<boolean> {
  const { db, now } = c.var;
  const told = {
    id,
    guestMemberName: memberName,
    hostMemberName: offer?.memberName ?? null,
    themeName: page.themes.find((theme) => theme.id === form.thema)?.name ?? "",
    learningQuestion: form.leervraag,
    seats: form.aantal,
    startsAt: offer?.startsAt ?? null,
    endsAt: offer?.endsAt ?? null,
    location: offer?.location ?? "",
    practical: null,
    calendarSequence: 0,
  };
  const readers = offer ? page.hosts.map((host) => ({ ...host, side: "host" as const })) : [];
  const messages = visitMessages("request", mailFacts(c, page.frame, told, ""), readers, null);
  const [, , standing] = await write(c, [
    insertVisit(db, { id, form, themeId: form.thema, guestMemberId: memberId, personId, offer, now }),
    appendEvent(db, id, personId, "", now),
    readStanding(db, id),
    ...messages.map((message) => queueAfter(db, message, now)),
  ]);
  return standing.length > 0;
}

function readRequest(
  typed: Typed,
  themes: readonly { id: string }[],
  offer: { seats: number; taken: number } | null,
) {
  const read = parseForm(requestContract, typed);
  if (!read.ok) return read;
  const { thema, aantal } = read.value;
  const errors: Record<string, string> = {};
  if (!themes.some(({ id }) => id === thema)) errors.thema = "Kies een thema uit de lijst.";
  const left = offer ? offer.seats - offer.taken : aantal;
  if (aantal > left) errors.aantal = `Kom met minder mensen: er zijn nog ${left} plekken vrij.`;
  return Object.keys(errors).length > 0 ? { ok: false as const, errors, typed } : read;
}
