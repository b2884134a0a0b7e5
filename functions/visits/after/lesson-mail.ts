import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import type { Frame } from "../../../web/frame.ts";
import { type LessonOccasion, lessonMail } from "../../../web/visits/after/emails.ts";
import { newId } from "../../http/identifiers.ts";
import { queueNotice } from "../../mail/notice.ts";

interface ToldLesson {
  guestMemberName: string;
  hostMemberName: string | null;
  title: string;
  reason: string;
  url: string;
}

/** The notices about a lesson, one a reader; they belong right after the guarded write in its batch. */
export function lessonNotices(
  db: Database,
  occasion: LessonOccasion,
  lesson: ToldLesson,
  readers: readonly { email: string }[],
  association: Frame["association"],
  now: number,
) {
  const mail = lessonMail(occasion, {
    guestName: lesson.guestMemberName,
    hostName: lesson.hostMemberName ?? "",
    title: lesson.title,
    reason: lesson.reason,
    url: lesson.url,
    association,
  });
  const addresses = [...new Set(readers.map(({ email }) => email))];
  return addresses.map((to) =>
    queueNotice(db, { id: newId(), to, kind: "after_visit", mail, url: lesson.url }, now, sql`changes() > 0`),
  );
}
