import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import build, { OFFICE_DIRECTORY, WORKER_DIRECTORY } from "../support/build.ts";
import { freshDemo, releaseDemo } from "./demo-file.ts";
import { GATE_PLANS, measureGate } from "./gate-bench.ts";
import { ask, round } from "./load.ts";
import { type Compared, comparePage, compareSave, signIn } from "./measured.ts";
import { weightOf } from "./page-weight.ts";
import { PLAN } from "./plan.ts";
import {
  buildBareWorker,
  startBareNode,
  startDatabase,
  startNode,
  startWorker,
  type Target,
} from "./processes.ts";
import { roundTrips } from "./round-trips.ts";
import { compareSaving, withEditors } from "./saving-measures.ts";
import { withResponses } from "./synthetic-responses.ts";

/** Everything that a bench finds. */
export type Report = Awaited<ReturnType<typeof bench>>;

const DEMO_AT_THE_EDGE = { DEMO: "aan", DEMO_OPENBAAR: "ja, iedereen mag als demo inloggen" };
const WORKER = join(WORKER_DIRECTORY, "worker.js");
const OFFICE = join(OFFICE_DIRECTORY, "office-worker.js");
const say = (what: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

/** Both servers and both yardsticks on one database, for as long as `work` takes. */
export async function withServers<T>(
  directory: string,
  bareWorker: string,
  work: (servers: Record<"node" | "workerd", { app: Target; bare: Target }>) => Promise<T>,
): Promise<T> {
  const path = join(directory, "wijkteamplein.db");
  const database = await startDatabase(path);
  const vars = { DATABASE_URL: database.url };
  const running: Target[] = [database];
  const started = async (target: Promise<Target>): Promise<Target> => {
    running.push(await target);
    return target;
  };
  try {
    const node = { app: await started(startNode(directory)), bare: await started(startBareNode(path)) };
    const workerd = {
      app: await started(
        startWorker(WORKER, { ...vars, ...DEMO_AT_THE_EDGE }, join(directory, "app"), OFFICE),
      ),
      bare: await started(startWorker(bareWorker, vars, join(directory, "bare"))),
    };
    return await work({ node, workerd });
  } finally {
    for (const target of running.reverse()) await target.stop();
  }
}

async function startTimes(directory: string, bareWorker: string) {
  const database = await startDatabase(join(directory, "wijkteamplein.db"));
  const vars = { DATABASE_URL: database.url };
  const median = async (start: () => Promise<Target>): Promise<{ ms: number; cpuMs: number }> => {
    const found: { ms: number; cpuMs: number }[] = [];
    for (let time = 0; time < PLAN.starts; time++) {
      const begin = performance.now();
      const target = await start();
      found.push({ ms: round(performance.now() - begin), cpuMs: round(target.cpuMs()) });
      await target.stop();
    }
    return found.toSorted((a, b) => a.ms - b.ms)[Math.floor(found.length / 2)] ?? { ms: 0, cpuMs: 0 };
  };
  const result = {
    workerd: await median(() =>
      startWorker(WORKER, { ...vars, ...DEMO_AT_THE_EDGE }, join(directory, "start"), OFFICE),
    ),
    bareWorkerd: await median(() => startWorker(bareWorker, vars, join(directory, "start-bare"))),
    node: await median(() => startNode(directory)),
  };
  await database.stop();
  return result;
}

function sizeOf(path: string): { bytes: number; gz: number } {
  const script = readFileSync(path);
  return { bytes: script.length, gz: gzipSync(script).length };
}

async function weights(url: string) {
  const found: Record<string, ReturnType<typeof weightOf>> = {};
  for (const { name, path, person } of PLAN.pages)
    found[name] = weightOf((await ask({ url: `${url}${path}`, cookie: await signIn(url, person) })).body);
  return found;
}

export type Scale = Record<string, Record<string, Record<string, Compared>>>;

/** Pages of the plan over the demo with as many responses as asked: by size, by place, by page. */
export async function measureScale(
  demo: string,
  directory: string,
  bareWorker: string,
  sizes: readonly string[] = Object.keys(PLAN.responses),
): Promise<Scale> {
  const scale: Scale = {};
  for (const [responses, requests] of Object.entries(PLAN.responses).filter(([size]) =>
    sizes.includes(size),
  )) {
    const how = { requests, concurrency: PLAN.scaleConcurrency, yardstick: PLAN.yardstickPerTurn };
    say(`pages with ${responses} responses`);
    const place = join(directory, `responses-${responses}`);
    await withResponses(demo, place, Number(responses));
    scale[responses] = await withServers(place, bareWorker, async (servers) => {
      const found: Record<string, Record<string, Compared>> = {};
      for (const [where, { app, bare }] of Object.entries(servers)) {
        const pages: Record<string, Compared> = {};
        for (const page of PLAN.scale) pages[page.name] = await comparePage(app, bare, page, how);
        found[where] = pages;
      }
      return found;
    });
  }
  return scale;
}

/** Measures all that `PLAN` asks for, in servers of its own over databases in `directory`; takes minutes. */
export async function bench(directory: string, allOfGate = false) {
  say("building");
  build();
  const bareWorker = buildBareWorker(join(directory, "bare-worker"));
  const demo = await freshDemo(join(directory, "demo"));
  say("releasing the figures of the demo");
  const release = await releaseDemo(demo);
  say("round trips and start times");
  const trips = await roundTrips(demo);
  await withEditors(demo);
  const starts = await startTimes(join(directory, "demo"), bareWorker);
  const speed: Record<string, Record<string, Compared>> = { node: {}, workerd: {} };
  const weight = await withServers(join(directory, "demo"), bareWorker, async (servers) => {
    for (const [place, { app, bare }] of Object.entries(servers)) {
      const results = speed[place] ?? {};
      for (const page of PLAN.pages) {
        say(`${place}: ${page.name}`);
        results[page.name] = await comparePage(app, bare, page);
      }
      say(`${place}: save`);
      results.save = await compareSave(app, bare, results.section?.cpuMs ?? 0);
      Object.assign(results, await compareSaving(app, bare));
    }
    return weights(servers.node.app.url);
  });
  const scale = await measureScale(demo, directory, bareWorker);
  say("releases of figures");
  const gate = await measureGate(allOfGate ? GATE_PLANS.all : GATE_PLANS.one);
  return {
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, model: cpus()[0]?.model ?? "", node: process.version },
    worker: { ...sizeOf(WORKER), start: starts },
    office: sizeOf(OFFICE),
    weight,
    roundTrips: trips,
    speed,
    scale,
    release,
    gate,
  };
}
