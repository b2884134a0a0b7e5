import { type Context, Hono } from "hono";
import { noticeFor } from "../../web/accounts/labels.ts";
import { chosenDeliveries, noticesContract, typedDeliveries } from "../../web/accounts/notice-words.ts";
import { NoticesPage } from "../../web/accounts/notices-page.tsx";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId, sha256 } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { siteAddress } from "./mail-address.ts";
import { ownFeed, ownSettings, removeFeed, renewFeed, saveSettings } from "./notice-queries.ts";
import { mayChooseNotices } from "./policy.ts";

/** How somebody wants to be told, and the address for that person's own calendar. */
export const noticeRoutes = new Hono<Env>();

noticeRoutes.get(paths.notices(), async (c) => {
  const page = await readNotices(c);
  const decision = mayChooseNotices(page.viewer);
  return decision.may ? showNotices(c, page, {}) : refuse(c, page, decision);
});

noticeRoutes.post(paths.notices(), async (c) => {
  const page = await readNotices(c);
  const read = parseForm(noticesContract, await readForm(c));
  const { viewer } = page;
  const decision = mayChooseNotices(viewer);
  if (!viewer || !decision.may)
    return refuse(c, page, decision.may ? { because: "anonymous" } : decision, read.typed);
  if (!read.ok) return showNotices(c, page, { typed: read.typed, errors: read.errors });
  const person = { id: viewer.personId, email: viewer.email };
  await write(c, saveSettings(c.var.db, person, chosenDeliveries(read.value), c.var.now));
  return c.redirect(`${paths.notices()}?melding=meldingen-gekozen`, 303);
});

noticeRoutes.get(paths.calendarFeedRenewal(), (c) => c.redirect(paths.notices(), 303));

// Answers with the page and not with a redirect: an address that held the token would stay in the browser's
// history. The form brings the token, so that sending it again makes the same address.
noticeRoutes.post(paths.calendarFeedRenewal(), async (c) => {
  const page = await readNotices(c);
  const decision = mayChooseNotices(page.viewer);
  if (!page.viewer || !decision.may)
    return refuse(c, page, decision.may ? { because: "anonymous" } : decision);
  const given = (await readForm(c)).adres?.[0] ?? "";
  const token = isId(given) ? given : newId();
  const { db, now } = c.var;
  await write(c, [renewFeed(db, page.viewer.personId, await sha256(token), now)]);
  return showNotices(
    c,
    { ...page, since: now },
    { address: `${siteAddress(c)}${paths.calendarFeed(`${token}.ics`)}` },
  );
});

noticeRoutes.post(paths.calendarFeedRemoval(), async (c) => {
  const page = await readNotices(c);
  const decision = mayChooseNotices(page.viewer);
  if (!page.viewer || !decision.may)
    return refuse(c, page, decision.may ? { because: "anonymous" } : decision);
  await write(c, [removeFeed(c.var.db, page.viewer.personId)]);
  return c.redirect(`${paths.notices()}?melding=agenda-adres-weg`, 303);
});

async function readNotices(c: Context<Env>) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [ownSettings(db, scope), ownFeed(db, scope)] as const,
  );
  return { ...page, settings: rows[0], since: rows[1][0]?.createdAt ?? null };
}

function showNotices(
  c: Context<Env>,
  page: Awaited<ReturnType<typeof readNotices>>,
  shown: { typed?: Typed; errors?: FieldErrors; address?: string },
) {
  const { frame, viewer, settings, since } = page;
  return show(
    c,
    <NoticesPage
      frame={frame}
      email={viewer?.email ?? ""}
      typed={shown.typed ?? typedDeliveries(settings)}
      errors={shown.errors ?? {}}
      feed={{ since, address: shown.address ?? null, nextToken: newId() }}
      notice={noticeFor(c.req.query("melding"))}
    />,
    shown.errors ? 422 : 200,
  );
}
