import ICAL from "ical.js";
import ical, { type VEvent } from "node-ical";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { keyedAddress, keyOfAddress } from "../../functions/mail/reply-address.ts";
import { senderCheck } from "../../functions/mail/sender-check.ts";
import { firstEvent, utcMoment } from "../../functions/visits/calendar-lines.ts";
import { readReply } from "../../functions/visits/reply-reading.ts";
import { appleReply, googleReply, outlookReply, type ReplyWords } from "../support/calendar-replies.ts";

const PLACE = { replyAddress: "agenda@plein.example" };
const words = (fields: Partial<ReplyWords> = {}): ReplyWords => ({
  uid: "bezoekxxxxxxxxxxxxxx@wijkteamplein",
  sequence: 3,
  stamp: "20261124T090000Z",
  partstat: "ACCEPTED",
  attendee: "gast@proef.example",
  from: "gast@proef.example",
  to: "agenda+sleutel1@plein.example",
  ...fields,
});
const PROGRAMS = { outlookReply, googleReply, appleReply };

describe.each(Object.entries(PROGRAMS))("an answer as %s writes it", (_name, write) => {
  test.each([
    ["ACCEPTED", "accepted"],
    ["TENTATIVE", "tentative"],
    ["DECLINED", "declined"],
  ])("%s is read", async (partstat, status) => {
    const read = await readReply(write(words({ partstat })), PLACE);
    expect(read).toEqual({
      ok: true,
      reply: {
        key: "sleutel1",
        visitId: "bezoekxxxxxxxxxxxxxx",
        sequence: 3,
        stampedAt: Date.parse("2026-11-24T09:00:00Z"),
        email: "gast@proef.example",
        status,
      },
    });
  });

  test("a second parser reads the same from the fixture", async () => {
    const mail = await PostalMime.parse(write(words()), { attachmentEncoding: "utf8" });
    const part = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    expect(part?.method).toBe("REPLY");
    const parsed = Object.values(ical.sync.parseICS(String(part?.content)));
    const event = parsed.find((each) => each?.type === "VEVENT") as VEvent;
    const attendee = [event.attendee].flat()[0] as { val: string; params: { PARTSTAT: string } };
    expect(event.uid).toBe("bezoekxxxxxxxxxxxxxx@wijkteamplein");
    expect(Number(event.sequence)).toBe(3);
    expect(event.dtstamp?.toISOString()).toBe("2026-11-24T09:00:00.000Z");
    expect(attendee.val.toLowerCase()).toBe("mailto:gast@proef.example");
    expect(attendee.params.PARTSTAT).toBe("ACCEPTED");
  });

  test("every property of the event is read as a third parser reads it", async () => {
    const mail = await PostalMime.parse(write(words()), { attachmentEncoding: "utf8" });
    const content = String(mail.attachments[0]?.content);
    const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent");
    const names = event?.getAllProperties().map(({ name }) => name.toUpperCase());
    const lines = firstEvent(content)?.lines ?? [];
    expect(lines.map(({ name }) => name)).toEqual(names);
    const attendee = event?.getFirstProperty("attendee");
    const line = lines.find(({ name }) => name === "ATTENDEE");
    expect(line?.value).toBe(attendee?.getFirstValue());
    expect(line?.parameters.get("PARTSTAT")).toBe(attendee?.getFirstParameter("partstat"));
    expect(line?.parameters.get("CN")).toBe(attendee?.getFirstParameter("cn"));
  });

  test("capitals in addresses make no difference", async () => {
    const read = await readReply(
      write(words({ from: "Gast@Proef.Example", to: "Agenda+Sleutel1@plein.example" })),
      PLACE,
    );
    expect(read).toMatchObject({ ok: true, reply: { key: "sleutel1", email: "gast@proef.example" } });
  });

  test.each([
    ["sent on by somebody who answers for the attendee", { from: "ander@proef.example" }, "other_sender"],
    ["with an attendee that the sender is not", { attendee: "ander@proef.example" }, "other_sender"],
    ["without a key", { to: "agenda@plein.example" }, "no_key"],
    ["to another address", { to: "agenda+sleutel1@elders.example" }, "no_key"],
    ["about an event of somebody else", { uid: "040000008200E00074C5B7101A82E008" }, "no_answer"],
    ["that is an invitation", { method: "REQUEST" }, "no_answer"],
    ["that a calendar only received", { partstat: "NEEDS-ACTION" }, "no_answer"],
    ["with a sequence that is no number", { sequence: Number.NaN }, "no_answer"],
    ["that passes the question on", { partstat: "DELEGATED" }, "no_answer"],
  ])("one %s does not count", async (_what, fields, because) => {
    expect(await readReply(write(words(fields)), PLACE)).toEqual({ ok: false, because });
  });

  test("the key may come from the envelope, when a server rewrote the headers", async () => {
    const raw = write(words({ to: "agenda@plein.example" }));
    const read = await readReply(raw, { ...PLACE, envelopeTo: "agenda+sleutel2@plein.example" });
    expect(read).toMatchObject({ ok: true, reply: { key: "sleutel2" } });
  });
});

