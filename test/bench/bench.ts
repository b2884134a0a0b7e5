import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench } from "./measuring.ts";
import { asTables } from "./readable.ts";

/**
 * `npm run bench`: measures, prints one JSON document on stdout and readable tables on stderr. With `-- --gate`
 * releases of every mix and prevalence are measured at every size too, which takes many minutes.
 */
const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-bench-"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  const report = await bench(directory, process.argv.includes("--gate"));
  console.log(JSON.stringify(report, null, 2));
  console.error(asTables(report));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
