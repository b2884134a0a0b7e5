import type { Assets } from "./env.ts";

/** Vite's manifest: source file → built file, its styles and its assets. */
export type BuildManifest = Record<string, { file: string; css?: string[]; assets?: string[] }>;

/** The addresses of the built script, style and font. Throws when the build lacks the style sheet. */
export function assetsOf(manifest: BuildManifest): Assets {
  const entry = manifest["web/client.ts"];
  const style = entry?.css?.[0];
  if (!entry || !style)
    throw new Error("The build has no web/client.ts with a style sheet: run npm run build.");
  const font = Object.values(manifest)
    .flatMap((built) => [built.file, ...(built.assets ?? [])])
    .find((file) => file.endsWith(".woff2"));
  return { script: `/${entry.file}`, style: `/${style}`, font: font ? `/${font}` : null };
}
