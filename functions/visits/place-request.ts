import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import type { VisitState } from "../../db/visit-vocabulary.ts";
import { type RequestForm, requestContract } from "../../web/visits/request-contract.ts";
import type { Env } from "../http/env.ts";
import { parseForm, type Typed } from "../http/form.ts";
import { type Page, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { firstState } from "./lifecycle.ts";
import { promotion } from "./promotion.ts";
import { mailFacts, type Reader, visitMessages } from "./visit-mail.ts";
import type { PersonRow } from "./visit-people.ts";
import { appendEvent, insertVisit, queueAfter, readStanding, type Standing } from "./visit-writes.ts";

/** What a request needs to know of the offer that it is made to. */
interface AskedOffer {
  id: string;
  memberId: string;
  memberName: string;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  needsApproval: boolean;
  seats: number;
  taken: number;
}

interface RequestPage extends Page {
  hosts: readonly PersonRow[];
  /** who must approve before it leaves; nobody where the organisation does not ask that */
  approvers: readonly PersonRow[];
  themes: readonly { id: string; name: string }[];
}

/**
 * Writes the request with its history and mail, and answers its state at the end of that one batch; null when the
 * offer closed meanwhile. Who approves for the organisation need not ask himself.
 */
export async function placeRequest(
  c: Context<Env>,
  page: RequestPage,
  { personId, member }: Viewer & { member: NonNullable<Viewer["member"]> },
  offer: AskedOffer | null,
  id: string,
  form: RequestForm,
  /** what else happens with it, as far as the request is really there */
  alongside: readonly Statement[] = [],
): Promise<VisitState | null> {
  const { db, now } = c.var;
  const asksApproval = page.approvers.length > 0 && !page.approvers.some((each) => each.id === personId);
  const state = asksApproval ? "awaiting_approval" : firstState(offer);
  const told = {
    id,
    guestMemberName: member.memberName,
    hostMemberName: offer?.memberName ?? null,
    themeName: page.themes.find((theme) => theme.id === form.thema)?.name ?? "",
    learningQuestion: form.leervraag,
    seats: form.aantal,
    startsAt: offer?.startsAt ?? null,
    endsAt: offer?.endsAt ?? null,
    location: offer?.location ?? "",
    calendarSequence: 0,
  };
  const facts = mailFacts(c, page.frame, told, "");
  const to = (side: Reader["side"], people: readonly PersonRow[]) =>
    people.map((each) => ({ side, ...each }));
  const messages = asksApproval
    ? visitMessages("approval_request", facts, to("guest", page.approvers), null)
    : visitMessages("request", facts, state === "requested" ? to("host", page.hosts) : [], null);
  const rows = await write(c, [
    insertVisit(db, {
      ...{ id, form, themeId: form.thema, guestMemberId: member.memberId, personId, offer, now, state },
      // A place that comes by itself needs a face too: the first of the hosts, as in the mail.
      hostPersonId: state === "waiting" ? (page.hosts[0]?.id ?? null) : null,
    }),
    appendEvent(db, id, personId, "", now),
    ...messages.map((message) => queueAfter(db, message, now)),
    // Who comes in line may have a place at once; only after this it is known how the request stands.
    ...promotion(db, state === "waiting" && offer ? offer.id : null, now),
    ...alongside,
    readStanding(db, id),
  ]);
  const [standing] = rows.at(-1) as Standing[];
  return standing?.state ?? null;
}

/** The word of the notice that tells how a request stands now. */
export function noticeOfRequest(state: VisitState): string {
  const words: Partial<Record<VisitState, string>> = {
    awaiting_approval: "wacht-op-akkoord",
    open: "vraag-geplaatst",
    waiting: "wachtlijst",
    accepted: "plek-gekregen",
  };
  return words[state] ?? "aangevraagd";
}

/** Reads the form of a request. A group larger than the day, or than what is left without a waiting list, never fits. */
export function readRequest(
  typed: Typed,
  themes: readonly { id: string }[],
  offer: Pick<AskedOffer, "seats" | "taken" | "startsAt"> | null,
) {
  const read = parseForm(requestContract, typed);
  if (!read.ok) return read;
  const { thema, aantal } = read.value;
  const errors: Record<string, string> = {};
  if (!themes.some(({ id }) => id === thema)) errors.thema = "Kies een thema uit de lijst.";
  if (offer && offer.startsAt !== null && aantal > offer.seats)
    errors.aantal = `Kom met minder mensen: op deze dag is plek voor ${offer.seats}.`;
  const left = offer ? offer.seats - offer.taken : aantal;
  if (offer?.startsAt === null && aantal > left)
    errors.aantal = `Kom met minder mensen: er zijn nog ${left} plekken vrij.`;
  return Object.keys(errors).length > 0 ? { ok: false as const, errors, typed } : read;
}
