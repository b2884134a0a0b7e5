import type { Context } from "hono";
import type { NoticeKind } from "../../db/vocabulary.ts";
import type { Frame } from "../../web/frame.ts";
import { paths } from "../../web/paths.ts";
import type { ComposedMail } from "../../web/ui/mail.ts";
import {
  calendarWords,
  type VisitMailFacts,
  type VisitOccasion,
  visitMail,
} from "../../web/visits/emails.ts";
import type { Side } from "../../web/visits/moves.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { newId } from "../http/identifiers.ts";
import type { Message } from "../mail/port.ts";
import { calendarOf, type Invitation, type InvitationMethod, type InvitationPerson } from "./invitation.ts";

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
  practical: string | null;
  /** of the last invitation that left */
  calendarSequence: number;
}

/** From where mail is sent: what a request brings, and what the clock brings as well. */
export interface MailSite {
  /** public address without a slash at the end */
  origin: string;
  association: VisitMailFacts["association"];
  mailFrom: string;
  now: number;
}

const siteOf = (c: Context<Env>, frame: Frame): MailSite => ({
  origin: siteAddress(c),
  association: frame.association,
  mailFrom: c.var.platform.settings.mailFrom,
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

/** The calendar object of a visit that has a moment; null without one. */
export const visitCalendar = (
  c: Context<Env>,
  frame: Frame,
  visit: ToldVisit,
  people: readonly InvitationPerson[],
  method: InvitationMethod,
): string | null => calendarFrom(siteOf(c, frame), visit, people, method);

/** The same, sent by the clock as well. */
export function calendarFrom(
  site: MailSite,
  visit: ToldVisit,
  people: readonly InvitationPerson[],
  method: InvitationMethod,
): string | null {
  const { startsAt, endsAt } = visit;
  if (startsAt === null || endsAt === null) return null;
  const facts = factsFrom(site, visit, "");
  const invitation: Invitation = {
    visitId: visit.id,
    sequence: visit.calendarSequence,
    startsAt,
    endsAt,
    madeAt: site.now,
    location: visit.location,
    url: facts.url,
    ...calendarWords(facts, visit.practical ?? ""),
    organizer: { name: site.association.name, email: site.mailFrom },
    attendees: people,
  };
  return calendarOf(invitation, method);
}

/** A message about a visit; without a calendar object its reader chooses how it comes. */
export interface VisitMessage extends Message {
  kind: NoticeKind;
  url: string;
}

const ASKING: readonly VisitOccasion[] = ["request", "approval_request"];

/** The messages of one occasion, one a reader; each address once. */
export function visitMessages(
  occasion: VisitOccasion,
  facts: VisitMailFacts,
  readers: readonly Reader[],
  calendar: Message["calendar"],
): VisitMessage[] {
  const once = readers.filter(
    ({ email }, at) => readers.findIndex((reader) => reader.email === email) === at,
  );
  const kind = ASKING.includes(occasion) ? "visit_request" : "visit_move";
  return once.flatMap((reader) => {
    const mail = visitMail(occasion, facts, reader.side);
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
