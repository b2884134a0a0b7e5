import { sql } from "drizzle-orm";
import type { Context } from "hono";
import { signInMail } from "../../web/accounts/emails.ts";
import type { Env } from "../http/env.ts";
import { isId, newId } from "../http/identifiers.ts";
import { type Page, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { askingNetwork } from "./asking-network.ts";
import * as codes from "./code-queries.ts";
import { codeAddress } from "./mail-address.ts";
import { forgetOld, logBySession, openSession } from "./session-queries.ts";
import { newSession, type Session } from "./sign-in.tsx";
import { MOST_ATTEMPTS, newCode, requestToken, storedCode } from "./sign-in-code.ts";

/**
 * Mails a code when the address is somebody's; takes the same steps when it is not. Answers the secret for
 * the asking browser, or null when this address had all its codes of this hour from this network. A form that is sent again
 * after its code ended (with Back) is a new request, so its secret is a new one.
 */
export async function askCode(
  c: Context<Env>,
  { frame }: Page,
  email: string,
  formId: string,
): Promise<string | null> {
  const { db, now } = c.var;
  const code = newCode();
  const token = await requestToken(isId(formId) ? formId : newId(), email);
  const nextToken = await requestToken(newId(), email);
  const network = await askingNetwork(c);
  const stored = { ...(await storedCode(token, code)), email, network };
  const next = { ...(await storedCode(nextToken, code)), email, network };
  const mail = signInMail(frame.association, code, codeAddress(c, code));
  const message = { id: newId(), to: email, ...mail, calendar: null };
  const isSomebodys = sql`(${codes.codeIsForPerson(stored)} or ${codes.codeIsForPerson(next)})`;
  const [, , , , open] = await write(c, [
    codes.dropOldCodes(db, now),
    codes.addCode(db, stored, now),
    codes.addCode(db, next, now, codes.hasEnded(stored.id, now)),
    queueMail(db, message, now, isSomebodys),
    codes.openRequests(db, [stored.id, next.id], now),
  ]);
  if (open.some(({ id }) => id === next.id)) return nextToken;
  return open.length > 0 ? token : null;
}

/** A session for the right code; "wrong" when there are tries left, "ended" when only a new code helps. */
export async function tradeCode(
  c: Context<Env>,
  token: string | undefined,
  code: string,
): Promise<Session | "wrong" | "ended"> {
  if (!token) return "ended";
  const { db, now } = c.var;
  const stored = await storedCode(token, code);
  const session = await newSession();
  const [tried, opened] = await write(c, [
    codes.tryCode(db, stored, now),
    openSession(db, session.id, codes.personOfCode(stored), now),
    logBySession(db, session.id, "signed_in", now),
    ...forgetOld(db, now),
  ]);
  if (opened.length > 0) return session;
  return tried[0] && tried[0].attempts < MOST_ATTEMPTS ? "wrong" : "ended";
}
