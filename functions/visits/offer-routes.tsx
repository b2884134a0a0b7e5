import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { standContract } from "../../web/visits/contract.ts";
import { OFFER_NOTICES, OFFER_STATE_WORDS } from "../../web/visits/labels.ts";
import { OfferFormPage, typedOffer } from "../../web/visits/offer-form-page.tsx";
import { OfferPage } from "../../web/visits/offer-page.tsx";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { OFFER_LIFECYCLE } from "./lifecycle.ts";
import { readOfferForm } from "./offer-input.ts";
import {
  insertOffer,
  moveOffer,
  readOffer,
  replaceThemes,
  sharedThemes,
  updateOffer,
} from "./offer-queries.ts";
import { mayEditOffer, mayMoveOffer, mayOffer, mayReadOffer, mayRequest } from "./policy.ts";

export const offerRoutes = new Hono<Env>();

offerRoutes.get(paths.newOffer(), async (c) => {
  const { rows, ...page } = await readPage(c, (db) => [sharedThemes(db)] as const);
  const decision = mayOffer(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(
    c,
    <OfferFormPage frame={page.frame} offerId={null} newId={newId()} themes={rows[0]} typed={{}} />,
  );
});

offerRoutes.post(paths.newOffer(), async (c) => {
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(c, (db) => [sharedThemes(db)] as const);
  const { viewer, frame } = page;
  const [themes] = rows;
  const decision = mayOffer(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision, typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, page, speaking, typed);
  const { db, now } = c.var;
  const given = typed.id?.[0] ?? "";
  const id = isId(given) ? given : newId();
  const read = readOfferForm({ revisie: ["0"], ...typed }, themes, now, null);
  if (!read.ok)
    return show(
      c,
      <OfferFormPage {...{ frame, offerId: null, newId: id, themes, typed, errors: read.errors }} />,
      422,
    );
  const { form, moment } = read;
  await write(c, [
    insertOffer(db, { id, form, moment, now }, viewer.member.memberId, viewer.personId),
    ...replaceThemes(db, id, form.themas),
  ]);
  return c.redirect(`${paths.offer(id)}?melding=bewaard`, 303);
});

offerRoutes.get(paths.offer(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(c, (db, scope) => [readOffer(db, scope, id)] as const);
  const { viewer, frame } = page;
  const [[offer]] = rows;
  const decision = mayReadOffer(viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const request = mayRequest(viewer, offer, c.var.now);
  const states = OFFER_LIFECYCLE[offer.state].filter((to) => mayMoveOffer(viewer, offer, to, c.var.now).may);
  return show(
    c,
    <OfferPage
      frame={frame}
      offer={offer}
      mayRequest={request.may}
      whyNot={request.may ? undefined : request.what}
      mayEdit={mayEditOffer(viewer, offer).may}
      isOwn={offer.memberId === viewer?.member?.memberId}
      states={states}
      notice={OFFER_NOTICES[c.req.query("melding") ?? ""]}
    />,
  );
});

offerRoutes.get(paths.offerEdit(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [readOffer(db, scope, id), sharedThemes(db)] as const,
  );
  const [[offer], themes] = rows;
  const decision = mayEditOffer(page.viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const { frame } = page;
  return show(
    c,
    <OfferFormPage {...{ frame, offerId: id, offerTitle: offer.title, themes, typed: typedOffer(offer) }} />,
  );
});

offerRoutes.post(paths.offerEdit(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [readOffer(db, scope, id), sharedThemes(db)] as const,
  );
  const [[offer], themes] = rows;
  const decision = mayEditOffer(page.viewer, offer);
  if (!decision.may || !offer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const { frame } = page;
  const { db, now } = c.var;
  const read = readOfferForm(typed, themes, now, offer);
  if (!read.ok) {
    const form = { frame, offerId: id, offerTitle: offer.title, themes, typed, errors: read.errors };
    return show(c, <OfferFormPage {...form} />, 422);
  }
  const { form, moment } = read;
  const [changed] = await write(c, [
    updateOffer(db, { id, form, moment, now }),
    ...replaceThemes(db, id, form.themas),
  ]);
  const back = { href: paths.offerEdit(id), label: "Wijzig het aanbod opnieuw" };
  return changed.length > 0
    ? c.redirect(`${paths.offer(id)}?melding=bewaard`, 303)
    : fault(c, page, "stale", undefined, back);
});

offerRoutes.post(paths.offerState(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [readOffer(db, scope, id)] as const);
  const [[offer]] = rows;
  const back = { href: paths.offer(id), label: "Bekijk het aanbod" };
  const read = parseForm(standContract, typed);
  const decision = read.ok
    ? mayMoveOffer(page.viewer, offer, read.value.stand, c.var.now)
    : mayEditOffer(page.viewer, offer);
  if (!decision.may && decision.because !== "stale") return refuse(c, page, decision, typed);
  if (!read.ok || !offer) return fault(c, page, "stale", Object.values(read.ok ? {} : read.errors)[0], back);
  const { stand, revisie } = read.value;
  const notice = `${paths.offer(id)}?melding=${OFFER_STATE_WORDS[stand].word}`;
  // A second click: the offer is already where this form wanted it.
  if (offer.state === stand && offer.revision === revisie + 1) return c.redirect(notice, 303);
  if (!decision.may) return fault(c, page, "stale", decision.what, back);
  const [moved] = await write(c, [moveOffer(c.var.db, id, revisie, stand, c.var.now)]);
  return moved.length > 0 ? c.redirect(notice, 303) : fault(c, page, "stale", undefined, back);
});
