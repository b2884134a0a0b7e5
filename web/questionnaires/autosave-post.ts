import type { Entries, Kept, Reply } from "./autosave-outbox.ts";
import type { ChoiceReply, ErrorsReply, MessageReply, SavedReply } from "./autosave-reply.ts";
import { guardFieldNames } from "./guard-fields.ts";

/** What the server said, or that it said nothing. */
export type Answer = Reply &
  Partial<SavedReply> &
  Partial<ChoiceReply> &
  Partial<ErrorsReply> &
  Partial<MessageReply>;

const GIVE_UP_MS = 15_000;
/** Browsers let no more than 64 KB outlive its page. */
const OUTLIVES_PAGE_BYTES = 60_000;

/** What a status means for what was sent. A page where an answer was expected says nothing. */
function kindOf(status: number, said: Partial<Answer>): Reply["kind"] {
  if (status === 200 && said.revision !== undefined) return "saved";
  if (said.choice || said.errors) return "refused";
  return said.message && status < 500 ? "later" : "unknown";
}

/** Sends one question to the address of its section; `fixed` are the fields beside those of the question. */
export async function post(
  concept: string,
  { to, seen }: Kept,
  fields: Entries,
  fixed: Entries,
): Promise<Answer> {
  const body = new URLSearchParams([...fixed, [guardFieldNames(concept).revision, `${seen}`], ...fields]);
  try {
    const answer = await fetch(to, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
      keepalive: `${body}`.length < OUTLIVES_PAGE_BYTES,
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const said = (await answer.json()) as Partial<Answer>;
    return { ...said, kind: kindOf(answer.status, said) } as Answer;
  } catch {
    // No connection, too long, or a page of somebody in between.
    return { kind: "unknown" };
  }
}
