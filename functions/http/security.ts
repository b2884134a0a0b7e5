import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Env } from "./env.ts";

/**
 * Everything comes from our own origin, nothing runs inline. Each line names what it stops:
 * script-src an injected script, style-src data leaking through injected CSS, form-action a form that
 * posts answers elsewhere, base-uri a <base> that moves our links, frame-ancestors click-jacking.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: "max-age=63072000; includeSubDomains",
  xFrameOptions: "DENY",
  // "same-origin" and not "no-referrer": with the latter browsers send `Origin: null` on our own forms.
  referrerPolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

/**
 * Refuses a write that another site's page sends with our visitor's cookie. Browsers name the sender in
 * `Sec-Fetch-Site` or `Origin` on every cross-site POST; a program without a browser sends neither and
 * carries nobody's cookie by accident.
 */
export const refuseForeignForms: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const isForeign = site
      ? site !== "same-origin" && site !== "none"
      : origin !== undefined &&
        origin !== new URL(c.req.url).origin &&
        origin !== c.var.platform.settings.origin;
    if (isForeign)
      return c.text("Dit formulier komt van een andere website. Ga terug en probeer het opnieuw.", 403);
  }
  await next();
};

/** Pages show who is signed in and what is confidential: no cache between us and the browser keeps them. */
export const keepPrivate: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "private, no-store");
};
