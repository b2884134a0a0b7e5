import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import build from "../support/build.ts";
import { freshDemo, releaseDemo } from "./demo-file.ts";
import { withServers } from "./measuring.ts";
import { dearest, walk } from "./page-walk.ts";
import { buildBareWorker } from "./processes.ts";
import { costTable } from "./readable.ts";

const SHOWN = 20;

/**
 * `npm run bench:pages`: every page and file that a link of the demo leads to, in workerd; the dearest twenty in
 * turns with the bare page. Beside the plan of `npm run bench`, so that no page is forgotten.
 */
const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-pages-"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  build();
  const bareWorker = buildBareWorker(join(directory, "bare-worker"));
  await releaseDemo(await freshDemo(join(directory, "demo")));
  const found = await withServers(join(directory, "demo"), bareWorker, async ({ workerd: { app, bare } }) => {
    const walked = await walk(app, (what) => console.error(what));
    return { walked, dearest: await dearest(app, bare, walked, SHOWN) };
  });
  console.log(JSON.stringify(found, null, 2));
  console.error(costTable(found.dearest));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
