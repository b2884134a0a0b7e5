import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { demoContract, switchContract } from "../../web/accounts/contract.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readBarePage, write } from "../http/page.ts";
import { takeSession } from "../http/session.ts";
import { carriedFrom } from "./carried.ts";
import { closeSession, forgetOld, logBySession, openSession, switchMember } from "./session-queries.ts";
import { goOn, newSession, resume } from "./sign-in.tsx";

export const sessionRoutes = new Hono<Env>();

sessionRoutes.post(paths.signInDemo(), async (c) => {
  if (!c.var.platform.settings.isDemo) return missingPage(c);
  const read = parseForm(demoContract, await readForm(c));
  if (!read.ok) return missingPage(c);
  const { db, now } = c.var;
  const session = await newSession();
  const [opened] = await write(c, [
    openSession(db, session.id, sql`p.demo_key = ${read.value.persoon}`, now),
    logBySession(db, session.id, "signed_in", now),
    ...forgetOld(db, now),
  ]);
  return opened.length === 0 ? missingPage(c) : goOn(c, session, carriedFrom(read.typed));
});

sessionRoutes.post(paths.signOut(), async (c) => {
  const { db, sessionId, now } = c.var;
  await write(c, [logBySession(db, sessionId, "signed_out", now), closeSession(db, sessionId)]);
  takeSession(c);
  return c.redirect(paths.home(), 303);
});

sessionRoutes.post(paths.switchMember(), async (c) => {
  const read = parseForm(switchContract, await readForm(c));
  if (!read.ok) return missingPage(c);
  const { db, sessionId, now } = c.var;
  const [switched] = await write(c, [switchMember(db, sessionId, read.value.lid, now)]);
  if (switched.length > 0) return resume(c, carriedFrom(read.typed), "switched");
  const page = await readBarePage(c);
  return refuse(c, page, { because: page.viewer ? "missing" : "anonymous" });
});
