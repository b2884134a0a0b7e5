import type { Compared } from "./measured.ts";
import type { Report } from "./measuring.ts";

const WIDTH = 11;
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at < 2 ? String(cell).padEnd(12) : String(cell).padStart(WIDTH))).join("");

const speedRow = (place: string, name: string, c: Compared): string =>
  row([place, name, c.perSecond, c.p50Ms, c.p99Ms, c.cpuMs, c.bare.cpuMs, c.cpuRatio, c.p50Ratio]);

const SPEED_HEAD = row([
  "where",
  "page",
  "per s",
  "p50 ms",
  "p99 ms",
  "cpu ms",
  "bare cpu",
  "cpu ratio",
  "p50 ratio",
]);

/** What was measured at each place, beside the bare page in the same turns. */
export const speedTable = (speed: Record<string, Record<string, Compared>>): string =>
  [
    SPEED_HEAD,
    ...Object.entries(speed).flatMap(([place, pages]) =>
      Object.entries(pages).map(([name, compared]) => speedRow(place, name, compared)),
    ),
  ].join("\n");

/** What pages cost beside the bare page in the same turns; their names may be long. */
export const costTable = (pages: Record<string, Compared>): string =>
  [
    row(["cpu ratio", "cpu ms", "bare cpu"]),
    ...Object.entries(pages).map(([name, c]) => `${row([c.cpuRatio, c.cpuMs, c.bare.cpuMs])}  ${name}`),
  ].join("\n");

/** The report as tables for people. "bare" is a Hono page with one point query, measured in the same turns. */
export function asTables(report: Report): string {
  const { worker, office, weight, roundTrips, speed, scale, release, gate, machine } = report;
  const { start } = worker;
  return [
    "",
    `${machine.cores} × ${machine.model}, Node ${machine.node}`,
    `Worker: ${worker.gz} bytes gz (${worker.bytes} raw); first answer of a new workerd after ${start.workerd.ms} ms,`,
    `${start.workerd.cpuMs} ms of processor (bare Worker: ${start.bareWorkerd.ms} ms, ${start.bareWorkerd.cpuMs} ms); Node starts in ${start.node.ms} ms`,
    `Office Worker: ${office.gz} bytes gz (${office.bytes} raw), loaded beside it`,
    "",
    row(["weight", "page", "html", "html gz", "js gz", "css gz", "trips"]),
    ...Object.entries(weight).map(([name, w]) =>
      row(["", name, w.html, w.htmlGz, w.javascriptGz, w.cssGz, roundTrips[name] ?? ""]),
    ),
    row(["", "save", "", "", "", "", roundTrips.save ?? ""]),
    row(["", "field", "", "", "", "", roundTrips.field ?? ""]),
    "",
    speedTable(speed),
    "",
    "Pages by number of responses to the round of 2024",
    ...Object.entries(scale).flatMap(([responses, places]) => [`${responses} responses`, speedTable(places)]),
    "",
    `Releasing the demo's round: ${release.cpuSeconds} s of processor, ${release.seconds} s by the clock`,
    "A release of one yes/no item, times in ms of processor; kept: counts and all of one filter, of two",
    row(["n", "mix", "prevalence", "release", "view", "count", "one", "two", "solves", "limited"]),
    ...gate.map((each) =>
      row([
        ...[each.organisations, each.mix, each.prevalence, each.release, each.view],
        ...[each.exact, each.one, each.crossings, each.solves, each.limited],
      ]),
    ),
  ].join("\n");
}
