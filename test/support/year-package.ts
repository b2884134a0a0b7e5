import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Database } from "../../db/client.ts";
import { makePackage } from "../../functions/insights/package-job.ts";
import { TODAY } from "./cast.ts";
import { seedProofs } from "./release-proofs.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "./released-round.ts";
import { seedRoundToRelease } from "./round-to-release.ts";

const RECOUNT = "functions/insights/package-recount.mjs";

/** A closed round with a scale and an open question released, proofs included. */
export async function seedPackedRound(db: Database): Promise<void> {
  await seedRoundToRelease(db);
  await seedRelease(db, "4A1", SCALE_CELLS);
  await seedRelease(db, "4C1", THEME_CELLS);
  await seedProofs(db);
}

/** Makes the package of a round as the command does. */
export const packageOf = async (db: Database, statement: string | null, year = 2024, now = TODAY) =>
  makePackage(db, {
    year,
    statement,
    now,
    origin: "https://plein.example",
    recount: await readFile(RECOUNT, "utf8"),
  });

/** The text of a file, without its mark for Excel. */
export const textIn = (file: Uint8Array | undefined): string =>
  new TextDecoder().decode(file).replace("\uFEFF", "");

export const rowsIn = (csv: string): string[][] =>
  csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));

/** A directory of its own for every test, in which a package is unpacked and counts itself again. */
export function unpacking() {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "jaarpakket-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));
  return {
    async unpacked(files: Record<string, Uint8Array>): Promise<void> {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(directory, path)), { recursive: true });
        await writeFile(join(directory, path), content);
      }
    },
    recounted: () =>
      new Promise<{ code: number; said: string }>((done) => {
        execFile(process.execPath, [join(directory, "reken-na.mjs")], (fault, out, errors) =>
          done({ code: typeof fault?.code === "number" ? fault.code : 0, said: `${out}${errors}` }),
        );
      }),
  };
}
