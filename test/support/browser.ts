import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { freePort } from "./free-port.ts";

/** The demo people who have a button on the sign-in page. */
export const DEMO_PEOPLE = [
  "professional",
  "redacteur",
  "tekenaar",
  "gastheer",
  "monitoring",
  "bureau",
  "redacteur-2",
  "gastheer-2",
] as const;
export type DemoPerson = (typeof DEMO_PEOPLE)[number];

export interface RunningServer {
  url: string;
  dataDirectory: string;
  stop(): Promise<void>;
}

/** The built platform as `npm start` runs it, with a fresh demo association of its own. */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const dataDirectory = mkdtempSync(join(tmpdir(), "wijkteamplein-"));
  // Making the figures takes a processor for half a minute: only a test that is about them asks for it.
  const beside = { PORT: String(port), DATA_DIR: dataDirectory, VRIJGAVE: "uit" };
  const env = { ...process.env, ...beside, ...settings };
  const server = spawn(process.execPath, ["dist/server/node.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(`http://localhost:${port}`)) resolve();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => reject(new Error(`The server stopped with ${code}:\n${said}`)));
  });
  return {
    url: `http://localhost:${port}`,
    dataDirectory,
    stop: async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await gone;
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
  });
}

/** A browser of one person's own, signed in by the demo's button when `person` is given. */
export async function contextOf(
  browser: Browser,
  url: string,
  person: DemoPerson | null,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: "nl-NL", ...options });
  if (person) {
    const answer = await context.request.post("/inloggen/demo", {
      form: { persoon: person },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`Signing in as ${person} gave ${answer.status()}`);
  }
  return context;
}

/**
 * Waits until the demo, started with `VRIJGAVE` "aan", has released its scales: they come first, the open
 * questions follow while the test goes on.
 */
export async function untilScalesAreReleased(context: BrowserContext): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const page = await (await context.request.get("/inzicht/2024/vraag/4B4")).text();
    if (page.includes("Bekijk als tabel")) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error("The demo did not release its figures.");
}
