import { type ChildProcess, spawn } from "node:child_process";
import { freePort } from "./free-port.ts";

/** A program of ours in a process of its own, as somebody starts it in a terminal. */
export interface NodeProcess {
  /** "http://localhost:8787"; nothing listens there before `ready` */
  url: string;
  port: number;
  pid: number;
  /** all that it said so far, on both channels */
  said(): string;
  /** resolves once it says `words` (by default: its address); throws when it stops before */
  ready(words?: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** the code with which it stopped; null when a signal ended it */
  exit: Promise<number | null>;
}

/** Starts the built server, or another program of the project, with these settings and no others. */
export async function startProcess(
  settings: Record<string, string>,
  program = ["dist/server/node.js"],
  executable = process.execPath,
): Promise<NodeProcess> {
  const port = Number(settings.PORT) || (await freePort());
  const { PATH, HOME } = process.env;
  const child: ChildProcess = spawn(executable, program, {
    env: {
      PATH,
      HOME,
      BUILT_FOR_TESTS: process.env.BUILT_FOR_TESTS,
      PORT: String(port),
      VRIJGAVE: "uit",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Who started it may be stopped half-way; the program does not stay behind.
  const killToo = () => child.kill("SIGKILL");
  process.once("exit", killToo);
  const url = `http://localhost:${port}`;
  let output = "";
  let isGone = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const channel of [child.stdout, child.stderr])
    channel?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      tell();
    });
  const exit = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      isGone = true;
      process.off("exit", killToo);
      resolve(code);
      tell();
    });
  });
  const ready = (words = url) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.includes(words)) resolve();
        else if (isGone) reject(new Error(`It stopped before it said "${words}":\n${output}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return {
    url,
    port,
    pid: child.pid ?? 0,
    said: () => output,
    ready,
    kill: (signal) => child.kill(signal),
    exit,
  };
}
