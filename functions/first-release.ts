import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { yearsLackingRelease } from "./insights/release-job-queries.ts";
import type { Started } from "./starting.ts";

/** Lower than the server, which must stay quick while the figures are made. */
const NICENESS = 10;

/**
 * A demo releases the figures of its published rounds by itself, in a process beside the server: making them
 * takes minutes on a slow machine. One round after the other, the oldest first, for a later round is compared
 * with the one before. A stop half-way is harmless, for the next start goes on where it was.
 *
 * @returns stops what is still being made
 */
export async function releaseInBackground({ platform, db }: Started): Promise<() => void> {
  if (!platform.settings.releasesByItself) return () => undefined;
  const years = await yearsLackingRelease(db);
  let isStopped = false;
  let job: ChildProcess | null = null;
  const releaseNext = () => {
    const year = years.shift()?.year;
    if (year === undefined || isStopped) return;
    job = releaseBeside(year);
    job.once("error", (fault) => console.error(`De cijfers van ${year} zijn niet gemaakt: ${fault.message}`));
    job.once("exit", (code) => {
      if (code === 0) console.log(`De cijfers van de ronde ${year} zijn vrijgegeven.`);
      else if (!isStopped)
        console.error(
          `De cijfers van ${year} zijn nog niet klaar. Maak ze met: npm run vrijgeven -- ${year}`,
        );
      releaseNext();
    });
  };
  releaseNext();
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
