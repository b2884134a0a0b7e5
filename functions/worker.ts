import type { ExecutionContext } from "hono";
import { openRemote } from "../db/client.ts";
import manifest from "../dist/client/manifest.json" with { type: "json" };
import description from "../package.json" with { type: "json" };
import { createApp } from "./app.tsx";
import { doDueWork } from "./due.ts";
import { assetsOf, type BuildManifest } from "./http/assets.ts";
import type { Platform } from "./http/env.ts";
import { readSettings } from "./http/settings.ts";
import { cloudflareMail, type SendEmail } from "./mail/cloudflare.ts";
import { deliverDueMail } from "./mail/delivery.ts";
import { type InboundMessage, takeInboundMail } from "./visits/reply-mailbox.ts";

interface Bindings extends Record<string, unknown> {
  MAIL?: SendEmail;
}

/** What the edge brings. The database client is made per request: workerd hangs on one that is shared. */
function platformOf(bindings: Bindings): Platform {
  const read = readSettings(bindings, "edge");
  if (!read.ok) throw new Error(read.sentences.join(" "));
  const { settings } = read;
  return {
    settings,
    assets: assetsOf(manifest as BuildManifest),
    version: description.version,
    openDatabase: () => openRemote(settings.databaseUrl ?? "", settings.databaseToken ?? undefined),
    clock: Date.now,
    mail: settings.isDemo || !bindings.MAIL ? null : cloudflareMail(bindings.MAIL, settings.mailFrom),
  };
}

let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, bindings: Bindings, execution: ExecutionContext) {
    app ??= createApp(platformOf(bindings));
    return app.fetch(request, bindings, execution);
  },
  async scheduled(_event: unknown, bindings: Bindings) {
    const platform = platformOf(bindings);
    const { origin, mailFrom, replyAddress } = platform.settings;
    // Mail without a link helps nobody: without ORIGIN the work waits until somebody fills that in.
    const work = { db: platform.openDatabase(), now: platform.clock(), mailFrom, replyAddress };
    if (origin) await doDueWork({ ...work, origin });
    else console.error(JSON.stringify({ task: "due work", error: "ORIGIN is missing" }));
    if (platform.mail) await deliverDueMail(platform.openDatabase(), platform.mail, platform.clock);
  },
  email(message: InboundMessage, bindings: Bindings) {
    const { settings, openDatabase, clock } = platformOf(bindings);
    return takeInboundMail(message, settings, { db: openDatabase(), now: clock() });
  },
};
