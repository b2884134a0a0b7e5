import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { readersPastTheGate } from "./answer-readers.ts";

/** The sources by path, as text: what the rules of the house look at. */
export type Sources = Record<string, string>;

const FEATURES = [
  "site",
  "accounts",
  "members",
  "questionnaires",
  "coding",
  "insights",
  "visits",
  "reports",
  "home",
];
const ROOMS = ["db", "functions", "web", "test"];

export function readSources(root = "."): Sources {
  const sources: Sources = {};
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder))) {
      const path = `${folder}/${name}`;
      if (statSync(join(root, path)).isDirectory()) walk(path);
      else if (/\.(ts|tsx|css)$/.test(name)) sources[path] = readFileSync(join(root, path), "utf8");
    }
  };
  for (const room of ROOMS) walk(room);
  return sources;
}

/** Relative imports of a file, as paths from the root; types count too, for they are knowledge as well. */
function importsOf(path: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...found].map(([, target]) => normalize(join(dirname(path), target ?? "")));
}

const roomOf = (path: string) => path.split("/")[0] ?? "";
const featureOf = (path: string): string | null => {
  const [room, folder] = path.split("/");
  return (room === "functions" || room === "web") && folder && FEATURES.includes(folder) ? folder : null;
};
const eachImport = (sources: Sources, complain: (from: string, to: string) => string | null): string[] =>
  Object.entries(sources).flatMap(([from, source]) =>
    importsOf(from, source).flatMap((to) => complain(from, to) ?? []),
  );
const eachFile = (sources: Sources, complain: (path: string, source: string) => string | null): string[] =>
  Object.entries(sources).flatMap(([path, source]) => complain(path, source) ?? []);

const MAY_KNOW: Record<string, string[]> = {
  db: ["db"],
  web: ["web"],
  functions: ["functions", "web", "db"],
  test: ["test", "functions", "web", "db"],
};
const ENTRIES = ["functions/edge.ts", "functions/node.ts", "functions/development.ts"];

/** The stored words: the only files of `db` that `web` may know. */
const VOCABULARY = /^db\/([a-z]+-)?vocabulary\.ts$/;

