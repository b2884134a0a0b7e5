import { LibsqlError } from "@libsql/client/http";
import { isBusy } from "./embedded-faults.ts";

/** How long a statement waits for other writers, of this process or another, before it fails. */
const LOCK_WAIT_MILLISECONDS = 30_000;
const RETRY_PAUSE_MAX_MILLISECONDS = 20;

/**
 * Tries again for as long as another process holds the lock. The pauses leave the thread free for other
 * requests, and their random length keeps two processes from meeting at the same moment again and again.
 */
export async function patiently<T>(attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + LOCK_WAIT_MILLISECONDS;
  for (let tries = 0; ; tries++) {
    try {
      return attempt();
    } catch (fault) {
      if (!isBusy(fault) || performance.now() > giveUpAt) throw fault;
    }
    const pause = Math.random() * Math.min(2 ** tries, RETRY_PAUSE_MAX_MILLISECONDS);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * Turns for the writers of one process. SQLite lets one writer in at a time; in a line they wait for each
 * other in order of arrival, where polling for the lock would let the unlucky wait longest.
 */
export class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  /** Resolves to the function that ends the turn. Call it exactly once. */
  async take(): Promise<() => void> {
    if (this.#taken) await this.#wait();
    this.#taken = true;
    return () => this.#end();
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new LibsqlError("Other writes took too long: is a transaction left open?", "SQLITE_BUSY"));
      }, LOCK_WAIT_MILLISECONDS);
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(enter);
    });
  }

  #end(): void {
    const next = this.#waiting.shift();
    // The turn passes on without ever being free, so nobody who just arrived can jump the line.
    if (next) next();
    else this.#taken = false;
  }
}
