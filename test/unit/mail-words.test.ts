import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { mimeOf } from "../../functions/mail/mime.ts";
import { signInMail, welcomeMail } from "../../web/accounts/emails.ts";
import { composeMail, withSettingsLine } from "../../web/ui/mail.ts";

const association = {
  name: "Vereniging van Proefteams",
  contactEmail: "bureau@plein.example",
  contactPhone: "030 123 45 67",
};

test("text and HTML say the same, and the address of the button is in sight", () => {
  const mail = composeMail({
    subject: "Bezoek",
    paragraphs: ["Dag Zoë,", "Regel een.\nRegel twee."],
    action: { label: "Bekijk het bezoek", url: "https://plein.example/werkbezoeken/1?a=1&b=2" },
    association,
  });
  for (const words of [
    "Dag Zoë,",
    "Regel twee.",
    "Bekijk het bezoek",
    "Vereniging van Proefteams",
    "030 123 45 67",
  ]) {
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);
  }
  expect(mail.text).toContain("https://plein.example/werkbezoeken/1?a=1&b=2");
  expect(mail.html).toContain(">https://plein.example/werkbezoeken/1?a=1&amp;b=2");
  expect(mail.html).toContain("Regel een.<br>Regel twee.");
});

test("nothing in a message fetches from elsewhere or tells that it was opened", () => {
  const { html } = signInMail(association, "123456", "https://plein.example/inloggen/code?code=123456");
  expect(html).not.toMatch(/<img|src=|@import|url\(|<script|<link/);
});

test("what people typed stays text", () => {
  const { html } = welcomeMail(
    association,
    {
      name: `<script>alert("x")</script> & 'zo'`,
      email: "a@b.example",
      memberName: "<b>Team</b>",
      roles: "redacteur",
    },
    'https://plein.example/"><script>',
  );
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("<b>");
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;zo&#39;");
});

test.each([
  ["Kort", "Kort"],
  ["Met\r\nBcc: kwaad@kwaad.example", "Met Bcc: kwaad@kwaad.example"],
  ["x".repeat(59), "x".repeat(59)],
])("the subject %j becomes %j", (subject, expected) => {
  expect(composeMail({ subject, paragraphs: [], association }).subject).toBe(expected);
});

test("a long subject is cut at a word, under 60 characters", () => {
  const { subject } = composeMail({ subject: "Werkbezoek ".repeat(9), paragraphs: [], association });
  expect(subject.length).toBeLessThan(60);
  expect(subject).toMatch(/ Werkbezoek…$/);
});

test("the message for the edge is read back whole: accents, text, HTML, calendar with its method", async () => {
  const subject = "Bevestigd: werkbezoek bij Súdwest-Fryslân, café één ✓ en meer dan genoeg tekens";
  const calendar = `BEGIN:VCALENDAR\r\nSUMMARY:Bezoek é\r\n${"X-REGEL:lang\r\n".repeat(50)}END:VCALENDAR\r\n`;
  const mime = mimeOf(
    {
      id: "bericht-1",
      to: "zoe@proef.example",
      subject,
      text: "Dag Zoë,\n\nTot dinsdag.\n",
      html: "<p>Dag Zoë</p>",
      calendar: { content: calendar, method: "REQUEST" },
    },
    "plein@plein.example",
    new Date("2026-11-21T11:00:00Z"),
  );
  for (const line of mime.split("\r\n")) expect(line.length).toBeLessThanOrEqual(78);
  expect(mime).toMatch(/^[\x20-\x7e\r\n]*$/);
  const mail = await PostalMime.parse(mime);
  expect(mail.subject).toBe(subject);
  expect(mail.from?.address).toBe("plein@plein.example");
  expect(mail.to?.[0]?.address).toBe("zoe@proef.example");
  expect(mail.messageId).toBe("<bericht-1@plein.example>");
  expect(mail.date).toBe("2026-11-21T11:00:00.000Z");
  expect(mail.text?.trim()).toBe("Dag Zoë,\n\nTot dinsdag.");
  expect(mail.html).toContain("<p>Dag Zoë</p>");
  const [invitation] = mail.attachments;
  expect(invitation?.mimeType).toBe("text/calendar");
  expect(invitation?.method).toBe("REQUEST");
  const content = invitation?.content ?? "";
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  // The reader turns line ends into its own.
  expect(text.replaceAll("\r\n", "\n")).toBe(calendar.replaceAll("\r\n", "\n"));
});

test("an invitation stands among the alternatives with its method, and once more as a file", async () => {
  const content = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
  const calendar = { content, method: "CANCEL" as const };
  const message = {
    id: "een",
    to: "a@b.example",
    subject: "Bezoek",
    text: "Dag",
    html: "<p>Dag</p>",
    calendar,
  };
  const mime = mimeOf(message, "plein@plein.example", new Date(0));
  // The alternatives lie within the whole, with the calendar last: that is the one that programs act on.
  expect(mime.indexOf("multipart/mixed")).toBeLessThan(mime.indexOf("multipart/alternative"));
  expect(mime).toContain("Content-Type: text/calendar; charset=utf-8; method=CANCEL\r\n");
  expect(mime.indexOf("text/html")).toBeLessThan(mime.indexOf("text/calendar"));
  const read = await PostalMime.parse(mime, { attachmentEncoding: "utf8" });
  expect(read.text?.trim()).toBe("Dag");
  expect(read.attachments.map(({ mimeType, filename, method }) => [mimeType, filename, method])).toEqual([
    ["text/calendar", null, "CANCEL"],
    ["application/ics", "invite.ics", undefined],
  ]);
  // The reader turns line ends into its own.
  const lines = content.replaceAll("\r\n", "\n");
  expect(read.attachments.map((each) => String(each.content).replaceAll("\r\n", "\n"))).toEqual([
    lines,
    lines,
  ]);
});

test("a notice says where its reader chooses, in text and in HTML, and the rest stays as it was", () => {
  const mail = composeMail({ subject: "Bericht", paragraphs: ["Dag."], association });
  const withLine = withSettingsLine(mail, "https://plein.example/meldingen?a=1&b=2");
  expect(withLine.text.startsWith(mail.text)).toBe(true);
  expect(withLine.text).toContain("https://plein.example/meldingen?a=1&b=2");
  expect(withLine.html).toContain('<a href="https://plein.example/meldingen?a=1&amp;b=2">');
  expect(withLine.html.match(/<\/body>/g)).toHaveLength(1);
});
