import { type Database, openRemote } from "../../db/client.ts";
import { openEmbedded } from "../../db/embedded.ts";
import { startHrana } from "./hrana.ts";

type Opened = { db: Database; close: () => Promise<void> };

/** Both ways to open a database file: the product must not notice which of the two it has. */
export const databaseKinds: [string, (path: string) => Promise<Opened>][] = [
  [
    "embedded",
    async (path) => {
      const db = openEmbedded(path);
      return { db, close: async () => db.$client.close() };
    },
  ],
  [
    "over HTTP",
    async (path) => {
      const endpoint = await startHrana({ path, token: "geheim" });
      return { db: openRemote(endpoint.url, "geheim"), close: endpoint.close };
    },
  ],
];
