import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import build from "../support/build.ts";
import { freshDemo, releaseDemo } from "./demo-file.ts";
import { round } from "./load.ts";
import { measureScale, type Scale } from "./measuring.ts";
import { buildBareWorker } from "./processes.ts";

const WIDTH = 10;
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at < 2 ? String(cell).padEnd(14) : String(cell).padStart(WIDTH))).join("");

/** Per place and page: milliseconds by the clock and of processor at each size, and how many times the smallest. */
function asTable(scale: Scale): string {
  const sizes = Object.keys(scale);
  const first = scale[sizes[0] ?? ""] ?? {};
  const times = (values: readonly number[]) => round((values.at(-1) ?? 0) / (values[0] || 1));
  const lines = Object.entries(first).flatMap(([place, pages]) =>
    Object.keys(pages).map((page) => {
      const of = (what: "p50Ms" | "cpuMs") => sizes.map((size) => scale[size]?.[place]?.[page]?.[what] ?? 0);
      return row([place, page, ...of("p50Ms"), times(of("p50Ms")), ...of("cpuMs"), times(of("cpuMs"))]);
    }),
  );
  const head = (what: string) => [...sizes.map((size) => `${what} ${size}`), "times"];
  return [row(["where", "page", ...head("p50"), ...head("cpu")]), ...lines].join("\n");
}

/** `npm run bench:scale`: the pages whose cost should not grow, at the sizes given or at 46, 1000 and 10000 responses. */
const directory = mkdtempSync(join(tmpdir(), "wijkteamplein-scale-"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  build();
  const demo = await freshDemo(join(directory, "demo"));
  await releaseDemo(demo);
  const sizes = process.argv.slice(2);
  const bare = buildBareWorker(join(directory, "bare-worker"));
  const scale = await measureScale(demo, directory, bare, sizes.length > 0 ? sizes : undefined);
  console.log(JSON.stringify(scale, null, 2));
  console.error(asTable(scale));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
