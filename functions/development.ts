import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import description from "../package.json" with { type: "json" };
import { createApp } from "./app.tsx";
import { startingPlatform } from "./starting.ts";

// Vite serves the sources themselves; styles come in through the script and, without it, by this link.
const assets = { script: "/web/client.ts", style: "/web/styles/main.css?direct", font: null };
const listener = startingPlatform(() => assets, description.version).then((platform) =>
  getRequestListener(createApp(platform).fetch),
);

/** One request of the development server; a change in the sources loads this module anew. */
export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await (await listener)(request, response);
}
