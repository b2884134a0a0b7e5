import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { CannotStart, nodeSettings, prepareDatabase } from "../../functions/starting.ts";
import { startHrana } from "./hrana.ts";

/**
 * `npm run edge`: the Worker in workerd on this machine, with the demo. wrangler builds it as it does for a
 * deployment; the database is a file of its own, served as libSQL over HTTP. Ctrl+C ends all of it.
 */
try {
  const settings = { ...nodeSettings(), databaseUrl: null, isDemo: true };
  const dataDirectory = join(settings.dataDirectory, "edge");
  const { db } = await prepareDatabase({ ...settings, dataDirectory });
  db.$client.close();
  const endpoint = await startHrana({ path: join(dataDirectory, "wijkteamplein.db") });
  console.log(`De Worker komt op http://localhost:${settings.port}; de database is ${endpoint.url}`);
  const vars = {
    DATABASE_URL: endpoint.url,
    DEMO: "aan",
    DEMO_OPENBAAR: "ja, iedereen mag als demo inloggen",
  };
  const worker = spawn(
    "npx",
    [
      ...["wrangler", "dev", "--local", "--ip", "127.0.0.1", "--port", String(settings.port)],
      ...["--show-interactive-dev-session=false", "--inspector-port", "0"],
      ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
    ],
    // Nothing of this asks Cloudflare for anything: no figures sent, no example of a request fetched.
    {
      stdio: "inherit",
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: "false",
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        CI: "true",
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => worker.kill(signal));
  worker.once("exit", async (code) => {
    await endpoint.close();
    process.exitCode = code ?? 0;
  });
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault;
  for (const sentence of fault.sentences) console.error(sentence);
  process.exitCode = 1;
}
