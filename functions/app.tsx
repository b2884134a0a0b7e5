import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { askToSignIn } from "./accounts/sign-in.tsx";
import { askToSwitch } from "./accounts/switching.tsx";
import type { Env, Platform } from "./http/env.ts";
import { brokenPage, fault, missingPage } from "./http/faults.tsx";
import { newId } from "./http/identifiers.ts";
import { readBarePage } from "./http/page.ts";
import { keepPrivate, refuseForeignForms, securityHeaders } from "./http/security.ts";
import { readSession } from "./http/session.ts";
import { deliverMailAfterwards } from "./mail/afterwards.ts";

/** The largest form we accept, in bytes: a section full of the longest allowed texts fits three times. */
const LARGEST_FORM_BYTES = 256 * 1024;

/** These features as an application; at the edge, in Node and in tests only `platform` differs. */
export function createApp(platform: Platform, features: readonly Hono<Env>[]): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(brokenPage);
  app.notFound(missingPage);

  app.use(async (c, next) => {
    c.set("platform", platform);
    c.set("now", platform.clock());
    c.set("db", platform.openDatabase());
    c.set("reference", newId().slice(0, 8));
    c.set("askToSignIn", (page, kept) => askToSignIn(c, page, kept));
    c.set("askToSwitch", (page, form, memberId, kept) => askToSwitch(c, page, form, memberId, kept));
    await next();
  });
  app.use(securityHeaders, keepPrivate, refuseForeignForms, readSession, deliverMailAfterwards);
  app.use(
    bodyLimit({
      maxSize: LARGEST_FORM_BYTES,
      onError: async (c) => fault(c, await readBarePage(c), "too_large"),
    }),
  );

  for (const routes of features) app.route("/", routes);
  return app;
}