/** Every rule: its name and what it has to complain about. */
export const RULES: Record<string, (sources: Sources) => string[]> = {
  "rooms look one way": (sources) =>
    eachImport(sources, (from, to) => {
      if (MAY_KNOW[roomOf(from)]?.includes(roomOf(to))) return null;
      if (from.startsWith("web/") && VOCABULARY.test(to)) return null;
      if (ENTRIES.includes(from) && (to === "package.json" || to.startsWith("dist/"))) return null;
      return `${from} → ${to}`;
    }),
  "the vocabulary imports nothing": (sources) =>
    Object.entries(sources)
      .filter(([path]) => VOCABULARY.test(path))
      .flatMap(([path, source]) => importsOf(path, source).map((to) => `${path} → ${to}`)),
  "features look left only": (sources) =>
    eachImport(sources, (from, to) => {
      const [mine, other] = [featureOf(from), featureOf(to)];
      if (!mine || !other || FEATURES.indexOf(other) <= FEATURES.indexOf(mine)) return null;
      return `${from} → ${to}`;
    }),
  "http, mail and ui know no feature": (sources) =>
    eachImport(sources, (from, to) =>
      /^(functions\/(http|mail)|web\/ui)\//.test(from) && featureOf(to) ? `${from} → ${to}` : null,
    ),
  "no circular imports": (sources) => circles(sources),
  "no file over 250 lines": (sources) =>
    eachFile(sources, (path, source) => {
      const lines = source.split("\n").length - 1;
      return lines > 250 ? `${path} has ${lines} lines` : null;
    }),
  "files are named by a word of the field, in kebab case": (sources) =>
    eachFile(sources, (path) => {
      const name =
        path
          .split("/")
          .at(-1)
          ?.replace(/(\.(test|island|d))?\.(tsx?|css)$/, "") ?? "";
      const isVague = /^(utils?|helpers?|service|manager|types|common|index|misc)$/.test(name);
      return isVague || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? path : null;
    }),
  "query files never wait": (sources) =>
    eachFile(sources, (path, source) =>
      /queries\.ts$/.test(path) && /\b(await|async)\b/.test(withoutComments(source)) ? path : null,
    ),
  "nothing inline that the content policy forbids": (sources) =>
    eachFile(sources, (path, source) => {
      if (!path.startsWith("web/") || !path.endsWith(".tsx")) return null;
      const isIsland = path.endsWith(".island.tsx");
      const found =
        /\sstyle=|dangerouslySetInnerHTML/.test(source) || (!isIsland && /\son[A-Z]\w+=/.test(source));
      return found ? path : null;
    }),
  "no roles in pages and routes": (sources) =>
    eachFile(sources, (path, source) =>
      /(routes\.tsx|-page\.tsx)$/.test(path) &&
      /[rR]oles\b[^;\n]{0,30}"(professional|editor|signatory|host|monitoring|bureau)"/.test(
        withoutComments(source),
      )
        ? path
        : null,
    ),
  "features write only their own tables": (sources) => foreignWrites(sources),
  "the environment is read in one place": (sources) =>
    eachFile(sources, (path, source) =>
      roomOf(path) !== "test" &&
      path !== "functions/starting.ts" &&
      /process\.env/.test(withoutComments(source))
        ? path
        : null,
    ),
  "the publication gate is pure": (sources) =>
    eachFile(sources, (path, source) => {
      if (!path.startsWith("functions/insights/gate/")) return null;
      const leaves = importsOf(path, source).some((to) => !to.startsWith("functions/insights/gate/"));
      const found = /from "[^.]|\bDate\b|\bperformance\b|Math\.random|\bfetch\(|\bawait\b/;
      return leaves || found.test(withoutComments(source)) ? path : null;
    }),
  "nobody reads confidential answers past the gate": (sources) => readersPastTheGate(sources),
  "the statistics are pure": (sources) =>
    eachFile(sources, (path, source) => {
      if (!path.startsWith("functions/insights/statistics/")) return null;
      const leaves = importsOf(path, source).some((to) => !to.startsWith("functions/insights/statistics/"));
      const found = /from "[^.]|\bDate\b|\bperformance\b|Math\.random|\bfetch\(|\bawait\b/;
      return leaves || found.test(withoutComments(source)) ? path : null;
    }),
  "matching is pure": (sources) =>
    eachFile(sources, (path, source) => {
      const folder = "functions/visits/matching/";
      if (!path.startsWith(folder)) return null;
      // Besides itself it knows stored words, the one table of weights and the library that solves an assignment.
      const known = ["db/visit-vocabulary.ts", "db/vocabulary.ts", "web/visits/match-weights.ts"];
      const leaves = importsOf(path, source).some((to) => !to.startsWith(folder) && !known.includes(to));
      const found = /from "(?!\.|munkres")|\bDate\b|\bperformance\b|Math\.random|\bfetch\(|\bawait\b/;
      return leaves || found.test(withoutComments(source)) ? path : null;
    }),
  "the Worker never reaches the solver": (sources) =>
    reachedFrom(["functions/worker.ts", "functions/office-worker.ts"], sources).filter((path) =>
      /from "highs"|import\("highs"\)/.test(sources[path] ?? ""),
    ),
  // Node strips types, but knows no JSX: these start without a build.
  "what Node runs as it stands reaches no page": (sources) => {
    const running = Object.fromEntries(
      Object.entries(sources).map(([path, source]) => [
        path,
        source.replace(/^import type [\s\S]*?;$/gm, ""),
      ]),
    );
    return reachedFrom(RUN_AS_THEY_STAND, running).filter((path) => path.endsWith(".tsx"));
  },
  "nothing is skipped, silenced or left for later": (sources) =>
    eachFile(sources, (path, source) => {
      if (path === "test/support/house.ts" || path === "test/unit/architecture.test.ts") return null;
      const found =
        /\b(it|test|describe)\.(skip|only|todo)\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|\b(TODO|FIXME|HACK)\b|\bas any\b|: any\b/;
      return found.test(source.replace(/\/\*\*[\s\S]*?\*\//g, "")) ? path : null;
    }),
};

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

/** The files themselves and all they import, and so on. */
const RUN_AS_THEY_STAND = [
  ...["migration", "release", "year-package", "exchange"].map((name) => `functions/${name}.ts`),
  "test/support/run-edge.ts",
  "test/bench/bench.ts",
];

function reachedFrom(entries: string[], sources: Sources): string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path) || !(path in sources)) return;
    reached.add(path);
    for (const to of importsOf(path, sources[path] ?? "")) visit(to);
  };
  for (const entry of entries) visit(entry);
  return [...reached];
}

/** Files that reach themselves by their imports, each circle once. */
function circles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const to of importsOf(path, sources[path] ?? "")) if (to in sources) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of Object.keys(sources)) visit(path, []);
  return found;
}

/** Tables by the feature of the schema file that defines them: `visits-offers.ts` belongs to visits. */
function owners(sources: Sources): Map<string, string> {
  const tables = new Map<string, string>();
  for (const [path, source] of Object.entries(sources)) {
    const schema = /^db\/schema\/([a-z]+)(?:-[a-z-]+)?\.ts$/.exec(path)?.[1];
    if (!schema) continue;
    for (const [, name] of source.matchAll(/export const (\w+) = sqliteTable\(/g))
      if (name) tables.set(name, schema === "people" ? "accounts" : schema);
  }
  return tables;
}

function foreignWrites(sources: Sources): string[] {
  const tables = owners(sources);
  return Object.entries(sources).flatMap(([path, source]) => {
    const mine = featureOf(path);
    if (!path.startsWith("functions/") || !mine) return [];
    const written = [...source.matchAll(/\.(?:insert|update|delete)\((\w+)\)/g)].map(
      ([, name]) => name ?? "",
    );
    return written
      .filter((name) => tables.has(name) && tables.get(name) !== mine)
      .map((name) => `${path} writes ${name} of ${tables.get(name)}`);
  });
}
