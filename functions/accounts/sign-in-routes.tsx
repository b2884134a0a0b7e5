import { type Context, Hono } from "hono";
import type { Carried } from "../../web/accounts/carried.tsx";
import { CodePage, OtherBrowserPage } from "../../web/accounts/code-page.tsx";
import { CODE_SENTENCES, codeContract, signInContract, TOO_MANY_CODES } from "../../web/accounts/contract.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { parseForm, readForm } from "../http/form.ts";
import { type Page, readBarePage, readPage, show } from "../http/page.ts";
import { carriedFrom } from "./carried.ts";
import { askCode, tradeCode } from "./code-exchange.ts";
import { returnAddress } from "./return-address.ts";
import { associationExists } from "./session-queries.ts";
import { goOn, resume, showSignIn } from "./sign-in.tsx";
import { giveRequest, requestOf, takeRequest } from "./sign-in-code.ts";

export const signInRoutes = new Hono<Env>();

signInRoutes.get(paths.signIn(), async (c) => {
  const page = await readPage(c, (db) => [associationExists(db)]);
  if (page.rows[0].length === 0) return c.redirect(paths.setUp(), 303);
  const returnTo = returnAddress(c.req.query("terug"));
  if (page.viewer) return c.redirect(returnTo, 303);
  return showSignIn(c, page, { carried: { returnTo, packedForm: null }, reason: "asked" }, 200);
});

signInRoutes.post(paths.signIn(), async (c) => {
  const page = await readBarePage(c);
  const read = parseForm(signInContract, await readForm(c));
  const carried = carriedFrom(read.typed);
  const again = { carried, email: read.typed.email?.[0] ?? "", reason: "asked" } as const;
  if (!read.ok) return showSignIn(c, page, { ...again, errors: read.errors }, 422);
  const token = await askCode(c, page, read.value.email, read.value.aanvraag);
  if (!token) return showSignIn(c, page, { ...again, errors: { email: TOO_MANY_CODES } }, 422);
  giveRequest(c, token);
  // A form that waits cannot travel in an address, so its code page stands right here.
  if (carried.packedForm) return showCode(c, page, carried);
  return c.redirect(`${paths.signInCode()}?${new URLSearchParams({ terug: carried.returnTo })}`, 303);
});

signInRoutes.get(paths.signInCode(), async (c) => {
  const page = await readBarePage(c);
  const code = /^\d{6}$/.exec(c.req.query("code") ?? "")?.[0];
  const carried = { returnTo: returnAddress(c.req.query("terug")), packedForm: null };
  if (requestOf(c)) return showCode(c, page, carried, { code });
  return show(c, <OtherBrowserPage frame={page.frame} code={code ?? null} />);
});

signInRoutes.post(paths.signInCode(), async (c) => {
  const read = parseForm(codeContract, await readForm(c));
  const carried = carriedFrom(read.typed);
  const traded = read.ok ? await tradeCode(c, requestOf(c), read.value.code) : null;
  if (traded && typeof traded === "object") {
    takeRequest(c);
    return goOn(c, traded, carried);
  }
  const page = await readBarePage(c);
  // The second click of two: the first one signed in.
  if (page.viewer) return resume(c, carried);
  const errors = read.ok ? { code: CODE_SENTENCES[traded ?? "ended"] } : read.errors;
  return showCode(c, page, carried, { code: read.typed.code?.[0], errors }, 422);
});

function showCode(
  c: Context<Env>,
  { frame }: Page,
  carried: Carried,
  words: { code?: string | undefined; errors?: Record<string, string> } = {},
  status: 200 | 422 = 200,
) {
  const { isDemo } = c.var.platform.settings;
  return show(c, <CodePage frame={frame} isDemo={isDemo} carried={carried} {...words} />, status);
}
