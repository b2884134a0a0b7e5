import { createTransport } from "nodemailer";
import type { MailPort } from "./port.ts";

/** A server that says nothing for so long is given up: well within the minute that a message is ours. */
const LONGEST_SILENCE_MS = 20_000;

/** Mail by SMTP, for Node. `url` is smtp:// or smtps:// with user and password in it. */
export function smtpMail(url: string, from: string): MailPort {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: LONGEST_SILENCE_MS });
  return {
    async send({ id, to, subject, text, html, calendar }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${from.split("@")[1]}>`,
        ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content } }),
      });
    },
  };
}
