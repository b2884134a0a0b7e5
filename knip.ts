import type { KnipConfig } from "knip";

export default {
  entry: [
    "functions/{node,worker,office-worker,development,migration,release,year-package}.ts",
    "functions/mail/html-entities.ts",
    "web/client.ts",
    "web/**/*.island.tsx",
    "test/bench/{bench,gate-bench,bare-node,bare-worker,hrana-process}.ts",
    "test/support/{build,chromium,run-edge,embedded-writer}.ts",
  ],
  project: ["{db,functions,web,test}/**/*.{ts,tsx,css}", "*.ts"],
  // A style sheet uses the packages that it imports.
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?:url\()?"([^"]+)"|url\("([^"]+)"\)/g)]
        .map(([, sheet, file]) => `import "${sheet ?? file}";`)
        .join("\n"),
  },
  // A type that its file exports may describe a part of something that others use.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // `cloudflare:email` exists in the Worker only; Debian brings apt-get.
  ignoreDependencies: ["cloudflare"],
  ignoreBinaries: ["apt-get"],
} satisfies KnipConfig;
