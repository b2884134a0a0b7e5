import { readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { municipalityRegistry } from "./db/registry/municipalities.ts";
import { dotsPath } from "./web/ui/country-projection.ts";

/** Hands every request that is not a file of Vite's to the app, through Vite's own module runner. */
function app(): Plugin {
  return {
    name: "wijkteamplein-app",
    apply: "serve",
    // Pages are made on the server: a change there, which the browser does not know of, reloads the page.
    hotUpdate({ modules, server }) {
      if (this.environment.name === "ssr" && modules.length > 0)
        server.environments.client.hot.send({ type: "full-reload" });
    },
    configureServer(server) {
      return () => {
        server.middlewares.use(async (request, response, next) => {
          try {
            const { handle } = (await server.ssrLoadModule("/functions/development.ts")) as {
              handle: (request: unknown, response: unknown) => Promise<void>;
            };
            request.url = request.originalUrl;
            await handle(request, response);
          } catch (error) {
            next(error);
          }
        });
      };
    },
  };
}

/** Draws the country out of the registry, so that no page has to; written only when the registry changed. */
function countryDots(): Plugin {
  const path = "web/ui/country-dots.ts";
  const points = municipalityRegistry().map(({ lat, lon }) => ({ latitude: lat, longitude: lon }));
  const text = `/** Made by the build (vite.config.ts): a dot for each municipality, as one path. */
export const COUNTRY_DOTS =
  "${dotsPath(points)}";
`;
  return {
    name: "wijkteamplein-country-dots",
    buildStart() {
      if (readFileSync(path, "utf8") !== text) writeFileSync(path, text);
    },
  };
}

export default defineConfig({
  appType: "custom",
  publicDir: "web/public",
  plugins: [countryDots(), app()],
  server: { port: Number(process.env.PORT ?? 8787) },
  environments: {
    client: {
      build: {
        outDir: "dist/client",
        manifest: "manifest.json",
        // The browser must never get a file as data: in CSS; the policy forbids it.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: "web/client.ts" },
      },
    },
    server: {
      consumer: "server",
      resolve: { noExternal: [] },
      build: {
        outDir: "dist/server",
        ssr: true,
        emptyOutDir: true,
        rollupOptions: { input: "functions/node.ts", output: { entryFileNames: "node.js" } },
      },
    },
  },
  builder: {},
});
