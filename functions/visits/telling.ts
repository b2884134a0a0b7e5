import type { VisitState } from "../../db/visit-vocabulary.ts";
import type { VisitOccasion } from "../../web/visits/emails.ts";
import { type DueWork, eachInTurn } from "../http/due-work.ts";
import { mailAboutHandover } from "./handover-telling.ts";
import type { MailOfMove } from "./move-mail.ts";
import { participants } from "./move-plan.ts";
import { type ParticipantRow, readParticipants } from "./participant-queries.ts";
import { keepInvited } from "./participant-writes.ts";
import { invitedTo } from "./participants.ts";
import { promotion } from "./promotion.ts";
import { endWaiting, offersToPromote, takeEvent, type UntoldEvent, untoldEvents } from "./telling-queries.ts";
import { calendarSheet, calendarsFor, calendarVisit } from "./visit-calendar.ts";
import { factsFrom, type Reader, visitMessages } from "./visit-mail.ts";
import { type PersonRow, readGuestPerson, readHostPeople } from "./visit-people.ts";
import { queueAfter } from "./visit-writes.ts";

/** What to say about an event that nobody heard of yet, and what lands in or leaves the calendar with it. */
const OCCASIONS: Partial<
  Record<VisitState, { occasion: VisitOccasion; method: "REQUEST" | "CANCEL" | null }>
> = {
  waiting: { occasion: "queued", method: null },
  accepted: { occasion: "promotion", method: "REQUEST" },
  cancelled: { occasion: "cancellation", method: "CANCEL" },
  declined: { occasion: "decline", method: null },
};

/**
 * Keeps the waiting lists going: gives what came free without anybody looking, ends the waiting for days that have
 * come, and sends the mail about all that happened to several groups in one statement. Each event is taken and
 * told in one batch, so that two processes tell it once.
 */
export async function keepWaitingLists(work: DueWork): Promise<void> {
  // What stands still in one of these must not keep the others waiting.
  await eachInTurn([promoteAll, endAll, tellAll], (step) => step(work));
}

async function promoteAll({ db, now }: DueWork): Promise<void> {
  await eachInTurn(await offersToPromote(db, now), async ({ id }) => {
    const [first, second] = promotion(db, id, now);
    if (first && second) await db.batch([first, second]);
  });
}

const endAll = ({ db, now }: DueWork) => db.batch([...endWaiting(db, now)]);

async function tellAll(work: DueWork): Promise<void> {
  const { db, now } = work;
  await eachInTurn(await untoldEvents(db), async (event) => {
    const [guests, hosts, rows] = await db.batch([
      readGuestPerson(db, event.id),
      readHostPeople(db, event.id),
      readParticipants(db, event.id),
    ]);
    const { messages, invited } = mailAbout(work, event, guests, hosts, rows);
    await db.batch([
      takeEvent(db, event.id, event.eventRevision),
      ...keepInvited(db, event.id, invited, event.calendarSequence, now),
      ...messages.map((message) => queueAfter(db, message, now)),
    ]);
  });
}

/** The mail about one event. What has been overtaken by a later one was told by that one. */
function mailAbout(
  work: DueWork,
  event: UntoldEvent,
  guests: readonly PersonRow[],
  hosts: readonly PersonRow[],
  rows: readonly ParticipantRow[],
): MailOfMove {
  const news = OCCASIONS[event.eventState];
  if (event.revision !== event.eventRevision) return { messages: [], invited: [] };
  if (event.handedFrom) return mailAboutHandover(work, event, guests, hosts, rows);
  if (!news) return { messages: [], invited: [] };
  const { occasion, method } = news;
  const { origin, mailFrom, replyAddress, now } = work;
  const site = { origin, mailFrom, replyAddress, now, association: event.association };
  const facts = factsFrom(site, event, event.note);
  const both: Reader[] = participants(guests, hosts, null);
  const sheet = calendarSheet(event);
  const calendar = method && calendarVisit(facts, event, sheet, now);
  if (calendar) {
    const invited = invitedTo(both, [...guests, ...hosts], rows);
    const calendars = calendarsFor(site, calendar, invited, invited, method);
    const told = method === "REQUEST" ? { ...facts, sheet } : facts;
    const messages = visitMessages(occasion, told, invited, calendars);
    return { messages, invited: method === "REQUEST" ? invited : [] };
  }
  // A host declines or ends a day by himself: only the guest still has to hear it.
  const readers = occasion === "decline" ? both.filter(({ side }) => side === "guest") : both;
  return { messages: visitMessages(occasion, facts, readers, null), invited: [] };
}
