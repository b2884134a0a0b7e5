import { AGREED_STATES, type VisitState } from "../../db/visit-vocabulary.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import { PROFILE_FIELD_LABELS } from "../../web/members/labels.ts";
import { paths } from "../../web/paths.ts";
import { countOf, daysUntil, formatDate, formatDaysUntil, formatList } from "../../web/ui/dutch.ts";
import type { Waiting } from "../../web/ui/wait-list.tsx";
import type { Viewer } from "../http/session.ts";

export interface RoundRow {
  year: number;
  closesOn: string;
  state: "in_progress" | "ready" | "signed" | "superseded" | null;
  version: number | null;
  sections: number;
  sectionsDone: number;
  minutesLeft: number;
}
export interface VisitRow {
  id: string;
  state: VisitState;
  seats: number;
  startsAt: number | null;
  period: string;
  guestName: string;
  hostName: string | null;
  isHost: boolean;
  learningQuestion: string;
  createdAt: number;
}
export interface StaleRow {
  field: ProfileField;
  referenceOn: string;
  memberSlug: string;
}
export interface ProgressRow {
  year: number;
  closesOn: string;
  begun: number;
  signed: number;
  members: number;
}

/** All that may wait for somebody; each kind is shown only to who can do something about it. */
export interface WaitingRows {
  rounds: RoundRow[];
  visits: VisitRow[];
  stale: StaleRow[];
  progress: ProgressRow[];
  failedMail: number;
}

/** Visits of this person's organisation that are agreed on and lie ahead, the nearest first. */
export function agreedVisits(visits: VisitRow[], now: number): Waiting[] {
  return visits
    .flatMap((visit) =>
      AGREED_STATES.some((state) => state === visit.state) && visit.startsAt
        ? [{ ...visit, startsAt: visit.startsAt }]
        : [],
    )
    .filter((visit) => visit.startsAt > now)
    .sort((a, b) => a.startsAt - b.startsAt)
    .map((visit) => ({
      badge: { kind: "green", label: visit.isHost ? "ontvangst" : "bezoek" },
      href: paths.visit(visit.id),
      label: visit.isHost
        ? `Bezoek van ${visit.guestName}`
        : `Bezoek aan ${visit.hostName ?? "een ander team"}`,
      hint: `${formatDate(visit.startsAt)}, ${formatDaysUntil(visit.startsAt, now)}. ${countOf(visit.seats, "persoon", "personen")}.`,
    }));
}

/** A line with the moment by which it is ordered. */
export type Dated = Waiting & { due: number };

/**
 * What waits for this person, first what is due first: what to do, how far it is, how long it takes. `more`:
 * lines that have a file of their own.
 */
export function waitingFor(
  viewer: Viewer,
  rows: WaitingRows,
  now: number,
  more: readonly Dated[] = [],
): Waiting[] {
  const roles = new Set(viewer.member?.roles);
  const staff = new Set(viewer.associationRoles);
  const newestRounds = [...new Map(rows.rounds.toReversed().map((round) => [round.year, round])).values()];
  const all: Dated[] = [
    ...newestRounds.flatMap((round) => roundLines(round, roles.has("editor"), roles.has("signatory"), now)),
    ...rows.visits.flatMap((visit) => visitLine(visit, roles.has("host"))),
    ...(roles.has("editor") ? staleLine(rows.stale, now) : []),
    ...(staff.size > 0 ? rows.progress.map((round) => progressLine(round, now)) : []),
    ...more,
    ...(staff.has("bureau") && rows.failedMail > 0 ? [failedMailLine(rows.failedMail, now)] : []),
  ];
  return all.sort((a, b) => a.due - b.due).map(({ due: _, ...line }) => line);
}

