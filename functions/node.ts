import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import description from "../package.json" with { type: "json" };
import { createApp } from "./app.tsx";
import { assetsOf } from "./http/assets.ts";
import { startingPlatform } from "./starting.ts";

const platform = await startingPlatform(
  () => assetsOf(JSON.parse(readFileSync("dist/client/manifest.json", "utf8"))),
  description.version,
);
const { settings } = platform;

const server = new Hono();
// At the edge Cloudflare compresses; here nobody else does.
server.use(compress());
server.use(
  "/assets/*",
  serveStatic({
    root: "dist/client",
    // Names carry a hash of the content, so a copy is good for ever.
    onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
  }),
);
server.route("/", createApp(platform));

serve(
  { fetch: server.fetch, port: settings.port, hostname: settings.isDemo ? "127.0.0.1" : undefined },
  () => {
    console.log(`Wijkteamplein staat klaar op http://localhost:${settings.port}`);
  },
);
