import { WorkerEntrypoint } from "cloudflare:workers";
import { createApp } from "./app.tsx";
import { platformOf } from "./edge.ts";
import { OFFICE } from "./office.ts";

let app: ReturnType<typeof createApp> | undefined;

/**
 * The work of the bureau and the learning group, at the edge. No address leads here: only the Worker in front
 * calls it, with the request and its own settings.
 */
export default class extends WorkerEntrypoint {
  async answer(request: Request, settings: Record<string, string>): Promise<Response> {
    app ??= createApp(platformOf(settings), OFFICE);
    return app.fetch(request, {}, this.ctx);
  }
}
