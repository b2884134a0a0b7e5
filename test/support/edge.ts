import { createTestHarness } from "wrangler";
import { OFFICE_CONFIG, OFFICE_DIRECTORY, WORKER_DIRECTORY } from "./build.ts";
import { type HranaEndpoint, startHrana } from "./hrana.ts";

const DEMO_IN_PUBLIC = "ja, iedereen mag als demo inloggen";

export interface Edge {
  url: string;
  database: HranaEndpoint;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  scheduled(): Promise<unknown>;
  close(): Promise<void>;
}

/** The built Worker in workerd, on the database file at `path`, served as libSQL over HTTP. */
export async function startEdge(path: string, vars: Record<string, string> = {}): Promise<Edge> {
  const database = await startHrana({ path });
  const harness = createTestHarness({
    workers: [
      {
        configPath: "wrangler.toml",
        prebuiltWorkerDir: WORKER_DIRECTORY,
        vars: { DATABASE_URL: database.url, DEMO: "aan", DEMO_OPENBAAR: DEMO_IN_PUBLIC, ...vars },
      },
      { configPath: OFFICE_CONFIG, prebuiltWorkerDir: OFFICE_DIRECTORY },
    ],
  });
  const { url } = await harness.listen();
  return {
    url: url.origin,
    database,
    fetch: (request, init) => harness.fetch(request, init as never) as unknown as Promise<Response>,
    scheduled: () => harness.getWorker().scheduled({ cron: "* * * * *" }),
    close: async () => {
      await harness.close();
      await database.close();
    },
  };
}
