import { createTransport } from "nodemailer";
import type { MailPort } from "./port.ts";

/** Mail by SMTP, for Node. `url` is smtp:// or smtps:// with user and password in it. */
export function smtpMail(url: string, from: string): MailPort {
  const transport = createTransport(url);
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
