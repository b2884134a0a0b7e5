import { WorkerEntrypoint } from "cloudflare:workers";
import { createApp } from "./app.tsx";
import { platformOf } from "./edge.ts";
import { OFFICE } from "./office.ts";

let made: { settings: string; app: ReturnType<typeof createApp> } | undefined;

/** The app with these settings. A new secret in front starts no new office, so another one makes another app. */
function appWith(settings: Record<string, string>) {
  const wanted = JSON.stringify(settings);
  if (made?.settings !== wanted) made = { settings: wanted, app: createApp(platformOf(settings), OFFICE) };
  return made.app;
}

/**
 * The work of the bureau and the learning group, at the edge. No address leads here: only the Worker in front
 * calls it, with the request and its own settings.
 */
export default class extends WorkerEntrypoint {
  async answer(request: Request, settings: Record<string, string>): Promise<Response> {
    return appWith(settings).fetch(request, {}, this.ctx);
  }
}
