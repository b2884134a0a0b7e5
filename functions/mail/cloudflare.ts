import { mimeOf } from "./mime.ts";
import type { MailPort } from "./port.ts";

/** Cloudflare's `send_email` binding. */
export interface SendEmail {
  send(message: unknown): Promise<unknown>;
}

/** Mail by Cloudflare Email Routing, for the edge. `cloudflare:email` exists only there. */
export function cloudflareMail(binding: SendEmail, from: string): MailPort {
  return {
    async send(message) {
      const { EmailMessage } = (await import("cloudflare:email")) as {
        EmailMessage: new (from: string, to: string, raw: string) => unknown;
      };
      await binding.send(new EmailMessage(from, message.to, mimeOf(message, from, new Date())));
    },
  };
}
