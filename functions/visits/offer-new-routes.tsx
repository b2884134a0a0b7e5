import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { readMoment } from "../../web/visits/moment.ts";
import { OfferDayPage } from "../../web/visits/offer-day-page.tsx";
import { OfferFormPage } from "../../web/visits/offer-form-page.tsx";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { readForm, readQuery, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { mayManageDrafts } from "./draft-policy.ts";
import { draftKeyOf, draftNamed, readDrafts } from "./draft-reading.ts";
import { publishedDraft } from "./draft-writes.ts";
import { readOfferForm } from "./offer-input.ts";
import { readOffer, sharedThemes } from "./offer-queries.ts";
import { insertDay, insertOffers, insertThemes } from "./offer-writes.ts";
import { mayEditOffer, mayOffer } from "./policy.ts";

export const offerNewRoutes = new Hono<Env>();

/** The form of a new offer, filled in from one's own answer when it began with a draft. */
offerNewRoutes.get(paths.newOffer(), async (c) => {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [sharedThemes(db), ...readDrafts(db, scope)] as const,
  );
  const [themes, answers, codings] = rows;
  const decision = mayOffer(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const named = mayManageDrafts(page.viewer).may ? c.req.query("concept") : undefined;
  const draft = draftNamed(named, "5C1", answers, codings, themes);
  const drafted = draft && { watjeziet: [draft.text], themas: draft.themeId ? [draft.themeId] : [] };
  const typed: Typed = drafted ?? bundleOf(readQuery(c));
  const form = { offerId: null, newId: newId(), themes, typed, draft: draft?.key };
  return show(c, <OfferFormPage frame={page.frame} {...form} />);
});

/** What a bundle of requests brings along in the address: its theme, its number of people and that it wants a day. */
const bundleOf = ({ themas = [], wanneer = [], plekken = [] }: Typed): Typed => ({
  themas,
  wanneer,
  plekken,
});

/** The id of the so-manieth day of one form: its own letter "u" is in no random id. */
const dayId = (id: string, at: number): string => (at === 0 ? id : `${id.slice(0, 18)}u${at + 1}`);

const givenId = (typed: Typed): string => (isId(typed.id?.[0] ?? "") ? (typed.id?.[0] ?? "") : newId());

offerNewRoutes.post(paths.newOffer(), async (c) => {
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(c, (db) => [sharedThemes(db)] as const);
  const { viewer, frame } = page;
  const [themes] = rows;
  const decision = mayOffer(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision, typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, page, speaking, typed);
  const id = givenId(typed);
  const read = readOfferForm({ revisie: ["0"], ...typed }, themes, c.var.now, null);
  if (!read.ok) {
    const form = { offerId: null, newId: id, themes, typed, errors: read.errors, draft: typed.concept?.[0] };
    return show(c, <OfferFormPage frame={frame} {...form} />, 422);
  }
  await placeOffer(c, id, read, { memberId: viewer.member.memberId, personId: viewer.personId }, typed);
  return c.redirect(`${paths.offer(id)}?melding=bewaard`, 303);
});

/** Writes the offer, one row a day, and remembers which draft it came from. */
function placeOffer(
  c: Context<Env>,
  id: string,
  { form, moments }: Extract<ReturnType<typeof readOfferForm>, { ok: true }>,
  who: { memberId: string; personId: string },
  typed: Typed,
) {
  const { db, now } = c.var;
  const days = moments.length > 0 ? moments : [undefined];
  const rows = days.map((moment, at) => ({ id: dayId(id, at), moment }));
  const draft = draftKeyOf(typed.concept?.[0], "5C1");
  return write(c, [
    insertOffers(db, { form, rows, ...who, now }),
    insertThemes(
      db,
      rows.map((row) => row.id),
      form.themas,
    ),
    ...(draft ? [publishedDraft(db, { ...draft, ...who, offerId: id, visitId: null, now })] : []),
  ]);
}

offerNewRoutes.get(paths.offerDay(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(c, (db, scope) => [readOffer(db, scope, id)] as const);
  const [[offer]] = rows;
  const decision = mayEditOffer(page.viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <OfferDayPage {...{ frame: page.frame, offer, newId: newId(), typed: {} }} />);
});

offerNewRoutes.post(paths.offerDay(":id"), async (c) => {
  const offerId = c.req.param("id") ?? "";
  const typed = await readForm(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [readOffer(db, scope, offerId)] as const);
  const { viewer, frame } = page;
  const [[offer]] = rows;
  const decision = mayEditOffer(viewer, offer);
  if (!decision.may || !offer || !viewer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const { db, now } = c.var;
  if (offer.startsAt === null) return fault(c, page, "stale", "Dit aanbod heeft geen vaste dag.");
  const id = givenId(typed);
  const read = readMoment(momentTyped(typed), now);
  if (!read.ok)
    return show(c, <OfferDayPage {...{ frame, offer, newId: id, typed, errors: read.errors }} />, 422);
  await write(c, insertDay(db, { id, offerId, moment: read.moment, personId: viewer.personId, now }));
  return c.redirect(`${paths.offer(id)}?melding=dag-toegevoegd`, 303);
});

const momentTyped = (typed: Typed) => ({
  datum: typed.datum?.[0] ?? "",
  van: typed.van?.[0] ?? "",
  tot: typed.tot?.[0] ?? "",
});
