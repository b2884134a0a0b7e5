import type { Message } from "./port.ts";

/** Base64 in lines of 76 characters, as RFC 2045 asks. */
function base64(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/.{76}/g, "$&\r\n");
}

/** A header word that may hold accents (RFC 2047), in pieces that stay under 75 characters. */
function headerWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces = text.match(/.{1,12}/gu) ?? [];
  return pieces.map((piece) => `=?utf-8?B?${base64(piece)}?=`).join("\r\n ");
}

const part = (type: string, content: string, ...headers: string[]) =>
  [`Content-Type: ${type}`, ...headers, "Content-Transfer-Encoding: base64", "", base64(content), ""].join(
    "\r\n",
  );

const multipart = (kind: string, boundary: string, parts: readonly string[]) =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    "",
    ...parts.map((each) => `--${boundary}\r\n${each}`),
    `--${boundary}--`,
    "",
  ].join("\r\n");

/**
 * A message as RFC 5322 text with its alternatives: text, HTML and, last as mail programs want it, the calendar
 * object with its method: Outlook, Google and Apple act on that one (RFC 6047). The same object once more as a
 * file serves programs that only know attachments.
 */
export function mimeOf(message: Message, from: string, now: Date): string {
  const { id, calendar } = message;
  const alternatives = [
    part("text/plain; charset=utf-8", message.text),
    part("text/html; charset=utf-8", message.html),
  ];
  if (calendar)
    alternatives.push(part(`text/calendar; charset=utf-8; method=${calendar.method}`, calendar.content));
  const body = multipart("alternative", `wijkteamplein-${id}`, alternatives);
  const file = calendar
    ? [part("application/ics", calendar.content, 'Content-Disposition: attachment; filename="invite.ics"')]
    : [];
  return [
    `From: ${from}`,
    `To: ${message.to}`,
    `Subject: ${headerWord(message.subject)}`,
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}@${from.split("@")[1]}>`,
    "MIME-Version: 1.0",
    file.length > 0 ? multipart("mixed", `wijkteamplein-alles-${id}`, [body, ...file]) : body,
  ].join("\r\n");
}
