import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM,
  // Without the window around the page, a page costs less than half of the processor time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser for the tests: the first that exists, or undefined. */
export const findChromium = (): string | undefined => PLACES.find((path) => path && existsSync(path));

/** Debian's packages, first the light one; older releases have only the other. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/**
 * Sees to it that there is a browser: Debian's own package is installed when there is none and we may.
 * Otherwise the run stops with the line that tells what to do; a browser test is never skipped.
 */
export default function installChromium(): void {
  if (findChromium()) return;
  const help =
    "Er is geen Chromium. Installeer het met 'sudo apt-get install -y chromium', of zet CHROMIUM op het pad van een Chrome of Chromium.";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(help);
  console.log("Geen Chromium gevonden; het pakket van Debian wordt geïnstalleerd.");
  if (!isDone("update")) throw new Error(help);
  PACKAGES.some((name) => isDone("install", "-y", "--no-install-recommends", name, "fonts-dejavu-core"));
  if (!findChromium()) throw new Error(help);
}

/** Whether this task of Debian's package manager succeeded. */
function isDone(...task: string[]): boolean {
  try {
    execFileSync("apt-get", task, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}
