import type { Context } from "hono";
import type { Carried } from "../../web/accounts/carried.tsx";
import { ResumePage } from "../../web/accounts/resume-page.tsx";
import { SignInPage, type SignInReason } from "../../web/accounts/sign-in-page.tsx";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Env, KeptForm } from "../http/env.ts";
import { newId, newToken, sha256 } from "../http/identifiers.ts";
import { type Page, readBarePage, show } from "../http/page.ts";
import { giveSession } from "../http/session.ts";
import { carriedAlong } from "./carried.ts";
import { unpackKeptForm } from "./return-address.ts";

/**
 * Shows the sign-in page in the place of what was asked, with status 401. A form that was sent travels along
 * in hidden fields, through every step, until its person is back.
 */
export async function askToSignIn(c: Context<Env>, page: Page, kept: KeptForm | null): Promise<Response> {
  const carried = carriedAlong(c, kept);
  const reason = kept ? (carried.packedForm ? "form" : "lost_form") : "page";
  return showSignIn(c, page, { carried, reason }, 401);
}

/** The sign-in page with a fresh id for the request of a code. */
export function showSignIn(
  c: Context<Env>,
  page: Page,
  words: { carried: Carried; reason: SignInReason; email?: string; errors?: FieldErrors },
  status: 200 | 401 | 422,
) {
  const { isDemo } = c.var.platform.settings;
  return show(c, <SignInPage frame={page.frame} isDemo={isDemo} requestId={newId()} {...words} />, status);
}

/** A session as its cookie's token and as the id under which it is stored. */
export interface Session {
  token: string;
  id: string;
}

export async function newSession(): Promise<Session> {
  const token = newToken();
  return { token, id: await sha256(token) };
}

/** Hands over the session and goes on: to the page that was asked, or to the form that waits. */
export async function goOn(c: Context<Env>, session: Session, carried: Carried): Promise<Response> {
  giveSession(c, session.token);
  c.set("sessionId", session.id);
  return resume(c, carried);
}

/** For who is signed in, for the right organisation: shows the form that waits, or leads to the page that was asked. */
export async function resume(
  c: Context<Env>,
  { returnTo, packedForm }: Carried,
  after: "signed_in" | "switched" = "signed_in",
): Promise<Response> {
  const kept = unpackKeptForm(packedForm ?? undefined);
  if (!kept) return c.redirect(returnTo, 303);
  const { frame } = await readBarePage(c);
  return show(c, <ResumePage frame={frame} {...kept} {...{ returnTo, after }} />);
}