function roundLines(round: RoundRow, isEditor: boolean, isSignatory: boolean, now: number): Dated[] {
  const due = Date.parse(round.closesOn);
  const badge = { kind: "brick", label: "vragenlijst" } as const;
  const closes =
    daysUntil(round.closesOn, now) < 0
      ? `Sloot op ${formatDate(round.closesOn)}. Late antwoorden zijn welkom.`
      : `Sluit op ${formatDate(round.closesOn)}, ${formatDaysUntil(round.closesOn, now)}.`;
  if (round.state === "ready" && isSignatory)
    return [
      {
        due,
        badge,
        href: paths.questionnaireCheck(round.year),
        label: `Vragenlijst ${round.year} ondertekenen`,
        hint: `Alle antwoorden staan klaar. ${closes} Ongeveer 10 minuten.`,
      },
    ];
  if (!isEditor || round.state === "ready" || round.state === "signed") return [];
  const left = round.sections - round.sectionsDone;
  if (round.state === "in_progress" && left === 0)
    return [
      {
        due,
        badge,
        href: paths.questionnaireCheck(round.year),
        label: `Vragenlijst ${round.year} nakijken en laten ondertekenen`,
        hint: `Alle secties zijn klaar. ${closes} Ongeveer 5 minuten.`,
      },
    ];
  return [
    {
      due,
      badge,
      href: paths.questionnaire(round.year),
      label: `Vragenlijst ${round.year} ${round.state === null ? "beginnen" : "verder invullen"}`,
      hint: `${round.sectionsDone} van ${round.sections} secties klaar. ${closes} Ongeveer ${countOf(round.minutesLeft, "minuut", "minuten")}.`,
    },
  ];
}

function visitLine(visit: VisitRow, isHost: boolean): Dated[] {
  const badge = { kind: "green", label: "werkbezoek" } as const;
  const href = paths.visit(visit.id);
  const people = countOf(visit.seats, "persoon", "personen");
  if (visit.state === "requested" && visit.isHost && isHost)
    return [
      {
        due: visit.createdAt + 7 * 86_400_000,
        badge,
        href,
        label: `Aanvraag van ${visit.guestName} beantwoorden`,
        hint: `${shortened(visit.learningQuestion)} ${people}${visit.period ? `, ${visit.period}` : ""}. Ongeveer 3 minuten.`,
      },
    ];
  if (visit.state === "moved" && !visit.isHost)
    return [
      {
        due: visit.startsAt ?? visit.createdAt,
        badge,
        href,
        label: `Nieuwe dag van ${visit.hostName ?? "de gastheer"} bevestigen`,
        hint: `${visit.startsAt ? `Het bezoek is nu op ${formatDate(visit.startsAt)}. ` : ""}Ongeveer 1 minuut.`,
      },
    ];
  if (visit.state === "counter_proposed" && !visit.isHost)
    return [
      {
        due: visit.createdAt + 7 * 86_400_000,
        badge,
        href,
        label: `Datumvoorstel van ${visit.hostName ?? "de gastheer"} bekijken`,
        hint: `${visit.startsAt ? `Voorstel: ${formatDate(visit.startsAt)}. ` : ""}Ongeveer 2 minuten.`,
      },
    ];
  return [];
}

function staleLine(stale: StaleRow[], now: number): Dated[] {
  const oldest = stale[0];
  if (!oldest) return [];
  const names = stale.map((row) => PROFILE_FIELD_LABELS[row.field].subject);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} andere gegevens`] : names;
  return [
    {
      due: now + 30 * 86_400_000,
      badge: { kind: "neutral", label: "profiel" },
      href: paths.memberProfile(oldest.memberSlug),
      label: `Klopt dit nog: ${formatList(shown)}?`,
      hint: `Langer dan een jaar geleden bevestigd. Ongeveer ${countOf(Math.ceil(stale.length / 2), "minuut", "minuten")}.`,
    },
  ];
}

function progressLine(round: ProgressRow, now: number): Dated {
  return {
    due: Date.parse(round.closesOn),
    badge: { kind: "blue", label: "respons" },
    href: paths.responseBoard(round.year),
    label: `Respons van ${round.year} volgen`,
    hint: `${round.signed} van ${round.members} leden hebben ondertekend, ${round.begun - round.signed === 1 ? "1 is" : `${round.begun - round.signed} zijn`} bezig. ${daysUntil(round.closesOn, now) < 0 ? "Sloot" : "Sluit"} ${formatDaysUntil(round.closesOn, now)}.`,
  };
}

function failedMailLine(failed: number, now: number): Dated {
  return {
    due: now,
    badge: { kind: "brick", label: "mail" },
    href: paths.bureau(),
    label: `${countOf(failed, "bericht", "berichten")} niet bezorgd`,
    hint: "Controleer de adressen. Ongeveer 5 minuten.",
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const whole = line.length <= 90 ? line : `${line.slice(0, 88).replace(/\s\S*$/, "")} …`;
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`;
}
