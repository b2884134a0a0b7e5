import type { Context } from "hono";
import { paths } from "../../web/paths.ts";
import type { AssignmentForm } from "../../web/questionnaires/assignment-contract.ts";
import { assignedMail, assignmentReminderMail } from "../../web/questionnaires/assignment-emails.ts";
import { addColleague } from "../accounts/colleague-queries.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { isId, newId } from "../http/identifiers.ts";
import { write } from "../http/page.ts";
import { queueNotice } from "../mail/notice.ts";
import * as assignments from "./assignment-queries.ts";
import { type AssignmentRead, keyOf } from "./assignment-reading.tsx";
import { mayReadAnswers } from "./policy.ts";

interface Key {
  id: string;
  gezien: string;
}
/** Writes once; the word for the page that follows, or null when somebody else was first. */
export type Handing = (c: Context<Env>, read: AssignmentRead, form: Key) => Promise<string | null>;

/** Who hands the last section back, and has no other right here, reads no more of it. */
export const HANDED_BACK = "teruggegeven";

interface Receiver {
  id: string;
  name: string;
  email: string;
}

/** Who gets the section: a colleague, who has the typed address already, or a new person. */
function receiverOf({ colleagues, known }: AssignmentRead, form: AssignmentForm): Receiver | undefined {
  if (form.collega) return colleagues.find(({ id }) => id === form.collega);
  return known ?? { id: isId(form.id) ? form.id : newId(), name: form.naam, email: form.email };
}

/** Gives a section away: the person if new, the assignment, the log and the mail in one batch. */
export async function giveAway(
  c: Context<Env>,
  read: AssignmentRead,
  form: AssignmentForm,
): Promise<string | null> {
  const { db, now } = c.var;
  const { viewer } = read;
  const key = keyOf(read, Number(form.gezien));
  const receiver = receiverOf(read, form);
  if (!key || !viewer || !receiver) return null;
  const by = viewer.personId;
  const given = {
    ...key,
    personId: receiver.id,
    by,
    message: form.bericht,
    dueOn: form.voor || null,
  };
  const asSeen = assignments.isAsSeen(key);
  const colleague = { ...receiver, memberId: key.memberId };
  const isOwn = receiver.id === by;
  const told = { ...words(read, receiver), message: form.bericht, dueOn: form.voor || closing(read) };
  const mail = assignedMail(told, sectionUrl(c));
  const rows = await write(c, [
    ...addColleague(db, colleague, by, now, asSeen),
    assignments.assign(db, given, now),
    assignments.assignmentLogged(db, key, { by, action: "section_assigned", subject: subjectOf(read) }, now),
    ...(isOwn
      ? []
      : [
          queueNotice(
            db,
            { id: noticeId(form), to: receiver.email, kind: "section_work", mail, url: sectionUrl(c) },
            now,
            assignments.assignedNow(given, now),
          ),
        ]),
    assignments.assignmentAfter(db, key),
  ]);
  const after = rows.at(-1) as { personId: string; by: string | null }[];
  // A second click finds its own colleague there; anybody else was given the section by somebody else.
  const isGiven = after[0]?.personId === receiver.id && after[0]?.by === by;
  return isGiven ? (isOwn ? "eigen" : "gegeven") : null;
}

/** Takes the section back, or hands it back. */
export const takeBack: Handing = async (c, read, form) => {
  const { db, now } = c.var;
  const key = keyOf(read, Number(form.gezien));
  if (!key || !read.viewer) return null;
  const by = read.viewer.personId;
  const [, , after] = await write(c, [
    assignments.unassign(db, key),
    assignments.assignmentLogged(
      db,
      key,
      { by, action: "section_unassigned", subject: subjectOf(read) },
      now,
    ),
    assignments.assignmentAfter(db, key),
  ]);
  if (after.length > 0) return null;
  return mayReadAnswers(read.viewer, read.round).may ? "terug" : HANDED_BACK;
};

/** Sends the one reminder. */
export const remind: Handing = async (c, read, form) => {
  const { db, now } = c.var;
  const key = keyOf(read, Number(form.gezien));
  const { assignment, viewer } = read;
  if (!key || !viewer || !assignment) return null;
  const receiver = { id: assignment.personId, name: assignment.personName, email: assignment.email };
  const told = { ...words(read, receiver), message: "", dueOn: assignment.dueOn ?? closing(read) };
  const mail = assignmentReminderMail(told, sectionUrl(c));
  const [noted] = await write(c, [
    assignments.noteReminder(db, key, now),
    queueNotice(
      db,
      { id: noticeId(form), to: receiver.email, kind: "section_work", mail, url: sectionUrl(c) },
      now,
      assignments.justChanged,
    ),
  ]);
  return noted.length > 0 ? "herinnerd" : null;
};

const noticeId = ({ id }: Key): string => (isId(id) ? id : newId());
const closing = ({ round }: AssignmentRead): string => round?.closesOn ?? "";
const subjectOf = ({ round, section }: AssignmentRead): string => `${round?.year}/${section?.id}`;

/** The section for who fills it in, in full. */
const sectionUrl = (c: Context<Env>): string =>
  `${siteAddress(c)}${paths.questionnaireSection(c.req.param("year") ?? "", c.req.param("position") ?? "")}`;

const words = ({ viewer, frame, round, section }: AssignmentRead, { name, email }: Receiver) => ({
  name,
  email,
  memberName: viewer?.member?.memberName ?? "",
  by: viewer?.name ?? "",
  year: round?.year ?? 0,
  title: round?.title ?? "",
  section: section?.title ?? "",
  items: section?.items ?? 0,
  minutes: section?.minutes ?? 0,
  association: frame.association,
});
