import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

/** The sets of tests, from quick to slow; `npx vitest run --project unit` runs one. */
const sets = { unit: 20_000, api: 60_000, edge: 120_000, browser: 240_000 };

const setups = {
  unit: [],
  api: ["test/support/build.ts"],
  edge: ["test/support/build.ts"],
  browser: ["test/support/chromium.ts", "test/support/build.ts"],
};

export default defineConfig({
  test: {
    // Two workers: the machines that must pass this have two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: Object.entries(sets).map(([name, timeout]) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        testTimeout: timeout,
        hookTimeout: timeout,
        // Loading the app and migrating a database take longer than most files: one process does both once for many
        // files. Every test has a database of its own; what it changes in the process it changes back.
        isolate: name === "edge" || name === "browser",
        // The server, the Worker and the browser run what was built, never the sources.
        globalSetup: setups[name as keyof typeof sets],
      },
    })),
  },
});
