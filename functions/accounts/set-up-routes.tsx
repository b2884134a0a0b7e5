import { type Context, Hono } from "hono";
import type * as z from "zod";
import { setUpContract, TOO_MANY_TRIES, WRONG_SET_UP_CODE } from "../../web/accounts/set-up-contract.ts";
import { SetUpPage } from "../../web/accounts/set-up-page.tsx";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { newId, sha256 } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { giveSession } from "../http/session.ts";
import { askingNetwork } from "./asking-network.ts";
import { maySetUp } from "./policy.ts";
import { associationExists, logBySession } from "./session-queries.ts";
import { addAssociation, addFirstManager, addTry, dropTries, openFirstSession } from "./set-up-queries.ts";
import { newSession } from "./sign-in.tsx";

export const setUpRoutes = new Hono<Env>();

setUpRoutes.get(paths.setUp(), async (c) => {
  const page = await readPage(c, (db) => [associationExists(db)]);
  const decision = maySetUp(page.rows[0].length > 0);
  if (!decision.may) return refuse(c, page, decision);
  const hasCode = c.var.platform.settings.setUpCode !== null;
  return show(c, <SetUpPage frame={page.frame} typed={{}} hasCode={hasCode} />);
});

/** Knowing the code is proof enough, so the first manager is signed in at once: mail may not work yet. */
setUpRoutes.post(paths.setUp(), async (c) => {
  const network = await askingNetwork(c);
  const page = await readPage(c, (db) => [associationExists(db), addTry(db, network, c.var.now)]);
  const [present, [tried]] = page.rows;
  const decision = maySetUp(present.length > 0);
  if (!decision.may) return refuse(c, page, decision);
  const read = parseForm(setUpContract, await readForm(c));
  const code = await faultOfCode(c, read.typed.code?.[0] ?? "", tried !== undefined);
  const errors = { ...(read.ok ? {} : read.errors), ...code };
  const hasCode = c.var.platform.settings.setUpCode !== null;
  if (!read.ok || code)
    return show(c, <SetUpPage frame={page.frame} typed={read.typed} {...{ errors, hasCode }} />, 422);
  return (await setUp(c, read.value))
    ? c.redirect(`${paths.bureau()}?melding=ingericht`, 303)
    : refuse(c, page, { because: "stale" });
});

/** What is wrong with the code, of which this was a try that may count; null when it is right. */
async function faultOfCode(c: Context<Env>, typed: string, mayTry: boolean): Promise<FieldErrors | null> {
  if (!mayTry) return { code: TOO_MANY_TRIES };
  return (await isSame(typed, c.var.platform.settings.setUpCode)) ? null : { code: WRONG_SET_UP_CODE };
}

/** Makes the association with its first manager, and signs that one in; false when somebody was first. */
async function setUp(c: Context<Env>, form: z.output<typeof setUpContract>): Promise<boolean> {
  const { db, now } = c.var;
  const [session, personId] = [await newSession(), newId()];
  const [added] = await write(c, [
    addAssociation(db, form, now),
    ...addFirstManager(db, personId, form, now),
    openFirstSession(db, session.id, personId, now),
    logBySession(db, session.id, "signed_in", now),
    dropTries(db),
  ]);
  if (added.length > 0) giveSession(c, session.token);
  return added.length > 0;
}

/** Compares hashes, so that the time it takes tells nothing about how much of the code was right. */
async function isSame(typed: string, code: string | null): Promise<boolean> {
  return code !== null && (await sha256(typed.trim())) === (await sha256(code));
}
