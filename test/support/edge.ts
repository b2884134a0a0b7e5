import { resolve } from "node:path";
import { createTestHarness, unstable_readConfig } from "wrangler";
import { OFFICE_CONFIG, OFFICE_DIRECTORY, WORKER_DIRECTORY } from "./build.ts";
import { type HranaEndpoint, startHrana } from "./hrana.ts";

const DEMO_IN_PUBLIC = "ja, iedereen mag als demo inloggen";

export interface Edge {
  url: string;
  database: HranaEndpoint;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** what another Worker answers, without going through the one in front: the office, or the second front */
  fetchFrom(worker: "office" | "second", path: string): Promise<Response>;
  scheduled(): Promise<unknown>;
  close(): Promise<void>;
}

const NAMES = { office: "wijkteamplein-office", second: "wijkteamplein-second" };

/**
 * The built Workers in workerd, on the database file at `path`, served as libSQL over HTTP. With `second` another
 * Worker in front asks the same office, with these variables.
 */
export async function startEdge(
  path: string,
  vars: Record<string, string> = {},
  second: Record<string, string> | null = null,
): Promise<Edge> {
  const database = await startHrana({ path });
  const inFront = { DATABASE_URL: database.url, DEMO: "aan", DEMO_OPENBAAR: DEMO_IN_PUBLIC };
  const harness = createTestHarness({
    workers: [
      {
        configPath: "wrangler.toml",
        prebuiltWorkerDir: WORKER_DIRECTORY,
        vars: { ...inFront, ...vars },
      },
      { configPath: OFFICE_CONFIG, prebuiltWorkerDir: OFFICE_DIRECTORY },
      ...(second ? [{ config: secondFront({ ...inFront, ...second }) }] : []),
    ],
  });
  const { url } = await harness.listen();
  return {
    url: url.origin,
    database,
    fetch: (request, init) => harness.fetch(request, init as never) as unknown as Promise<Response>,
    fetchFrom: (worker, request) =>
      harness.getWorker(NAMES[worker]).fetch(request) as unknown as Promise<Response>,
    scheduled: () => harness.getWorker().scheduled({ cron: "* * * * *" }),
    close: async () => {
      await harness.close();
      await database.close();
    },
  };
}

/** The Worker in front once more under another name, as it stands after a setting of it was changed. */
function secondFront(vars: Record<string, string>) {
  const { compatibility_date } = unstable_readConfig({ config: "wrangler.toml" });
  return {
    name: NAMES.second,
    main: resolve(WORKER_DIRECTORY, "worker.js"),
    no_bundle: true,
    compatibility_date: compatibility_date ?? "",
    services: [{ binding: "OFFICE", service: NAMES.office }],
    vars,
  };
}
