import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { Actions, Button } from "../ui/button.tsx";
import { formatDateTime } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Hidden, TextArea } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { LONGEST } from "./contract.ts";
import { Told } from "./facts.tsx";
import { NoResidents } from "./moment-fields.tsx";
import type { MessageSeen, VisitSeen } from "./seen.ts";

export interface ThreadSeen {
  messages: readonly MessageSeen[];
  /** whether this person can write now; who can only read gets no form */
  mayWrite: boolean;
  /** the id that the next message will have */
  newId: string;
  typed?: string;
  errors?: FieldErrors;
}

/** The conversation of the two organisations about one visit. What was said stays: there is no way to remove it. */
export function VisitThread({ visit, thread }: { visit: VisitSeen; thread: ThreadSeen }): JSX.Element | null {
  const { messages, mayWrite } = thread;
  if (messages.length === 0 && !mayWrite) return null;
  const nameOf = (side: MessageSeen["side"]) =>
    (side === "guest" ? visit.guestMemberName : visit.hostMemberName) ?? "";
  return (
    <section class="wt-visit-group" aria-labelledby="gesprek">
      <h2 id="gesprek">Gesprek</h2>
      {messages.length === 0 ? (
        <p>Er zijn nog geen berichten. Stel gerust een vraag aan het andere team.</p>
      ) : null}
      {messages.length > 0 ? (
        <ol class="wt-timeline">
          {messages.map(({ id, side, personName, text, createdAt }) => (
            <li key={id}>
              <strong>{personName ?? "Iemand die hier niet meer werkt"}</strong>
              {`, ${nameOf(side)}`}
              <p class="wt-timeline__when">
                <time dateTime={new Date(createdAt).toISOString()}>{formatDateTime(createdAt)}</time>
              </p>
              <Told text={text} />
            </li>
          ))}
        </ol>
      ) : null}
      {mayWrite ? (
        <Form
          action={paths.visitMessages(visit.id)}
          explained={false}
          intro={<NoResidents />}
          label="Bericht"
        >
          <Hidden name="id" value={thread.newId} />
          <TextArea
            name="tekst"
            label="Bericht aan het andere team"
            hint="Het andere team krijgt dit ook per mail."
            value={thread.typed ?? ""}
            error={thread.errors?.tekst}
            maxLength={LONGEST.text}
            rows={3}
          />
          <Actions>
            <Button kind="secondary">Bericht versturen</Button>
          </Actions>
        </Form>
      ) : null}
    </section>
  );
}
