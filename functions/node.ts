import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import description from "../package.json" with { type: "json" };
import { releaseInBackground } from "./first-release.ts";
import { assetsOf } from "./http/assets.ts";
import { start } from "./starting.ts";
import { stopGracefully, stopWhenPortIsTaken, stopWith } from "./stopping.ts";
import { welcome } from "./welcome.ts";
import { createWholeApp } from "./whole-app.ts";

const started = await start(
  () => assetsOf(JSON.parse(readFileSync("dist/client/manifest.json", "utf8"))),
  description.version,
).catch(stopWith);
const { settings } = started.platform;

const site = new Hono();
// At the edge Cloudflare compresses; here nobody else does.
site.use(compress());
site.use(
  "/assets/*",
  serveStatic({
    root: "dist/client",
    // Names carry a hash of the content, so a copy is good for ever.
    onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
  }),
);
// Handed over whole: a route under another app would lose our own page for a missing address.
const app = createWholeApp(started.platform);
site.all("*", (c) => app.fetch(c.req.raw, c.env));

const place = { port: settings.port, hostname: settings.isDemo ? "127.0.0.1" : undefined };
let stopReleasing = () => {};
const server = serve({ fetch: site.fetch, ...place }, async () => {
  console.log(await welcome(started));
  stopReleasing = await releaseInBackground(started);
}) as Server;
stopWhenPortIsTaken(server, settings.port);
stopGracefully(server, () => {
  stopReleasing();
  started.close();
});
