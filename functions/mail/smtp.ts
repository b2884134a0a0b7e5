import { createTransport } from "nodemailer";
import { bounceKey } from "./bounce.ts";
import type { MailPort } from "./port.ts";
import { keyedAddress } from "./reply-address.ts";

/** A server that says nothing for so long is given up: well within the minute that a message is ours. */
const LONGEST_SILENCE_MS = 20_000;

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/**
 * Mail by SMTP, for Node. `url` is smtp:// or smtps:// with user and password in it. What cannot be delivered goes
 * back to `replyAddress`, with the message in the address (VERP); only within one domain, so that SPF still fits.
 */
export function smtpMail(url: string, from: string, replyAddress: string | null = null): MailPort {
  const returns = replyAddress && domainOf(replyAddress) === domainOf(from) ? replyAddress : null;
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
        ...(returns && { envelope: { from: keyedAddress(returns, bounceKey(id)), to } }),
        ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content } }),
      });
    },
  };
}
