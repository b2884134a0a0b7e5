import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import description from "../package.json" with { type: "json" };
import { type Started, start } from "./starting.ts";
import { createWholeApp } from "./whole-app.ts";

// Vite serves the sources themselves; styles come in through the script and, without it, by this link.
const assets = { script: "/web/client.ts", style: "/web/styles/main.css?direct", font: null };

/**
 * A change in the sources loads this module anew. The database and its timers are opened once and stay:
 * a new migration or a change in the registry asks for a new start.
 */
const kept: typeof globalThis & { startedForDevelopment?: Promise<Started> } = globalThis;

function started(): Promise<Started> {
  kept.startedForDevelopment ??= start(() => assets, description.version);
  // A start that failed is tried again with the next request.
  kept.startedForDevelopment.catch(() => {
    kept.startedForDevelopment = undefined;
  });
  return kept.startedForDevelopment;
}

const listener = started().then(({ platform }) => {
  const app = createWholeApp(platform);
  return getRequestListener(async (request) => withViteStyles(await app.fetch(request)));
});

/** Vite puts changed styles in the page as `<style>`; only this server, never the built one, allows that. */
function withViteStyles(response: Response): Response {
  const policy = response.headers.get("content-security-policy");
  if (policy)
    response.headers.set("content-security-policy", policy.replace("style-src", "style-src 'unsafe-inline'"));
  return response;
}

/** One request of the development server. */
export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await (await listener)(request, response);
}
