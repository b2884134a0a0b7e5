import { openRemote } from "../db/client.ts";
import manifest from "../dist/client/manifest.json" with { type: "json" };
import description from "../package.json" with { type: "json" };
import { assetsOf, type BuildManifest } from "./http/assets.ts";
import type { Platform } from "./http/env.ts";
import { networkOf } from "./http/network.ts";
import { readSettings } from "./http/settings.ts";
import { cloudflareMail, type SendEmail } from "./mail/cloudflare.ts";

/** The variables and secrets of the Worker, and how it mails. */
export interface Bindings extends Record<string, unknown> {
  MAIL?: SendEmail;
}

/** What the edge brings. The database client is made per request: workerd hangs on one that is shared. */
export function platformOf(bindings: Bindings): Platform {
  const read = readSettings(bindings, "edge");
  if (!read.ok) throw new Error(read.sentences.join(" "));
  const { settings } = read;
  return {
    settings,
    assets: assetsOf(manifest as BuildManifest),
    version: description.version,
    openDatabase: () => openRemote(settings.databaseUrl ?? "", settings.databaseToken ?? undefined),
    clock: Date.now,
    // Written by Cloudflare over whatever a browser sent.
    networkOf: (c) => networkOf(c.req.header("cf-connecting-ip"), undefined),
    mail: settings.isDemo || !bindings.MAIL ? null : cloudflareMail(bindings.MAIL, settings.mailFrom),
  };
}
