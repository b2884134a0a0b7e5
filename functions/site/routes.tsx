import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { AccessibilityPage } from "../../web/site/accessibility-page.tsx";
import { PrivacyPage } from "../../web/site/privacy-page.tsx";
import type { Env } from "../http/env.ts";
import { readBarePage, show } from "../http/page.ts";
import { ICON } from "./icon.ts";
import { databaseState } from "./queries.ts";
import { securityText } from "./security-text.ts";

export const siteRoutes = new Hono<Env>();

siteRoutes.get(paths.health(), async (c) => {
  const { version } = c.var.platform;
  try {
    const [[state]] = await c.var.db.batch([databaseState(c.var.db)]);
    return c.json({ version, database: "ok", migrations: state?.migrations ?? 0 });
  } catch {
    // The database is another system: that it is away is what this address must be able to say.
    return c.json({ version, database: "unreachable" }, 503);
  }
});

siteRoutes.get(paths.securityText(), async (c) => {
  const { frame } = await readBarePage(c);
  const { origin, mailFrom } = c.var.platform.settings;
  const address = `${origin ?? new URL(c.req.url).origin}${paths.securityText()}`;
  return c.text(securityText(frame.association.contactEmail || mailFrom, address));
});

siteRoutes.get(paths.accessibility(), async (c) => {
  const { frame } = await readBarePage(c);
  return show(c, <AccessibilityPage frame={frame} />);
});

siteRoutes.get(paths.privacy(), async (c) => {
  const { frame } = await readBarePage(c);
  return show(c, <PrivacyPage frame={frame} />);
});

// Search engines may show the front door; a demo is nobody's association, so it stays out of them.
siteRoutes.get(paths.robots(), (c) => {
  const closed = ["/inloggen", "/installatie", "/bureau", "/demo", "/healthz"];
  const rules = c.var.platform.settings.isDemo ? ["/"] : closed;
  return c.text(["User-agent: *", ...rules.map((path) => `Disallow: ${path}`), ""].join("\n"));
});

// Programs that do not read our pages ask for this name.
siteRoutes.get("/favicon.ico", (c) =>
  c.body(ICON, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }),
);
