import { sql } from "drizzle-orm";
import { Hono } from "hono";
import type { Database } from "../../db/client.ts";

/** The yardstick: the least that a page over this database can be, one query by key and a line of HTML. */
export function bareApp(openDatabase: () => Database): Hono {
  const app = new Hono();
  app.get("*", async (c) => {
    const rows = await openDatabase().all<{ name: string }>(
      sql`select name from people where id = ${"redacteur"}`,
    );
    return c.html(`<!doctype html><title>Proef</title><h1>${rows[0]?.name ?? ""}</h1>`);
  });
  return app;
}
