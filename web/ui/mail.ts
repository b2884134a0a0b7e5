/** The words of one message, before they become text and HTML. */
export interface MailWords {
  /** Under 60 characters, so that a phone shows it whole. */
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do. Its address is shown in full, so that people see where it leads. */
  action?: { label: string; url: string } | undefined;
  association: { name: string; contactEmail: string; contactPhone: string };
}

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

const LONGEST_SUBJECT = 59;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

// No images and nothing from elsewhere: a message must not tell anybody that it was opened.
const STYLE =
  "body{font:16px/1.5 'Source Sans 3',Arial,sans-serif;color:#1d2b2e;background:#fff;max-width:36em}" +
  "a{color:#0b5b58}.knop{font-weight:bold}.voet{color:#4a5a5d;font-size:14px}";

/**
 * Composes a message as plain text and as HTML that say the same. Line ends within a paragraph are kept.
 * A subject that is too long is cut at a word, and line ends in it become spaces: they would start a header.
 */
export function composeMail({ subject, paragraphs, action, association }: MailWords): ComposedMail {
  const { name, contactEmail, contactPhone } = association;
  const footer = `Vragen? Mail ${contactEmail} of bel ${contactPhone}.`;
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `Groet,\n${name}`,
    `-- \n${footer}`,
  ].join("\n\n");
  const html = [
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(subject)}</title>`,
    `<style>${STYLE}</style></head><body>`,
    ...paragraphs.map((each) => `<p>${escaped(each).replaceAll("\n", "<br>")}</p>`),
    ...(action
      ? [
          `<p><a class="knop" href="${escaped(action.url)}">${escaped(action.label)}</a><br>${escaped(action.url)}</p>`,
        ]
      : []),
    `<p>Groet,<br>${escaped(name)}</p>`,
    `<p class="voet">${escaped(footer)}</p></body></html>`,
  ].join("\n");
  return { subject: shortSubject(subject), text: `${text}\n`, html };
}

/** The same mail with a last line that says where its reader chooses how such mail comes. */
export function withSettingsLine(mail: ComposedMail, url: string): ComposedMail {
  const words = "Liever één mail per dag, of geen mail hierover? Kies zelf";
  return {
    subject: mail.subject,
    text: `${mail.text}${words}: ${url}\n`,
    html: mail.html.replace(
      "</body>",
      () => `<p class="voet">${words}: <a href="${escaped(url)}">${escaped(url)}</a></p></body>`,
    ),
  };
}

function shortSubject(subject: string): string {
  const line = subject.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_SUBJECT) return line;
  const cut = line.slice(0, LONGEST_SUBJECT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}
