import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Starts another process that writes `writes` times to the database at `path`; see `embedded-writer.ts`. */
export function startWriter(path: string, name: string, writes: number): ChildProcessWithoutNullStreams {
  const script = join(import.meta.dirname, "embedded-writer.ts");
  return spawn(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    script,
    path,
    name,
    String(writes),
  ]);
}

/** Does `work` while another process writes to the database without pause. */
export async function besideWriter(path: string, work: () => Promise<void>): Promise<void> {
  const writer = startWriter(path, "other", 1_000_000);
  const exit = once(writer, "exit");
  writer.stdout.setEncoding("utf8");
  await once(writer.stdout, "data");
  writer.stdout.resume();
  try {
    await work();
  } finally {
    writer.kill("SIGKILL");
    await exit;
  }
}