describe("where the receiving server checks senders", () => {
  const server = "Authentication-Results: mx.cloudflare.net;";
  test.each([
    ["nothing was written down", [], false],
    ["the policy of the domain holds", [`${server} dmarc=pass header.from=proef.example`], true],
    ["the policy of the domain fails", [`${server} dkim=none; dmarc=fail header.from=proef.example`], false],
    [
      "the policy that holds is of another domain",
      [`${server} dmarc=pass header.from=elders.example`],
      false,
    ],
    [
      "no policy, but a signature of the domain",
      [`${server} dkim=pass header.d=proef.example; dmarc=none`],
      true,
    ],
    [
      "no policy, and a signature of another",
      [`${server} dkim=pass header.d=elders.example; dmarc=none`],
      false,
    ],
    ["no policy, but the server of the domain", [`${server} spf=pass smtp.mailfrom=x@proef.example`], true],
    ["words in a comment", [`${server} spf=fail (dmarc=pass; header.from=proef.example)`], false],
    [
      "the sender wrote the good news himself, below",
      [`${server} dmarc=fail header.from=proef.example`, `${server} dmarc=pass header.from=proef.example`],
      false,
    ],
  ])("%s", async (_what, received, isKept) => {
    const read = await readReply(outlookReply(words({ received })), PLACE);
    expect(read.ok).toBe(isKept);
    if (!read.ok) expect(read.because).toBe("false_sender");
  });

  test("no word about the sender is no word against him, and not for him either", () => {
    expect(senderCheck([], "proef.example")).toBe("unknown");
  });
});

describe("what is no answer at all", () => {
  const text = (lines: string) => new TextEncoder().encode(lines.replaceAll("\n", "\r\n"));
  test.each([
    ["nothing", "", "no_calendar"],
    ["a letter", "From: a@b.example\nTo: agenda+x@plein.example\n\nDag, ik kom toch niet.", "no_calendar"],
    [
      "a broken calendar",
      "From: a@b.example\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID",
      "unreadable",
    ],
    [
      "a calendar without an event",
      "From: a@b.example\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n",
      "unreadable",
    ],
  ])("%s", async (_what, raw, because) => {
    expect(await readReply(text(raw), PLACE)).toEqual({ ok: false, because });
  });

  test("bytes without meaning do not break it", async () => {
    for (let seed = 1; seed < 40; seed += 1) {
      const noise = Uint8Array.from({ length: 400 }, (_, at) => (at * seed * 7919 + seed) % 256);
      expect((await readReply(noise, PLACE)).ok).toBe(false);
    }
  });
});

test("a key comes out of an address as it went in", () => {
  const keyed = keyedAddress("agenda@plein.example", "abc123");
  expect(keyed).toBe("agenda+abc123@plein.example");
  expect(keyOfAddress("agenda@plein.example", keyed)).toBe("abc123");
  for (const other of [
    "agenda@plein.example",
    "agenda+@plein.example",
    "x+abc@plein.example",
    "",
    "agenda+abc@x.example",
  ])
    expect(keyOfAddress("agenda@plein.example", other)).toBeNull();
});

describe("a calendar object", () => {
  const object = (...lines: string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
  test.each([
    ["nothing", ""],
    ["words", "Dag, ik kom."],
    ["an event that does not end", object("BEGIN:VEVENT", "UID:a")],
    ["parts that cross", object("BEGIN:VEVENT", "END:VCALENDAR", "END:VEVENT")],
    ["no event", object("METHOD:REPLY")],
    ["an event outside a calendar", "BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT"],
    ["a property before it begins", `UID:a\r\n${object("BEGIN:VEVENT", "END:VEVENT")}`],
    ["a parameter with half a quote", object("BEGIN:VEVENT", 'ATTENDEE;CN="a:b', "END:VEVENT")],
  ])("is not %s", (_what, content) => {
    expect(firstEvent(content)).toBeNull();
  });

  test("has an event whose alarm says nothing about it, and parameters with signs in them", () => {
    const event = firstEvent(
      object(
        "method:reply",
        "BEGIN:VEVENT",
        "UID:een",
        'ATTENDEE;CN="Vries; de: Jan";DELEGATED-TO="mailto:a@b.example","mailto:c@d.ex',
        ' ample";PARTSTAT=DECLINED:mailto:x@y.example',
        "BEGIN:VALARM",
        "UID:alarm",
        "END:VALARM",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:twee",
        "END:VEVENT",
      ),
    );
    expect(event?.method).toBe("REPLY");
    expect(event?.lines.filter(({ name }) => name === "UID").map(({ value }) => value)).toEqual(["een"]);
    const attendee = event?.lines.find(({ name }) => name === "ATTENDEE");
    expect(attendee?.value).toBe("mailto:x@y.example");
    expect(attendee?.parameters.get("CN")).toBe("Vries; de: Jan");
    expect(attendee?.parameters.get("PARTSTAT")).toBe("DECLINED");
  });

  test("is stamped in UTC or not at all", () => {
    expect(utcMoment("20261201T090000Z")).toBe(Date.parse("2026-12-01T09:00:00Z"));
    for (const text of ["20261201T090000", "20261301T090000Z", "20261201", "x"])
      expect(utcMoment(text)).toBeNull();
  });
});
