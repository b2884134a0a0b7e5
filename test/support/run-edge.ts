import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { unstable_readConfig } from "wrangler";
import { CannotStart, nodeSettings, prepareDatabase } from "../../functions/starting.ts";
import build, { OFFICE_CONFIG, OFFICE_DIRECTORY, WORKER_DIRECTORY } from "./build.ts";
import { startHrana } from "./hrana.ts";

/**
 * `npm run edge`: the Worker as it is deployed, in workerd on this machine, with the demo. The database is a
 * file of its own, served as libSQL over HTTP. Ctrl+C ends all of it.
 */
try {
  const settings = { ...nodeSettings(), databaseUrl: null, isDemo: true };
  const dataDirectory = join(settings.dataDirectory, "edge");
  build();
  const { db } = await prepareDatabase({ ...settings, dataDirectory });
  db.$client.close();
  const endpoint = await startHrana({ path: join(dataDirectory, "wijkteamplein.db") });
  const worker = startWorker(settings.port, {
    DATABASE_URL: endpoint.url,
    DEMO: "aan",
    DEMO_OPENBAAR: "ja, iedereen mag als demo inloggen",
  });
  console.log(`De Worker komt op http://localhost:${settings.port}; de database is ${endpoint.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => worker.kill("SIGTERM"));
  worker.once("exit", async (code) => {
    await endpoint.close();
    process.exitCode = code ?? 0;
  });
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault;
  for (const sentence of fault.sentences) console.error(sentence);
  process.exitCode = 1;
}

/** wrangler on what was built; its own build would replace files that are being served. */
function startWorker(port: number, vars: Record<string, string>) {
  const { name, compatibility_date } = unstable_readConfig({ config: "wrangler.toml" });
  const config = join(WORKER_DIRECTORY, "wrangler.json");
  const assets = { directory: "../client" };
  const office = unstable_readConfig({ config: OFFICE_CONFIG });
  const services = [{ binding: "OFFICE", service: office.name }];
  writeFileSync(
    config,
    JSON.stringify({ name, main: "worker.js", no_bundle: true, compatibility_date, assets, services, vars }),
  );
  const officeConfig = join(OFFICE_DIRECTORY, "wrangler.json");
  writeFileSync(
    officeConfig,
    JSON.stringify({ name: office.name, main: "office-worker.js", no_bundle: true, compatibility_date }),
  );
  const address = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
  return spawn(
    process.execPath,
    [
      "node_modules/wrangler/bin/wrangler.js",
      ...[
        "dev",
        "--local",
        "--config",
        config,
        "--config",
        officeConfig,
        "--show-interactive-dev-session=false",
        ...address,
      ],
    ],
    {
      stdio: "inherit",
      // Nothing of this asks Cloudflare for anything: no figures sent, no example of a request fetched.
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_HIDE_BANNER: "true",
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        CI: "true",
      },
    },
  );
}
