import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { yearsLackingRelease } from "./insights/release-job-queries.ts";
import type { Started } from "./starting.ts";

/** Lower than the server, which must stay quick while the figures are made. */
const NICENESS = 10;

/**
 * A demo releases the figures of its published rounds by itself, in a process beside the server: making them
 * takes minutes on a slow machine. One round after the other, the newest first, for that is what people look at;
 * then once more what still lacks, for a round is compared with the one before when both are there. A stop
 * half-way is harmless: the next start goes on where it was.
 *
 * @returns stops what is still being made
 */
export async function releaseInBackground({ platform, db }: Started): Promise<() => void> {
  if (!platform.settings.releasesByItself) return () => undefined;
  let isStopped = false;
  let job: ChildProcess | null = null;
  const failed = new Set<number>();
  const release = (year: number) =>
    new Promise<void>((resolve) => {
      job = releaseBeside(year);
      job.once("error", (fault) => {
        failed.add(year);
        console.error(`De cijfers van ${year} zijn niet gemaakt: ${fault.message}`);
        resolve();
      });
      job.once("exit", (code) => {
        if (code === 0) console.log(`De cijfers van de ronde ${year} zijn vrijgegeven.`);
        else if (!isStopped) {
          failed.add(year);
          console.error(
            `De cijfers van ${year} zijn nog niet klaar. Maak ze met: npm run vrijgeven -- ${year}`,
          );
        }
        resolve();
      });
    });
  const releaseLacking = async (years: Awaited<ReturnType<typeof yearsLackingRelease>>) => {
    for (const { year } of years.toReversed()) if (!isStopped && !failed.has(year)) await release(year);
  };
  const lacking = await yearsLackingRelease(db);
  void releaseLacking(lacking)
    .then(async () => {
      if (!isStopped && lacking.length > 0) await releaseLacking(await yearsLackingRelease(db));
    })
    .catch((fault) => console.error(`De cijfers zijn niet gemaakt: ${fault}`));
  return () => {
    isStopped = true;
    job?.kill();
  };
}

function releaseBeside(year: number): ChildProcess {
  const job = fork("functions/release.ts", [String(year)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  if (job.pid !== undefined) setPriority(job.pid, NICENESS);
  return job;
}
