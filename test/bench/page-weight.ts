import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>;

/** What a page weighs on the line, in bytes; `gz` is gzip at its usual level. */
export interface PageWeight {
  html: number;
  htmlGz: number;
  javascriptGz: number;
  cssGz: number;
}

const readManifest = () => JSON.parse(readFileSync("dist/client/manifest.json", "utf8")) as Manifest;
const gzipped = (content: string | Buffer): number => gzipSync(content).length;
const gzippedFile = (file: string): number => gzipped(readFileSync(`dist/client/${file}`));

/** The built files that a source brings with it, itself included. */
function withImports(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const built = manifest[key];
  if (!built || found.has(built.file)) return found;
  found.add(built.file);
  for (const imported of built.imports ?? []) withImports(manifest, imported, found);
  return found;
}

/** Weighs a page with the script and the islands that it names. */
export function weightOf(html: string): PageWeight {
  const manifest = readManifest();
  const files = withImports(manifest, "web/client.ts");
  const islands = [...html.matchAll(/data-island="([^"]+)"/g)].map(([, name]) => name);
  for (const island of islands) withImports(manifest, `web/${island}.island.tsx`, files);
  // Islands run on preact, which the script fetches by itself once a page has one.
  if (islands.length > 0)
    for (const key of Object.keys(manifest)) if (/preact/.test(key)) withImports(manifest, key, files);
  // The script of pages that save by themselves.
  if (html.includes("data-keep")) withImports(manifest, "web/questionnaires/autosave.ts", files);
  const styles = Object.values(manifest["web/client.ts"]?.css ?? []);
  return {
    html: Buffer.byteLength(html),
    htmlGz: gzipped(html),
    javascriptGz: [...files].reduce((sum, file) => sum + gzippedFile(file), 0),
    cssGz: styles.reduce((sum, file) => sum + gzippedFile(file), 0),
  };
}
