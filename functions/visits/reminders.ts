import type { Database, Statements } from "../../db/client.ts";
import type { Reminder } from "../../db/visit-vocabulary.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { reminderMail } from "../../web/visits/calendar-emails.ts";
import { type DueTask, eachInTurn } from "../http/due-work.ts";
import { newId } from "../http/identifiers.ts";
import { queueNotice } from "../mail/notice.ts";
import { goingTo } from "./going.ts";
import { readParticipants } from "./participant-queries.ts";
import type { Invited } from "./participants.ts";
import { dueReminder } from "./reminder-moments.ts";
import { type ComingVisit, comingVisits, notedBy, noteReminder } from "./reminder-queries.ts";
import { calendarSheet } from "./visit-calendar.ts";
import { readGuestPerson, readHostPeople } from "./visit-people.ts";

/** One run stays short; the rest waits for the next minute. */
const MOST_A_RUN = 20;

/**
 * Reminds both sides of a visit a week and a day before, with all that is good to know. The note that it left and
 * the mail are one batch for each visit, so that two runs at once send one reminder.
 */
export const remindOfVisits: DueTask = async ({ db, now, origin }) => {
  const due = (await comingVisits(db, now))
    .flatMap((visit) => {
      const kind = dueReminder(visit, visit.sent.split(",") as Reminder[], now);
      return kind ? [{ visit, kind }] : [];
    })
    .slice(0, MOST_A_RUN);
  await eachInTurn(due, async ({ visit, kind }) => {
    const going = await remindedOf(db, visit);
    const runId = newId();
    const statements: Statements = [
      noteReminder(db, visit, kind, runId, now),
      ...going.map((reader) =>
        queueNotice(
          db,
          { id: newId(), ...noticeOf(visit, kind, reader, going, origin) },
          now,
          notedBy(runId),
        ),
      ),
    ];
    await db.batch([...statements] as [Statements[0]]);
  });
};

/** Who comes and who receives; who said no in the calendar comes no more, unless that person agreed on the visit. */
async function remindedOf(db: Database, { id }: ComingVisit): Promise<Invited[]> {
  const [guests, hosts, rows] = await db.batch([
    readGuestPerson(db, id),
    readHostPeople(db, id),
    readParticipants(db, id),
  ]);
  return goingTo({ guests, hosts, participants: rows }).filter(
    ({ isMain, status }) => isMain || status !== "declined",
  );
}

function noticeOf(
  visit: ComingVisit,
  kind: Reminder,
  reader: Invited,
  going: readonly Invited[],
  origin: string,
) {
  const { side, name, email } = reader;
  const path = side === "host" ? paths.hostDay(dayInAmsterdam(visit.startsAt)) : paths.visit(visit.id);
  const url = `${origin}${path}`;
  const words = { ...visit, name, side, sheet: calendarSheet(visit), going };
  return { to: email, kind: "visit_reminder" as const, url, mail: reminderMail(kind, words, url) };
}
