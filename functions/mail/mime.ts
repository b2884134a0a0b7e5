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

const part = (type: string, content: string) =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(content)}\r\n`;

/**
 * A message as RFC 5322 text with its alternatives: text, HTML and, last as mail programs want it, the
 * calendar object with its method.
 */
export function mimeOf(message: Message, from: string, now: Date): string {
  const boundary = `wijkteamplein-${message.id}`;
  const parts = [
    part("text/plain; charset=utf-8", message.text),
    part("text/html; charset=utf-8", message.html),
  ];
  if (message.calendar)
    parts.push(
      part(`text/calendar; charset=utf-8; method=${message.calendar.method}`, message.calendar.content),
    );
  return [
    `From: ${from}`,
    `To: ${message.to}`,
    `Subject: ${headerWord(message.subject)}`,
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${message.id}@${from.split("@")[1]}>`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...parts.map((each) => `--${boundary}\r\n${each}`),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
