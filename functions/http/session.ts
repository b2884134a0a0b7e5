import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "./env.ts";
import { sha256 } from "./identifiers.ts";

export type { SessionScope, Viewer } from "./viewer.ts";

const COOKIE = "sessie";
const SESSION_DAYS = 14;
export const SESSION_MS = SESSION_DAYS * 24 * 60 * 60 * 1000;

/** Puts the hash of the session cookie on the context; the database is asked later, with the page. */
export const readSession: MiddlewareHandler<Env> = async (c, next) => {
  const token = getCookie(c, COOKIE);
  c.set("sessionId", token ? await sha256(token) : "");
  await next();
};

/** Hands the browser its session. The token is never stored on our side, only its hash. */
export function giveSession(c: Context<Env>, token: string): void {
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/",
    maxAge: SESSION_MS / 1000,
  });
}

export function takeSession(c: Context<Env>): void {
  deleteCookie(c, COOKIE, { path: "/", secure: true });
}
