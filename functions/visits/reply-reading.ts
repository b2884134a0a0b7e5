import PostalMime, { type Email } from "postal-mime";
import type { Participation } from "../../db/visit-vocabulary.ts";
import { keyOfAddress } from "../mail/reply-address.ts";
import { senderCheck } from "../mail/sender-check.ts";
import { type CalendarEvent, firstEvent, utcMoment } from "./calendar-lines.ts";
import { visitOfUid } from "./invitation.ts";

/** What somebody's calendar answered to an invitation of ours. */
export interface CalendarReply {
  /** from the address it was sent to: only who got that invitation has it */
  key: string;
  visitId: string;
  /** of the invitation that it answers */
  sequence: number;
  /** when the answer was given, by its own calendar */
  stampedAt: number;
  /** address in From, in lower case; the same as that of the attendee */
  email: string;
  status: Exclude<Participation, "needs_action">;
}

/** Why a message is no answer that counts. */
export type NoReply = "unreadable" | "no_calendar" | "no_answer" | "no_key" | "other_sender" | "false_sender";

export type ReadReply = { ok: true; reply: CalendarReply } | { ok: false; because: NoReply };

export interface ReplyPlace {
  /** the address without a key that answers come in at */
  replyAddress: string;
  /** to whom the message was handed over, where the receiving server says so */
  envelopeTo?: string | undefined;
}

const STATUSES: Readonly<Record<string, CalendarReply["status"]>> = {
  ACCEPTED: "accepted",
  TENTATIVE: "tentative",
  DECLINED: "declined",
};

const no = (because: NoReply): ReadReply => ({ ok: false, because });

/**
 * Reads the answer of a calendar (RFC 5546, 3.2.3) from a message as it came in. It counts only when From, the
 * attendee and the key of the invitation go together: who was forwarded an invitation holds the key, but is not
 * that attendee. So the receiving server must have checked From: without its word nothing is believed.
 */
export async function readReply(raw: Uint8Array, place: ReplyPlace): Promise<ReadReply> {
  // What comes in by mail is anything at all, and the parser throws on what it cannot read.
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "utf8" }).catch(() => null);
  if (!mail) return no("unreadable");
  const content = calendarIn(mail);
  if (content === null) return no("no_calendar");
  const event = eventIn(content);
  if (event === "unreadable" || event === "no_answer") return no(event);
  const key = keyIn(mail, event.organizer, place);
  if (!key) return no("no_key");
  const email = mail.from?.address?.toLowerCase() ?? "";
  const attendee = event.attendees.find((each) => each.email === email);
  if (!attendee) return no("other_sender");
  const status = STATUSES[attendee.partstat];
  if (!status) return no("no_answer");
  if (senderCheck(mail.headers, email.split("@")[1] ?? "") !== "real") return no("false_sender");
  const { visitId, sequence, stampedAt } = event;
  return { ok: true, reply: { key, visitId, sequence, stampedAt, email, status } };
}

function calendarIn({ attachments }: Email): string | null {
  const part = attachments.find(
    ({ mimeType }) => mimeType === "text/calendar" || mimeType === "application/ics",
  );
  return typeof part?.content === "string" ? part.content : null;
}

const addressOf = (value: string): string =>
  value
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();

const valueIn = (event: CalendarEvent | null, name: string): string =>
  event?.lines.find((line) => line.name === name)?.value.trim() ?? "";

function eventIn(content: string) {
  const event = firstEvent(content);
  if (!event) return "unreadable";
  const visitId = visitOfUid(valueIn(event, "UID"));
  const stampedAt = utcMoment(valueIn(event, "DTSTAMP"));
  // An answer to one day of a series cannot be about a visit of ours.
  const isSeries = valueIn(event, "RECURRENCE-ID") !== "";
  // Left out it means 0 (RFC 5545, 3.8.7.4).
  const sequence = valueIn(event, "SEQUENCE") || "0";
  if (!/^\d{1,9}$/.test(sequence)) return "no_answer";
  if (!visitId || event.method !== "REPLY" || stampedAt === null || isSeries) return "no_answer";
  return {
    visitId,
    stampedAt,
    sequence: Number(sequence),
    organizer: addressOf(valueIn(event, "ORGANIZER")),
    attendees: event.lines
      .filter(({ name }) => name === "ATTENDEE")
      .map(({ value, parameters }) => ({
        email: addressOf(value),
        partstat: (parameters.get("PARTSTAT") ?? "").toUpperCase(),
      })),
  };
}

/** The key, from the envelope, the headers that say for whom a message is, or the organiser it answers to. */
function keyIn(mail: Email, organizer: string, { replyAddress, envelopeTo }: ReplyPlace): string | null {
  const addresses = [
    envelopeTo,
    mail.deliveredTo,
    ...(mail.to ?? []).map(({ address }) => address),
    ...mail.headers.filter(({ key }) => key === "x-original-to").map(({ value }) => value),
    organizer,
  ];
  for (const address of addresses) {
    const key = keyOfAddress(replyAddress, (address ?? "").replace(/^<|>$/g, ""));
    if (key) return key;
  }
  return null;
}
