import type { Database } from "../../db/client.ts";
import { outbox } from "../../db/schema/tables.ts";
import { cookieIn, hiddenFields } from "./accounts.ts";
import type { TestApp } from "./app.ts";

/** Signing in as a browser without JavaScript does it: ask a code, read the mail, type the code. */
export function browserOf(app: TestApp, db: Database) {
  return {
    /** Fills in the sign-in form; answers the secret of the browser and the response. */
    async ask(email: string, more: Record<string, string> = {}) {
      const form = hiddenFields(await (await app.get("/inloggen")).text(), "/inloggen");
      const response = await app.post("/inloggen", { ...form, ...more, email });
      return { response, form, request: cookieIn(response, "inlogverzoek") };
    },
    typeCode: (request: string, code: string, more: Record<string, string> = {}) =>
      app.request("/inloggen/code", {
        method: "POST",
        body: new URLSearchParams({ code, terug: "/", ...more }),
        headers: { cookie: `inlogverzoek=${request}` },
      }),
    mails: () => db.select().from(outbox),
    async newestCode() {
      const mails = await db.select().from(outbox);
      return mails.at(-1)?.text.match(/\b\d{6}\b/)?.[0] ?? "";
    },
  };
}
