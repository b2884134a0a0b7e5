import type { Context } from "hono";
import { paths } from "../../web/paths.ts";
import type { AudienceLine } from "../../web/questionnaires/round-audience-table.tsx";
import { RoundMessagePage } from "../../web/questionnaires/round-message-page.tsx";
import { proposedText, roundMail } from "../../web/questionnaires/round-message-words.ts";
import { dayInAmsterdam, formatDate } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import { pageOf, pagesFor } from "../accounts/paging.ts";
import type { Env } from "../http/env.ts";
import type { Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import { type AudienceRow, audienceOf } from "./round-audience.ts";
import { mayStepMessage } from "./round-message-policy.ts";
import { type MessageRow, messageOf, recipientsOf } from "./round-message-queries.ts";
import { readRunRound } from "./round-queries.ts";

export const yearOf = (c: Context<Env>): number => {
  const typed = c.req.param("jaar") ?? "";
  return /^\d{4}$/.test(typed) ? Number(typed) : 0;
};

/** A message with its round, who has it, and whom it would reach now; one round trip. */
export async function readMessage(c: Context<Env>) {
  const [year, id] = [yearOf(c), c.req.param("id") ?? ""];
  const today = dayInAmsterdam(c.var.now);
  const { rows, ...page } = await readPage(c, (db) => [
    readRunRound(db, year),
    messageOf(db, year, id),
    recipientsOf(db, year, id),
    // Whether it is meant for a member follows below, from the kind that the message has.
    audienceOf(db, year, "reminder", today),
  ]);
  const [[round], [message], recipients, audience] = rows;
  return { ...page, round, message, recipients, audience };
}
export type MessageReading = Awaited<ReturnType<typeof readMessage>>;

const linesOf = (rows: readonly AudienceRow[], kind: string): AudienceLine[] =>
  rows.map(({ isWanted, people, ...row }) => ({
    ...row,
    isWanted: kind === "invitation" || Boolean(isWanted),
    people: JSON.parse(people) as string[],
  }));

/** The mail of a message as one organisation reads it; null when the round has no members. */
export function previewOf(
  c: Context<Env>,
  reading: MessageReading,
  words: { subject: string; text: string },
) {
  const { audience, round, frame } = reading;
  const row = audience.find(({ memberId }) => memberId === c.req.query("lid")) ?? audience[0];
  if (!row || !round) return null;
  const lastDay = row.until && row.until > row.closesOn ? row.until : row.closesOn;
  const link = `${siteAddress(c)}${paths.questionnaire(round.year)}`;
  const values = { organisatie: row.memberName, sluitdatum: formatDate(lastDay), link };
  return { memberId: row.memberId, mail: roundMail(frame.association, words, values) };
}

const MEMBERS_A_PAGE = 60;

function partOf(c: Context<Env>, lines: readonly AudienceLine[]) {
  const page = pageOf(c.req.query("pagina"));
  const from = (page - 1) * MEMBERS_A_PAGE;
  return {
    lines: lines.slice(from, from + MEMBERS_A_PAGE),
    page,
    pages: pagesFor(lines.length, MEMBERS_A_PAGE),
  };
}

interface Told {
  typed?: Typed;
  errors?: FieldErrors;
  stale?: string | undefined;
  notice?: string | undefined;
}

/** The page of a message, or of a new one, with what was typed when something was wrong. */
export function showMessage(
  c: Context<Env>,
  reading: MessageReading,
  told: Told = {},
  status: 200 | 409 | 422 = 200,
) {
  const { viewer, frame, round, message, audience } = reading;
  const year = round?.year ?? 0;
  const words = told.stale || !told.typed ? storedWords(year, message) : typedWords(told.typed);
  const lines = linesOf(audience, words.soort);
  const may = (step: "change" | "plan" | "cancel") => mayStepMessage(viewer, round, message, step).may;
  return show(
    c,
    <RoundMessagePage
      {...{ frame, year, words }}
      {...told}
      message={message ?? null}
      may={{ change: !message || may("change"), plan: may("plan"), cancel: may("cancel") }}
      preview={message ? previewOf(c, reading, message) : null}
      testId={newId()}
      audience={{
        ...partOf(c, lines),
        wanted: lines.filter(({ isWanted }) => isWanted).length,
        members: audience.map(({ memberId, memberName }) => ({ id: memberId, name: memberName })),
      }}
      recipients={reading.recipients}
    />,
    status,
  );
}

function storedWords(year: number, message: MessageRow | undefined) {
  if (!message)
    return {
      id: newId(),
      soort: "reminder",
      dag: "",
      onderwerp: proposedText("reminder", year).subject,
      tekst: proposedText("reminder", year).text,
    };
  const { id, kind, subject, text, scheduledOn } = message;
  return { id, soort: kind, onderwerp: subject, tekst: text, dag: scheduledOn };
}

function typedWords(typed: Typed) {
  const first = (name: string) => typed[name]?.[0] ?? "";
  const [id, soort, onderwerp, tekst, dag] = ["id", "soort", "onderwerp", "tekst", "dag"].map(first);
  return { id, soort, onderwerp, tekst, dag } as ReturnType<typeof storedWords>;
}
