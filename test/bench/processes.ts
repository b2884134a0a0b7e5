import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { arch } from "node:process";
import { freePort } from "../support/free-port.ts";
import { type NodeProcess, startProcess } from "../support/node-process.ts";
import { ask } from "./load.ts";

/** A server under measurement: where it is, and how much processor time it used so far. */
export interface Target {
  url: string;
  cpuMs(): number;
  stop(): Promise<void>;
}

const TICK_MS = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const READY_WITHIN_MS = 30_000;

/** Processor time of a process with all its threads, in user and kernel mode, in milliseconds. */
function cpuMsOf(pid: number): number {
  // Fields 14 and 15, counted after the name between brackets, which may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function target(process: NodeProcess, url = process.url): Target {
  return {
    url,
    cpuMs: () => cpuMsOf(process.pid),
    stop: async () => {
      process.kill("SIGTERM");
      await process.exit;
    },
  };
}

/** The built server as `npm start` runs it, on a directory that holds its database. */
export async function startNode(directory: string): Promise<Target> {
  const process = await startProcess({ DATA_DIR: directory });
  await process.ready("Stoppen");
  return target(process);
}

export async function startBareNode(database: string): Promise<Target> {
  const port = await freePort();
  const process = await startProcess({ PORT: String(port) }, [
    "test/bench/bare-node.ts",
    database,
    String(port),
  ]);
  await process.ready();
  return target(process);
}

/** libSQL over HTTP on a database file; workerd reads from it. */
export async function startDatabase(path: string): Promise<Target> {
  const process = await startProcess({}, ["test/bench/hrana-process.ts", path]);
  await process.ready("http://127.0.0.1:");
  return target(process, process.said().trim());
}

/**
 * A built Worker in workerd itself, without the proxies of wrangler around it, so that the processor time is
 * the Worker's, with that of the office when the bundle of that one is given. Resolves at the first answer.
 */
export async function startWorker(
  script: string,
  vars: Record<string, string>,
  directory: string,
  office?: string,
): Promise<Target> {
  mkdirSync(directory, { recursive: true });
  copyFileSync(script, join(directory, "worker.js"));
  const port = await freePort();
  const texts = Object.entries(vars).map(([name, value]) => `(name = "${name}", text = "${value}")`);
  const bindings = office ? [...texts, '(name = "OFFICE", service = "office")'] : texts;
  if (office) copyFileSync(office, join(directory, "office.js"));
  writeFileSync(
    join(directory, "workerd.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "${compatibilityDate()}", bindings = [${bindings.join(", ")}], globalOutbound = "net")),
    ${office ? officeService() : ""}
    (name = "net", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);`,
  );
  const process = await startProcess(
    { PORT: String(port) },
    ["serve", join(directory, "workerd.capnp")],
    workerdProgram(),
  );
  await firstAnswer(process);
  return target(process);
}

const officeService = () => `(name = "office", worker = (
      modules = [(name = "office.js", esModule = embed "office.js")],
      compatibilityDate = "${compatibilityDate()}", globalOutbound = "net")),`;

/** Bundles the bare Worker as wrangler bundles ours; answers where it stands. */
export function buildBareWorker(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const config = join(directory, "wrangler.json");
  const main = resolve("test/bench/bare-worker.ts");
  writeFileSync(
    config,
    JSON.stringify({ name: "bare", main, compatibility_date: compatibilityDate(), minify: true }),
  );
  execFileSync("npx", ["wrangler", "deploy", "--dry-run", "--config", config, "--outdir", directory], {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" },
    stdio: "ignore",
  });
  return join(directory, "bare-worker.js");
}

function compatibilityDate(): string {
  return /^compatibility_date = "([^"]+)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "";
}

/** workerd without the script that npm puts before it: that one would be another process. */
function workerdProgram(): string {
  const wrangler = createRequire(resolve("node_modules/wrangler/package.json"));
  const kind = { x64: "64", arm64: "arm64" }[arch as "x64" | "arm64"];
  const nearby = createRequire(wrangler.resolve("workerd/package.json"));
  return join(nearby.resolve(`@cloudflare/workerd-linux-${kind}/package.json`), "../bin/workerd");
}

async function firstAnswer(process: NodeProcess): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const { status } = await ask({ url: `${process.url}/healthz` });
      if (status === 200) return;
    } catch {
      // It does not listen yet.
    }
    if (performance.now() > giveUpAt) throw new Error(`No answer from workerd:\n${process.said()}`);
    await new Promise((wake) => setTimeout(wake, 5));
  }
}
