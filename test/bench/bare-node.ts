import { argv } from "node:process";
import { serve } from "@hono/node-server";
import { openEmbedded } from "../../db/embedded.ts";
import { bareApp } from "./bare.ts";

/** The bare page in Node: `bare-node.ts DATABASE PORT`. */
const [path = "", port = ""] = argv.slice(2);
const db = openEmbedded(path);
serve({ fetch: bareApp(() => db).fetch, port: Number(port), hostname: "127.0.0.1" }, () =>
  console.log(`http://localhost:${port}`),
);
