import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { startHrana } from "../support/hrana.ts";
import { type NodeProcess, startProcess } from "../support/node-process.ts";

let directory: string;
const running: NodeProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "wijkteamplein-start-"));
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.kill("SIGKILL");
    await program.exit;
  }
  await rm(directory, { recursive: true, force: true });
});

async function begin(settings: Record<string, string> = {}, program?: string[]): Promise<NodeProcess> {
  const begun = await startProcess({ DATA_DIR: directory, ...settings }, program);
  running.push(begun);
  return begun;
}

const WRONG: [string, Record<string, string>, string][] = [
  ["a port in words", { PORT: "abc" }, "PORT moet een heel getal van 1 tot en met 65535 zijn"],
  ["a port that cannot be", { PORT: "70000" }, "PORT moet een heel getal van 1 tot en met 65535 zijn"],
  ["a half answer on DEMO", { DEMO: "misschien" }, "DEMO moet 'aan' of 'uit' zijn."],
  ["an address that is none", { DATABASE_URL: "foo" }, "DATABASE_URL moet beginnen met https://"],
  ["a file as database address", { DATABASE_URL: "file:x.db" }, "DATABASE_URL moet beginnen met https://"],
  [
    "an address with a path",
    { ORIGIN: "https://plein.example/" },
    "ORIGIN moet een adres zonder schuine streep",
  ],
  ["a sender without address", { MAIL_FROM: "plein" }, "MAIL_FROM moet een kaal mailadres zijn"],
  ["a mail server by name only", { SMTP_URL: "mail.example" }, "SMTP_URL moet beginnen met smtp://"],
  [
    "a set-up code to guess",
    { DEMO: "uit", SETUP_CODE: "1234" },
    "SETUP_CODE moet minstens 8 tekens hebben.",
  ],
  [
    "a demo on a remote database",
    { DEMO: "aan", DATABASE_URL: "https://plein.example" },
    "De demo laat iedereen zonder wachtwoord binnen",
  ],
  [
    "a remote database that is away",
    { DATABASE_URL: "http://127.0.0.1:9" },
    "De database http://127.0.0.1:9 kan niet open",
  ],
  [
    "a file where the data should be",
    { DATA_DIR: "package.json" },
    "De database package.json/wijkteamplein.db kan",
  ],
];

test.each(WRONG)("%s stops the start with a plain sentence", async (_name, settings, sentence) => {
  const program = await begin(settings);
  expect(await program.exit).toBe(1);
  expect(program.said()).toContain(sentence);
  expect(program.said()).not.toMatch(/\n\s+at /);
});

test("all wrong settings are named at once", async () => {
  const program = await begin({ PORT: "abc", DEMO: "misschien", DATABASE_URL: "foo" });
  expect(await program.exit).toBe(1);
  expect(program.said().trim().split("\n")).toHaveLength(3);
});

test("a port that is taken is said plainly, with a way on", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const program = await begin({ PORT: String(port) });
  expect(await program.exit).toBe(1);
  expect(program.said()).toContain(`Poort ${port} is al in gebruik`);
  expect(program.said()).toContain(`PORT=${port + 1} npm start`);
  expect(program.said()).not.toMatch(/\n\s+at /);
  other.close();
});

test("without the demo, an empty installation prints the set-up page and its code", async () => {
  const program = await begin({ DEMO: "uit", SETUP_CODE: "geheime-code" });
  await program.ready("Stoppen");
  expect(program.said()).toContain(`${program.url}/installatie`);
  expect(program.said()).toContain("geheime-code");
  expect((await fetch(`${program.url}/installatie`)).status).toBe(200);
  expect((await fetch(`${program.url}/demo/post`)).status).toBe(404);
});

test("the demo does not start on an association's own data, nor the reverse", async () => {
  const demo = await begin();
  await demo.ready();
  demo.kill("SIGTERM");
  await demo.exit;
  const real = await begin({ DEMO: "uit" });
  expect(await real.exit).toBe(1);
  expect(real.said()).toContain("De gegevens zijn van de demo");
});

test("the demo is reachable on this machine only; an installation on every address", async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  // A machine without a network still has a second address of its own.
  const address = outside?.address ?? "127.0.0.2";
  const demo = await begin();
  await demo.ready();
  const own = await begin({ DEMO: "uit", DATA_DIR: join(directory, "own") });
  await own.ready();
  expect((await fetch(`http://${address}:${own.port}/healthz`)).status).toBe(200);
  expect((await fetch(`${demo.url}/healthz`)).status).toBe(200);
  await expect(fetch(`http://${address}:${demo.port}/healthz`)).rejects.toThrow("fetch failed");
});

// Five programs start one after the other: on a busy machine that takes a while.
test("npm run db:migrate prepares a remote database, once, and the server starts on it", {
  timeout: 180_000,
}, async () => {
  const nowhere = await begin({}, ["functions/migration.ts"]);
  expect(await nowhere.exit).toBe(1);
  expect(nowhere.said()).toContain("Zet DATABASE_URL en DATABASE_TOKEN");
  const endpoint = await startHrana({ path: join(directory, "remote.db"), token: "geheim" });
  const remote = { DATABASE_URL: endpoint.url, DATABASE_TOKEN: "geheim" };
  const first = await begin(remote, ["functions/migration.ts"]);
  expect(await first.exit, first.said()).toBe(0);
  expect(first.said()).toContain("Nieuwe migraties: 0000_");
  const second = await begin(remote, ["functions/migration.ts"]);
  expect(await second.exit).toBe(0);
  expect(second.said()).toContain("Het schema was al bijgewerkt");
  const refused = await begin({ ...remote, DATABASE_TOKEN: "anders" }, ["functions/migration.ts"]);
  expect(await refused.exit).toBe(1);
  expect(refused.said()).toContain(`De database ${endpoint.url} kan niet open`);
  const server = await begin({ ...remote, DEMO: "uit" });
  await server.ready();
  expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ database: "ok" });
  server.kill("SIGTERM");
  await server.exit;
  await endpoint.close();
});
