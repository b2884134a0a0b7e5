import { createServer } from "node:net";

/** Below the ports that the system deals out by itself, so that no connection takes one before it is used. */
const LOWEST = 20_000;
/** Two workers never try the same port; other runs on this machine hardly ever do. */
const PER_WORKER = 1_000;
const worker = Number(process.env.VITEST_POOL_ID ?? 0) % 10;
let tried = process.pid;

/** A port that is free now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + worker * PER_WORKER + (tried++ % PER_WORKER);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, () => probe.close(() => resolve(true)));
  });
