import { Hono } from "hono";
import { setUpContract, TOO_MANY_TRIES, WRONG_SET_UP_CODE } from "../../web/accounts/set-up-contract.ts";
import { SetUpPage } from "../../web/accounts/set-up-page.tsx";
import { paths } from "../../web/paths.ts";
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
  const { setUpCode } = c.var.platform.settings;
  const errors = read.ok ? {} : read.errors;
  if (!tried) errors.code = TOO_MANY_TRIES;
  else if (!(await isSame(read.typed.code?.[0] ?? "", setUpCode))) errors.code = WRONG_SET_UP_CODE;
  if (!read.ok || errors.code)
    return show(
      c,
      <SetUpPage frame={page.frame} typed={read.typed} errors={errors} hasCode={setUpCode !== null} />,
      422,
    );
  const { db, now } = c.var;
  const [session, personId] = [await newSession(), newId()];
  const [added] = await write(c, [
    addAssociation(db, read.value, now),
    ...addFirstManager(db, personId, read.value, now),
    openFirstSession(db, session.id, personId, now),
    logBySession(db, session.id, "signed_in", now),
    dropTries(db),
  ]);
  if (added.length === 0) return refuse(c, page, { because: "stale" });
  giveSession(c, session.token);
  return c.redirect(`${paths.bureau()}?melding=ingericht`, 303);
});

/** Compares hashes, so that the time it takes tells nothing about how much of the code was right. */
async function isSame(typed: string, code: string | null): Promise<boolean> {
  return code !== null && (await sha256(typed.trim())) === (await sha256(code));
}
