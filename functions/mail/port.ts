/** A message that is ready to leave: plain text and HTML say the same. */
export interface Message {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** an iCalendar object and the method it is sent with */
  calendar: { content: string; method: "REQUEST" | "CANCEL" } | null;
}

/** The one way out for mail. `send` throws when the message could not be handed over. */
export interface MailPort {
  send(message: Message): Promise<void>;
}
