import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProcess } from "../support/node-process.ts";

test("npm run edge serves the demo from workerd and stops as a whole", async () => {
  const directory = await mkdtemp(join(tmpdir(), "wijkteamplein-edge-"));
  const edge = await startProcess({ DATA_DIR: directory, BUILT_FOR_TESTS: "yes" }, [
    "test/support/run-edge.ts",
  ]);
  await edge.ready("Ready on");
  const body = new URLSearchParams({ persoon: "redacteur" });
  const signedIn = await fetch(`${edge.url}/inloggen/demo`, { method: "POST", body, redirect: "manual" });
  expect(signedIn.status).toBe(303);
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await fetch(`${edge.url}/vragenlijst`, { headers: { cookie } })).status).toBe(200);

  const database = /de database is (http:\S+)/.exec(edge.said())?.[1] ?? "";
  expect((await fetch(`${database}/v2`)).status).toBe(200);
  edge.kill("SIGINT");
  await edge.exit;
  await expect(fetch(edge.url)).rejects.toThrow("fetch failed");
  await expect(fetch(`${database}/v2`)).rejects.toThrow("fetch failed");
  await rm(directory, { recursive: true, force: true });
});
