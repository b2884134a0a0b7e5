import type { Settings } from "../http/settings.ts";
import { type ReplyWork, takeReply } from "./reply.ts";

/** A message as Cloudflare Email Routing hands it to a Worker. */
export interface InboundMessage {
  to: string;
  raw: ReadableStream<Uint8Array>;
  rawSize: number;
  /** sends the message back to its sender, with this sentence */
  setReject(reason: string): void;
}

/** In bytes: an answer of a calendar is some kilobytes. */
const LARGEST_MESSAGE = 256 * 1024;

const ONLY_CALENDARS = "Dit adres leest alleen antwoorden uit een agenda. Mail het bureau, of de ander zelf.";

/** Takes in mail at the edge. Who writes there in words gets them back: nobody would read them. */
export async function takeInboundMail(
  message: InboundMessage,
  settings: Pick<Settings, "replyAddress" | "origin">,
  work: Omit<ReplyWork, "origin">,
): Promise<void> {
  const { replyAddress, origin } = settings;
  if (!replyAddress || !origin || message.rawSize > LARGEST_MESSAGE) return message.setReject(ONLY_CALENDARS);
  const raw = new Uint8Array(await new Response(message.raw).arrayBuffer());
  const place = { replyAddress, envelopeTo: message.to };
  const outcome = await takeReply({ ...work, origin }, raw, place);
  if (outcome === "no_calendar" || outcome === "unreadable") message.setReject(ONLY_CALENDARS);
}
