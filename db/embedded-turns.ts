/**
 * Turns for the writers of one process. SQLite lets one writer in at a time; in a line they wait for each
 * other in order of arrival, where polling for the lock would let the unlucky wait longest.
 */
export class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  /** Resolves to the function that ends the turn. Call it exactly once. */
  async take(waitMilliseconds: number): Promise<() => void> {
    if (this.#taken) await this.#wait(waitMilliseconds);
    this.#taken = true;
    return () => this.#end();
  }

  #wait(waitMilliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new Error(`No turn to write within ${waitMilliseconds} ms: is a transaction left open?`));
      }, waitMilliseconds);
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
