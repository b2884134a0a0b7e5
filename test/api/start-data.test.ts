import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbedded } from "../../db/embedded.ts";
import { sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { DEMO_PEOPLE } from "../support/browser.ts";
import { type NodeProcess, startProcess } from "../support/node-process.ts";

let directory: string;
const running: NodeProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "wijkteamplein-data-"));
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.kill("SIGKILL");
    await program.exit;
  }
  await rm(directory, { recursive: true, force: true });
});

/** The server of `npm start` on the directory of this test, once it listens. */
async function begin(): Promise<NodeProcess> {
  const begun = await startProcess({ DATA_DIR: directory });
  running.push(begun);
  await begun.ready("Stoppen");
  return begun;
}

/** Signs in by a demo button: a write that is acknowledged by the cookie in the answer. */
async function signIn(url: string, person: string): Promise<string> {
  const body = new URLSearchParams({ persoon: person });
  const response = await fetch(`${url}/inloggen/demo`, { method: "POST", body, redirect: "manual" });
  return /sessie=([^;]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "";
}

test("the first start fills an empty directory and says who to sign in as", async () => {
  const server = await begin();
  expect(server.said()).toContain(server.url);
  for (const person of DEMO_PEOPLE) expect(server.said()).toMatch(new RegExp(`^ +${person} +\\S`, "m"));
  expect(await signIn(server.url, "redacteur")).not.toBe("");
});

test("a second start keeps all data, and who was signed in", async () => {
  const first = await begin();
  const token = await signIn(first.url, "redacteur");
  first.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  const second = await begin();
  const page = await fetch(`${second.url}/vragenlijst`, { headers: { cookie: `sessie=${token}` } });
  expect(page.status).toBe(200);
});

test("asked to stop, the server finishes the request under way and closes its database", async () => {
  const server = await begin();
  const agent = new Agent({ keepAlive: true });
  const answer = new Promise<{ status: number | undefined; cookie: string }>((resolve, reject) => {
    const post = request(`${server.url}/inloggen/demo`, {
      agent,
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": 17,
        expect: "100-continue",
      },
    });
    post.once("error", reject);
    post.once("response", (response) => {
      response.resume();
      resolve({ status: response.statusCode, cookie: String(response.headers["set-cookie"]) });
    });
    post.flushHeaders();
    // The signal comes once the server said that it has the request, and most of the rest well after that.
    post.once("continue", () => {
      post.write("persoon=");
      server.kill("SIGTERM");
      setTimeout(() => post.end("redacteur"), 600);
    });
  });
  expect(await answer).toMatchObject({ status: 303, cookie: expect.stringContaining("sessie=") });
  expect(await server.exit).toBe(0);
  // SQLite folds its log into the file and takes it away when the last connection closes.
  expect(existsSync(join(directory, "wijkteamplein.db"))).toBe(true);
  expect(existsSync(join(directory, "wijkteamplein.db-wal"))).toBe(false);
  agent.destroy();
});

test("killed while people write, it has every write that it acknowledged", async () => {
  const server = await begin();
  const acknowledged: string[] = [];
  let isAlive = true;
  const writer = async () => {
    while (isAlive) {
      try {
        acknowledged.push(await signIn(server.url, "professional"));
      } catch {
        // The connection broke: that write was never acknowledged.
        isAlive = false;
      }
      if (acknowledged.length > 150) server.kill("SIGKILL");
    }
  };
  await Promise.all([writer(), writer(), writer(), writer()]);
  await server.exit;
  expect(acknowledged.length).toBeGreaterThan(150);
  const db = openEmbedded(join(directory, "wijkteamplein.db"));
  const stored = new Set((await db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id));
  const checked = await db.all<{ integrity_check: string }>("pragma integrity_check");
  db.$client.close();
  const missing = [];
  for (const token of acknowledged) if (!stored.has(await sha256(token))) missing.push(token);
  expect(missing).toEqual([]);
  expect(checked).toEqual([{ integrity_check: "ok" }]);
});
