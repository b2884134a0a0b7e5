import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where the bundles of the two Workers stand once built. */
export const WORKER_DIRECTORY = "dist/worker";
export const OFFICE_DIRECTORY = "dist/office";
export const OFFICE_CONFIG = "wrangler.office.toml";

/**
 * Builds the browser's files, the Node server and the Worker once for a run of tests, by the same commands
 * that start and deploy them: a broken `wrangler deploy --dry-run` fails here.
 */
export default function build(): void {
  // Two sets of tests in one run share one build; the variable lives as long as this process.
  if (process.env.BUILT_FOR_TESTS === "yes" && existsSync(`${WORKER_DIRECTORY}/worker.js`)) return;
  try {
    dryRun("--outdir", WORKER_DIRECTORY);
    dryRun("--config", OFFICE_CONFIG, "--outdir", OFFICE_DIRECTORY);
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed.\n${stdout ?? ""}\n${stderr ?? ""}`);
  }
  process.env.BUILT_FOR_TESTS = "yes";
}

function dryRun(...more: string[]): void {
  execFileSync("npx", ["wrangler", "deploy", "--dry-run", ...more], {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
