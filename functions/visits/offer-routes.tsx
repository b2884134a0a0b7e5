import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { standContract } from "../../web/visits/contract.ts";
import { OBSTACLES } from "../../web/visits/host-words.ts";
import { OFFER_NOTICES, OFFER_STATE_WORDS } from "../../web/visits/labels.ts";
import { titleOnDay } from "../../web/visits/moment.ts";
import { OfferFormPage, typedOffer } from "../../web/visits/offer-form-page.tsx";
import { OfferPage } from "../../web/visits/offer-page.tsx";
import type { OfferSeen } from "../../web/visits/seen.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { contactForVisits } from "../members/contact-person-queries.ts";
import { hostOf, hostStatements, memberOfOffer, obstacleOf } from "./host-reading.ts";
import { OFFER_LIFECYCLE } from "./lifecycle.ts";
import { readOfferForm } from "./offer-input.ts";
import { readOffer, sharedThemes, siblingOffers } from "./offer-queries.ts";
import { changeSeries, moveOffer, moveSiblings, replaceThemes, updateOffer } from "./offer-writes.ts";
import { mayEditOffer, mayMoveOffer, mayReadOffer, mayRequest } from "./policy.ts";
import { promotion } from "./promotion.ts";

export const offerRoutes = new Hono<Env>();

offerRoutes.get(paths.offer(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { now } = c.var;
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [
        readOffer(db, scope, id),
        siblingOffers(db, scope, id, now),
        contactForVisits(db, scope, memberOfOffer(id)),
        ...hostStatements(db, memberOfOffer(id), now),
      ] as const,
  );
  const { viewer, frame } = page;
  const [[offer], siblings, [contact], limits, blackouts, hosted] = rows;
  const decision = mayReadOffer(viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const request = mayRequest(viewer, offer, now);
  const obstacle = obstacleOf(hostOf(limits, blackouts, hosted), offer.startsAt, now);
  const full = obstacle && OBSTACLES[obstacle](offer.memberName);
  const states = OFFER_LIFECYCLE[offer.state].filter((to) => mayMoveOffer(viewer, offer, to, now).may);
  return show(
    c,
    <OfferPage
      {...{ frame, offer, siblings, states, contact }}
      mayRequest={request.may && !full}
      whyNot={request.may ? (full ?? undefined) : request.what}
      mayEdit={mayEditOffer(viewer, offer).may}
      isOwn={offer.memberId === viewer?.member?.memberId}
      notice={OFFER_NOTICES[c.req.query("melding") ?? ""]}
    />,
  );
});

/** An offer with all that its form needs. */
async function readOfferPage(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [readOffer(db, scope, id), sharedThemes(db), siblingOffers(db, scope, id, c.var.now)] as const,
  );
  const [[offer], themes, siblings] = rows;
  const form = {
    offerId: id,
    offerTitle: offer ? titleOnDay(offer) : "",
    themes,
    isSeries: siblings.length > 0,
  };
  return { id, page, offer, themes, form };
}

offerRoutes.get(paths.offerEdit(":id"), async (c) => {
  const { page, offer, form } = await readOfferPage(c);
  const decision = mayEditOffer(page.viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <OfferFormPage frame={page.frame} {...form} typed={typedOffer(offer)} />);
});

offerRoutes.post(paths.offerEdit(":id"), async (c) => {
  const typed = await readForm(c);
  const { id, page, offer, themes, form } = await readOfferPage(c);
  const decision = mayEditOffer(page.viewer, offer);
  if (!decision.may || !offer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const { db, now } = c.var;
  const read = readOfferForm(typed, themes, now, offer);
  if (!read.ok)
    return show(c, <OfferFormPage frame={page.frame} {...form} typed={typed} errors={read.errors} />, 422);
  const change = { id, form: read.form, moment: read.moments[0], now };
  const words = read.form.reeks ? changeSeries(db, change) : replaceThemes(db, id, read.form.themas);
  // More seats go to who waits for them at once; a day that is not full has nobody waiting, and nothing happens.
  const [changed] = isChangedSo(offer, read.form.revisie, typed)
    ? [[true]]
    : await write(c, [updateOffer(db, change), ...words, ...promotion(db, id, now)]);
  if (changed.length > 0) return c.redirect(`${paths.offer(id)}?melding=bewaard`, 303);
  // The form stands there again, now over the offer as it is: sending it once more is a choice.
  const kept = { ...typed, revisie: [String(offer.revision)] };
  return show(c, <OfferFormPage frame={page.frame} {...form} typed={kept} changed={CHANGED} />, 409);
});

const CHANGED =
  "Dit aanbod is intussen veranderd, of er is een groep bij gekomen. Er is niets bewaard. Klopt je tekst nog? Bewaar dan opnieuw.";

/** A second click: the offer stands one revision further, exactly as this form has it. */
const isChangedSo = (offer: OfferSeen, seen: number, typed: Typed): boolean =>
  offer.revision === seen + 1 &&
  Object.entries(typedOffer(offer)).every(
    ([name, stands]) =>
      name === "revisie" || [...stands].sort().join("\n") === [...(typed[name] ?? [])].sort().join("\n"),
  );

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
  const { stand, revisie, reeks } = read.value;
  const notice = `${paths.offer(id)}?melding=${OFFER_STATE_WORDS[stand].word}`;
  // A second click: the offer is already where this form wanted it.
  if (offer.state === stand && offer.revision === revisie + 1) return c.redirect(notice, 303);
  if (!decision.may) return fault(c, page, "stale", decision.what, back);
  const { db, now } = c.var;
  const from = (["draft", "published", "paused"] as const).filter((state) =>
    OFFER_LIFECYCLE[state].includes(stand),
  );
  const own = moveOffer(db, id, revisie, stand, now);
  const [moved] = await write(c, reeks ? [own, moveSiblings(db, id, from, stand, now)] : [own]);
  return moved.length > 0 ? c.redirect(notice, 303) : fault(c, page, "stale", undefined, back);
});
