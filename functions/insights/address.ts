import type { Context } from "hono";
import type { Env } from "../http/env.ts";

/** A path with the origin that people know, to quote or to print. */
export const addressOf = (c: Context<Env>, path: string): string =>
  `${c.var.platform.settings.origin ?? new URL(c.req.url).origin}${path}`;
