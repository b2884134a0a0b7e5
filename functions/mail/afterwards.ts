import type { Context, MiddlewareHandler } from "hono";
import type { Env } from "../http/env.ts";
import { deliverDueMail } from "./delivery.ts";

/**
 * Delivers mail right after a write, once its answer is on the way: who waits for a sign-in code must not
 * wait for the next scheduled delivery. Failures stay in the outbox for that delivery.
 */
export const deliverMailAfterwards: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { platform, db } = c.var;
  if (c.req.method !== "POST" || c.res.status >= 400 || !platform.mail) return;
  afterwards(c, deliverDueMail(db, platform.mail, platform.clock));
};

/** Lets the edge finish work after the answer; in Node a promise simply goes on. */
function afterwards(c: Context<Env>, work: Promise<unknown>): void {
  // A delivery that fails is tried again from the outbox, so nobody waits for this one.
  const settled = work.catch(() => undefined);
  try {
    c.executionCtx.waitUntil(settled);
  } catch {
    // Hono throws where there is no execution context: Node, which keeps running by itself.
  }
}
