import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbedded } from "../../db/embedded.ts";
import { releaseInBackground } from "../../functions/first-release.ts";
import type { Started } from "../../functions/starting.ts";
import { startProcess } from "../support/node-process.ts";
import { SECRET, seedRoundToRelease, storedCells } from "../support/round-to-release.ts";
import { TEST_SETTINGS } from "../support/settings.ts";
import { openTemporaryDatabase } from "../support/temporary-database.ts";

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "wijkteamplein-"));
  path = join(directory, "wijkteamplein.db");
  const database = await openTemporaryDatabase();
  await seedRoundToRelease(database.db);
  await database.db.$client.execute("pragma wal_checkpoint(truncate)");
  await copyFile(database.path, path);
  await database.close();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function release(args: string[], settings: Record<string, string> = {}) {
  const job = await startProcess({ DATA_DIR: directory, DEMO: "uit", ...settings }, [
    "functions/release.ts",
    ...args,
  ]);
  return { code: await job.exit, said: job.said() };
}

describe("npm run vrijgeven", () => {
  it("says of each question what happened, and ends with 0; a second time everything stands", async () => {
    const first = await release(["2024"]);
    expect(first.said).toMatch(/1 van 14: 4A1 Buurt versterken: \d+ van \d+ cijfers vrijgegeven \(\d+ s\)/);
    expect(first.said).toContain("10 van 14: 4C2 Belemmerende factoren: wacht");
    expect(first.said).toContain("Ronde 2024, versie 1: 20 organisaties.");
    expect(first.said).not.toContain(SECRET);
    expect(first.code).toBe(0);
    const again = await release(["2024"]);
    expect(again.said).toContain("4A1 Buurt versterken: staat er al");
    expect(again.code).toBe(0);
  });

  it("ends with 2 when there is nothing to release", async () => {
    expect(await release(["2023"])).toEqual({ code: 2, said: "Er is geen ronde van dat jaar.\n" });
  });

  it.each([
    ["no year", [], {}, "Noem het jaar van de ronde, bijvoorbeeld: npm run vrijgeven -- 2024\n"],
    ["a wrong setting", ["2024"], { PORT: "80.5" }, "PORT moet een heel getal"],
    [
      "a database without tables",
      ["2024"],
      { DATA_DIR: "leeg" },
      "De vrijgave stopte: no such table: rounds.",
    ],
  ])("ends with 1 and a plain sentence: %s", async (_, args, settings, sentence) => {
    const empty = join(directory, "leeg");
    await mkdir(empty);
    const { code, said } = await release(args, "DATA_DIR" in settings ? { DATA_DIR: empty } : settings);
    expect(said).toContain(sentence);
    expect(said).not.toContain("    at ");
    expect(code).toBe(1);
  });
});

describe("a demo that starts", () => {
  const startedWith = (db: ReturnType<typeof openEmbedded>, releasesByItself: boolean) =>
    ({ db, platform: { settings: { ...TEST_SETTINGS, releasesByItself } } }) as Started;

  it("releases its figures beside the server, and not again", { timeout: 180_000 }, async () => {
    process.env.DATA_DIR = directory;
    process.env.DEMO = "uit";
    const db = openEmbedded(path);
    try {
      await releaseInBackground(startedWith(db, false));
      expect(await storedCells(db)).toEqual([]);
      await releaseInBackground(startedWith(db, true));
      await expect
        .poll(async () => new Set((await storedCells(db)).map(({ concept }) => concept)).size, {
          timeout: 150_000,
        })
        .toBe(9);
      const cells = await storedCells(db);
      await (await releaseInBackground(startedWith(db, true)))();
      expect(await storedCells(db)).toEqual(cells);
    } finally {
      db.$client.close();
      delete process.env.DATA_DIR;
      delete process.env.DEMO;
    }
  });
});
