import type { Context } from "hono";
import type { NoticeKind } from "../../db/vocabulary.ts";
import type { Frame } from "../../web/frame.ts";
import { paths } from "../../web/paths.ts";
import type { ComposedMail } from "../../web/ui/mail.ts";
import { type VisitMailFacts, type VisitOccasion, visitMail } from "../../web/visits/emails.ts";
import type { Side } from "../../web/visits/moves.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { newId } from "../http/identifiers.ts";
import type { Message } from "../mail/port.ts";
import type { InvitationPerson } from "./invitation.ts";
import type { CalendarSender, Calendars } from "./visit-calendar.ts";

export interface Reader extends InvitationPerson {
  side: Side;
}

/** A visit as mail and calendar tell about it, after the move that they tell about. */
export interface ToldVisit {
  id: string;
  guestMemberName: string;
  hostMemberName: string | null;
  themeName: string;
  learningQuestion: string;
  seats: number;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  /** of the last invitation that left */
  calendarSequence: number;
}

/** From where mail is sent: what a request brings, and what the clock brings as well. */
export interface MailSite extends CalendarSender {
  /** public address without a slash at the end */
  origin: string;
  association: VisitMailFacts["association"];
  now: number;
}

export const siteOf = (c: Context<Env>, frame: Frame): MailSite => ({
  origin: siteAddress(c),
  association: frame.association,
  mailFrom: c.var.platform.settings.mailFrom,
  replyAddress: c.var.platform.settings.replyAddress,
  now: c.var.now,
});

/** What mail says about a visit, in a request. */
export const mailFacts = (c: Context<Env>, frame: Frame, visit: ToldVisit, note: string): VisitMailFacts =>
  factsFrom(siteOf(c, frame), visit, note);

/** What mail says about a visit, sent by the clock as well. */
export function factsFrom({ origin, association }: MailSite, visit: ToldVisit, note: string): VisitMailFacts {
  return {
    ...visit,
    guestName: visit.guestMemberName,
    hostName: visit.hostMemberName ?? "",
    note,
    url: `${origin}${paths.visit(visit.id)}`,
    association,
  };
}

/** A message about a visit; without a calendar object its reader chooses how it comes. */
export interface VisitMessage extends Message {
  kind: NoticeKind;
  url: string;
}

const ASKING: readonly VisitOccasion[] = ["request", "approval_request"];

/** The messages of one occasion, one a reader; each address once, with the calendar object that is for it. */
export function visitMessages(
  occasion: VisitOccasion,
  facts: VisitMailFacts,
  readers: readonly Reader[],
  calendars: Calendars | null,
): VisitMessage[] {
  const once = readers.filter(
    ({ email }, at) => readers.findIndex((reader) => reader.email === email) === at,
  );
  const kind = ASKING.includes(occasion) ? "visit_request" : "visit_move";
  return once.flatMap((reader) => {
    const mail = visitMail(occasion, facts, reader.side);
    const calendar = calendars?.get(reader.email) ?? null;
    return mail ? [{ id: newId(), to: reader.email, ...mail, calendar, kind, url: facts.url } as const] : [];
  });
}

/** The same mail for several readers, each address once. */
export function noticesTo(
  kind: NoticeKind,
  mail: ComposedMail,
  url: string,
  readers: readonly Reader[],
): VisitMessage[] {
  const addresses = [...new Set(readers.map(({ email }) => email))];
  return addresses.map((to) => ({ id: newId(), to, ...mail, calendar: null, kind, url }));
}
