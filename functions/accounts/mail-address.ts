import type { Context } from "hono";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";

/** Where mail says that this site is: the setting, or else the address of the request. */
export function siteAddress(c: Context<Env>): string {
  return c.var.platform.settings.origin ?? new URL(c.req.url).origin;
}

/**
 * The link that fills the code in, or null. Only the setting is trusted here: whoever asks a code for
 * somebody else chooses the Host of that request, and would have the code mailed back to his own site. The
 * demo listens on this machine alone.
 */
export function codeAddress(c: Context<Env>, code: string): string | null {
  const { origin, isDemo } = c.var.platform.settings;
  if (!origin && !isDemo) return null;
  return `${siteAddress(c)}${paths.signInCode()}?${new URLSearchParams({ code })}`;
}
