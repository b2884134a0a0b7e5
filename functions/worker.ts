import type { ExecutionContext } from "hono";
import { createApp } from "./app.tsx";
import { doDueWork } from "./due.ts";
import { type Bindings, platformOf } from "./edge.ts";
import { FRONT } from "./front.ts";
import { deliverDueMail } from "./mail/delivery.ts";
import { isOfficeAddress } from "./office-addresses.ts";
import { type InboundMessage, takeInboundMail } from "./visits/reply-mailbox.ts";

/** The other Worker, which answers the addresses of the office. */
interface Office {
  answer(request: Request, settings: Record<string, string>): Promise<Response>;
}

let app: ReturnType<typeof createApp> | undefined;

export default {
  async fetch(request: Request, bindings: Bindings & { OFFICE: Office }, execution: ExecutionContext) {
    if (isOfficeAddress(new URL(request.url).pathname)) return askOffice(request, bindings, execution);
    app ??= createApp(platformOf(bindings), FRONT);
    return app.fetch(request, bindings, execution);
  },
  async scheduled(_event: unknown, bindings: Bindings) {
    const platform = platformOf(bindings);
    const { origin, mailFrom, replyAddress } = platform.settings;
    // Mail without a link helps nobody: without ORIGIN the work waits until somebody fills that in.
    const work = { db: platform.openDatabase(), now: platform.clock(), mailFrom, replyAddress };
    if (origin) await doDueWork({ ...work, origin });
    else console.error(JSON.stringify({ task: "due work", error: "ORIGIN is missing" }));
    if (platform.mail) await deliverDueMail(platform.openDatabase(), platform.mail, platform.clock);
  },
  email(message: InboundMessage, bindings: Bindings) {
    const { settings, openDatabase, clock } = platformOf(bindings);
    return takeInboundMail(message, settings, { db: openDatabase(), now: clock() });
  },
};

/** Variables and secrets go along, so that they are set for one Worker only; mail leaves from here. */
async function askOffice(
  request: Request,
  { OFFICE, ...bindings }: Bindings & { OFFICE: Office },
  execution: ExecutionContext,
): Promise<Response> {
  const settings = Object.entries(bindings).filter(
    (each): each is [string, string] => typeof each[1] === "string",
  );
  const response = await OFFICE.answer(request, Object.fromEntries(settings));
  if (request.method === "POST" && response.status < 400) {
    // Read here only: a page of the office needs no settings in front, and their contract is not for free.
    const { mail, openDatabase, clock } = platformOf(bindings);
    // What fails stays in the outbox, for the schedule.
    if (mail) execution.waitUntil(deliverDueMail(openDatabase(), mail, clock).catch(() => undefined));
  }
  return response;
}
