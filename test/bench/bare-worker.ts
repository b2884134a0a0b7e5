import { openRemote } from "../../db/client.ts";
import { bareApp } from "./bare.ts";

let app: ReturnType<typeof bareApp> | undefined;

/** The bare page in workerd, with a database over HTTP made per request, as ours. */
export default {
  fetch(request: Request, { DATABASE_URL }: { DATABASE_URL: string }) {
    app ??= bareApp(() => openRemote(DATABASE_URL, undefined));
    return app.fetch(request);
  },
};
