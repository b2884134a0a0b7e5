import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { missingPage } from "../http/faults.tsx";
import { knowsSecret } from "../http/secret.ts";
import { takeReply } from "./reply.ts";

/** Answers from calendars where a mail server of one's own hands them over. The edge has Email Routing instead. */
export const replyRoutes = new Hono<Env>();

replyRoutes.post(paths.inboundReply(), async (c) => {
  const { inboundSecret, replyAddress } = c.var.platform.settings;
  if (!inboundSecret || !replyAddress) return missingPage(c);
  const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  if (!(await knowsSecret(given, inboundSecret))) return c.text("Dit geheim klopt niet.", 401);
  const work = { db: c.var.db, now: c.var.now, origin: siteAddress(c) };
  const raw = new Uint8Array(await c.req.arrayBuffer());
  // A mail server tries again on anything but a success, and that helps with none of these.
  return c.text(await takeReply(work, raw, { replyAddress }), 200);
});
