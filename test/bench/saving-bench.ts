import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import build from "../support/build.ts";
import { freshDemo } from "./demo-file.ts";
import type { Compared } from "./measured.ts";
import { withServers } from "./measuring.ts";
import { buildBareWorker } from "./processes.ts";
import { speedTable } from "./readable.ts";
import { roundTrips } from "./round-trips.ts";
import { compareSaving, withEditors } from "./saving-measures.ts";

/** `npm run bench:saving`: what saving takes, by section and by field, in Node and at the edge. */
const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-saving-"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  build();
  const bareWorker = buildBareWorker(join(directory, "bare-worker"));
  const demo = await freshDemo(join(directory, "demo"));
  const trips = await roundTrips(demo);
  await withEditors(demo);
  const speed = await withServers(join(directory, "demo"), bareWorker, async (servers) => {
    const found: Record<string, Record<string, Compared>> = {};
    for (const [place, { app, bare }] of Object.entries(servers))
      found[place] = await compareSaving(app, bare);
    return found;
  });
  console.log(JSON.stringify({ roundTrips: { save: trips.save, field: trips.field }, speed }, null, 2));
  console.error(speedTable(speed));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
