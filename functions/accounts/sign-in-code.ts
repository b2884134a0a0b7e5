import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "../http/env.ts";
import { sha256 } from "../http/identifiers.ts";

export const CODE_MINUTES = 15;
export const MOST_ATTEMPTS = 5;
/** For one address from one network: who asks from elsewhere uses up nothing of it. */
export const MOST_CODES_AN_HOUR = 5;
/** From one network, for whatever address: an office full of colleagues fits. */
export const MOST_CODES_A_NETWORK = 200;

const COOKIE = "inlogverzoek";

/** Six random digits. */
export function newCode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * The secret of the browser that asks a code. The same form and address give the same secret, so a double
 * click asks one code.
 */
export const requestToken = (formId: string, email: string): Promise<string> => sha256(`${formId} ${email}`);

/** What is stored of a code. Both need the secret of the browser: a copy of the database signs nobody in. */
export async function storedCode(token: string, code: string): Promise<{ id: string; codeHash: string }> {
  return { id: await sha256(token), codeHash: await sha256(`${token} ${code}`) };
}

export function giveRequest(c: Context<Env>, token: string): void {
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/inloggen",
    maxAge: CODE_MINUTES * 60,
  });
}

export const requestOf = (c: Context<Env>): string | undefined => getCookie(c, COOKIE);

export function takeRequest(c: Context<Env>): void {
  deleteCookie(c, COOKIE, { path: "/inloggen", secure: true });
}
